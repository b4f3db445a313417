"""What the table `entity_version` holds, computed anew: section 2.8 of docs/ledger-format.md.

A part of the second verifier (verify.py), written like it from that page alone.
"""

import collections
import json

APPLICATION = {"application_received", "examination_noted", "application_examined",
               "early_start_consented", "application_rejected", "application_withdrawn"}
GRANT = {"grant_issued", "notice_announced", "remedy_waived", "notice_challenged",
         "challenge_ended", "grant_amended", "grant_increased", "grant_reduced",
         "beneficiary_named", "proof_received", "proof_reminded", "proof_checked", "claim_raised",
         "case_closed"}
YEAR = {"provisional_management_set", "books_closed", "year_settled"}
# The fields of a notice in their order; those that an amending notice can change stand in AMENDED.
NOTICE = ("grant", "purpose", "financing", "quota_percent", "eligible_cents", "cash_reference",
          "period_until", "lines", "total_cents", "third_party_cents", "rules", "payment_mode",
          "interim_proof", "bound_years", "urgent_reason", "source")
AMENDED = ("period_until", "quota_percent", "total_cents", "third_party_cents", "purpose",
           "cash_reference")
OF_SETTING = {"base_rate": "from", "proof_term": "rules", "repayment_is_revenue": "title",
              "deviation_causes": "fiscal_year"}

Entry = collections.namedtuple("Entry", "seq kind recipient day actor ref body")


def entity(entry):
    """Which entity an entry speaks of; none for most."""
    kind, body = entry.kind, entry.body
    if kind in ("programme_founded", "person_enrolled"):
        return "person", str(body["person"]["person"])
    if kind == "title_registered":
        return "title", body["title"]
    if kind == "recipient_registered":
        return "recipient", body["key"]
    if kind == "bank_account_recorded":
        return "bank_account", str(entry.seq)
    if kind == "bank_account_confirmed":
        return "bank_account", str(entry.ref)
    if kind == "setting_made":
        setting = body["setting"]
        name = setting["name"]
        return "setting", f"{name} {setting[OF_SETTING[name]]}" if name in OF_SETTING else name
    if kind in YEAR:
        return "year", str(body["fiscal_year"])
    if kind.startswith("milestone_"):
        return "milestone", body["milestone"]
    if kind.startswith("indicator_"):
        return "indicator", body["indicator"]
    if kind in APPLICATION:
        return "application", body["grant"]
    if kind in GRANT:
        return "grant", body["line"]["grant"] if kind == "claim_raised" else body["grant"]
    return None


def person(entry):
    enrolled = entry.body["person"]
    fields = ("login", "login"), ("roles_until", "roles_until"), \
        ("order_limit", "order_limit_cents"), ("deputy_for", "deputy_for")
    return {name: enrolled[name] for name in ("person", "roles", "name_hash")} \
        | {name: enrolled.get(field) for name, field in fields}


def begun(entry):
    """The value with which an entity begins."""
    kind, body, recipient = entry.kind, entry.body, entry.recipient
    if kind in ("programme_founded", "person_enrolled"):
        return person(entry)
    if kind in ("title_registered", "recipient_registered"):
        return body
    if kind == "bank_account_recorded":
        return {"recipient": recipient, "account": body, "recorded_by": entry.actor,
                "confirmed": None}
    if kind == "setting_made":
        return {"from": entry.day, "setting": body["setting"], "source": body.get("source")}
    if kind == "grant_issued":
        return {"recipient": recipient, "issued_on": entry.day, "issued": body,
                "beneficiaries": [], "announced": None, "waived_on": None, "challenges": [],
                "proofs": [], "reminded_until": None, "ground": None, "closed": None}
    if kind == "application_received":
        return {"recipient": recipient, "seq": entry.seq, "received_on": entry.day,
                "received": body, "step": None, "examined": None, "early_start": None,
                "rejected": None, "withdrawn": None}
    if kind == "milestone_planned":
        return {"recipient": recipient, "planned": body, "forecast": None, "reached": None}
    if kind == "indicator_defined":
        return {"recipient": recipient, "defined": body, "readings": []}
    return None


def of_grant(value, entry):
    kind, body, day = entry.kind, entry.body, entry.day
    if kind == "beneficiary_named":
        value["beneficiaries"].append(body)
    elif kind == "notice_announced":
        value["announced"] = [day, body["manner"]]
    elif kind == "remedy_waived":
        value["waived_on"] = day
    elif kind == "notice_challenged":
        value["challenges"].append(
            {"seq": entry.seq, "on": day, "challenged": body, "ended": None})
    elif kind == "challenge_ended":
        for one in value["challenges"]:
            if one["seq"] == entry.ref:
                one["ended"] = [day, body["outcome"]]
    elif kind == "proof_received":
        value["proofs"].append({"seq": entry.seq, "on": day, "received": body, "checked": None})
    elif kind == "proof_reminded":
        value["reminded_until"] = body["until"]
    elif kind == "proof_checked":
        for one in value["proofs"]:
            if one["seq"] == entry.ref:
                one["checked"] = [day, body]
    elif kind == "claim_raised" and body.get("ground") is not None:
        value["ground"] = [day, body["ground"]]
    elif kind == "case_closed":
        value["closed"] = [day, body]
    changed = {name: body[name] for name in AMENDED
               if kind == "grant_amended" and body.get(name) is not None}
    if kind in ("grant_amended", "grant_increased", "grant_reduced", "claim_raised") \
            and body.get("eligible_cents") is not None:
        changed["eligible_cents"] = body["eligible_cents"]
    notice = {**value["issued"], **changed}
    value["issued"] = {name: notice[name] for name in NOTICE if name in notice}


def of_application(value, entry):
    day, body = entry.day, entry.body
    field, told = {
        "examination_noted": ("step", body),
        "application_examined": ("examined", body),
        "early_start_consented": ("early_start", body),
        "application_rejected": ("rejected", body.get("reason")),
        "application_withdrawn": ("withdrawn", body.get("reason")),
    }[entry.kind]
    value[field] = [day, told]


def of_year(value, entry):
    if entry.kind == "provisional_management_set":
        first = value["provisional"][0] if value["provisional"] else entry.day
        value["provisional"] = [first, entry.body]
    else:
        field = {"books_closed": "closed", "year_settled": "settled"}[entry.kind]
        value[field] = [entry.day, entry.seq]


def folded(entries):
    """The value that entries in the order of (day, number) give; none where nothing begins it."""
    value = None
    for entry in entries:
        kind, body = entry.kind, entry.body
        if kind in YEAR:
            value = value or {"provisional": None, "closed": None, "settled": None}
            of_year(value, entry)
        elif kind in ("milestone_planned", "indicator_defined") and value is not None:
            value["planned" if kind == "milestone_planned" else "defined"] = body
        elif begun(entry) is not None:
            value = begun(entry)
        elif value is None:
            continue
        elif kind == "bank_account_confirmed":
            value["confirmed"] = [entry.day, entry.seq]
        elif kind in ("milestone_forecast", "milestone_reached"):
            value[kind.removeprefix("milestone_")] = body
        elif kind == "indicator_read":
            value["readings"].append(body)
        elif kind in APPLICATION:
            of_application(value, entry)
        else:
            of_grant(value, entry)
    return value


def written(name, value):
    if value is None:
        return None
    return json.dumps({name: value}, ensure_ascii=False, separators=(",", ":"))


def computed(entries):
    """All rows of the table as (entity, key, day, number): value."""
    speaking, known, rows = {}, collections.defaultdict(list), {}
    for entry in entries:
        of = speaking.get(entry.ref) if entry.kind == "reversed" else entity(entry)
        speaking[entry.seq] = of
        if of is None:
            continue
        all_of_it = known[of]
        all_of_it.append(entry)
        reversed_ones = {one.ref for one in all_of_it if one.kind == "reversed"}
        live = [one for one in all_of_it
                if one.kind != "reversed" and one.seq not in reversed_ones]
        live.sort(key=lambda one: (one.day, one.seq))
        for day in {one.day for one in all_of_it if one.day >= entry.day}:
            value = folded(one for one in live if one.day <= day)
            rows[(*of, day, entry.seq)] = written(of[0], value)
    return rows


def versions(ledger, journal, contents, findings):
    """I19: every row of the table is what the journal says, and there is no other."""
    entries = []
    for row, _ in journal:
        seq, kind, recipient, day, actor, ref = row[0], row[2], row[3], row[6], row[7], row[10]
        entries.append(Entry(seq, kind, recipient, day, actor, ref, contents.get(seq, {})))
    try:
        expected = computed(entries)
    except (KeyError, TypeError) as error:
        findings.add("I3", 0, f"content: {error}")
        return
    stored = {tuple(row[:4]): row[4] for row in ledger.execute(
        "SELECT entity, key, effective_on, seq, value FROM entity_version")}
    for at in sorted(expected.keys() | stored.keys(), key=lambda at: (at[3], str(at))):
        if at not in stored or at not in expected or stored[at] != expected[at]:
            findings.add("I19", at[3], f"version of {at[0]} {at[1]} on {at[2]}")
