"""A second verifier of ledgers and extracts, written from docs/ledger-format.md alone.

    python3 verify.py FILE [--anchor NUMBER:HASH]... [--vector] [--schema FOLDER]

Python 3 without packages. Opens the file read-only and changes nothing. Silent and 0 when good;
else one line per finding, with the invariant and the entry, and 1; 3 when it is no such file.
`--vector` prints the hashes of section 5, `--schema` names the folder of schema.sql and
extract.sql.

Chains, numbers, times, definitions, postings and due lines (moves.py), versions of entities
(versions.py) and which entry concerns which grant (each computed anew from the contents), balances,
totals, identities, names, papers and anchors are checked here.
"""

import argparse
import collections
import datetime
import hashlib
import json
import os
import sqlite3
import struct
import sys

from moves import moves
from versions import versions

EVENT = ("seq, uid, kind, recipient, recipient_seq, recorded_at, effective_on, actor, login,"
         " voucher, ref, body, hash, recipient_hash")
GENESIS = bytes(32)
KINDS = {0x46425543: ("schema.sql", 7), 0x46425854: ("extract.sql", 2)}
SOURCES = {"appropriated", "exceeded", "cover_in", "carried_in", "ve_voted", "revenue_source",
           "rest_source"}


class Findings(list):
    def add(self, invariant, seq, words):
        self.append((invariant, seq, words))


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(row):
    """Section 3: the twelve fields in order, each with its length before it."""
    number = lambda value: struct.pack(">q", value)
    (seq, uid, kind, recipient, recipient_seq, recorded_at, effective_on, actor, login, voucher,
     ref, body) = row
    fields = [
        number(seq), uid, kind.encode(), recipient.encode(), number(recipient_seq),
        number(recorded_at), effective_on.encode(), number(actor), login.encode(),
        voucher.encode(), b"" if ref is None else number(ref), body,
    ]
    return sha(b"\x00FOERDERBUCH1\x00", *(struct.pack(">I", len(f)) + f for f in fields))


def latest_day(recorded_at):
    """I17: the day of recording, in the zone that is ahead of UTC."""
    begin = datetime.datetime(1970, 1, 1)
    return str((begin + datetime.timedelta(microseconds=recorded_at, hours=2)).date())


def definitions(connection):
    rows = connection.execute("SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    return {name: rest for name, *rest in rows}


def schema(ledger, file, findings):
    fresh = sqlite3.connect(":memory:")
    with open(file, encoding="utf-8") as text:
        fresh.executescript(text.read())
    own, found = definitions(fresh), definitions(ledger)
    foreign = sorted(name for name in own.keys() | found.keys() if own.get(name) != found.get(name))
    if foreign:
        findings.add("I25", 0, ", ".join(foreign))


def journal(ledger, findings):
    """Numbers, times and both chains; the entries, and what can be printed."""
    entries, last, chains, before = [], GENESIS, {}, None
    rows = ledger.execute(f"SELECT {EVENT} FROM event ORDER BY seq")
    for expected, row in enumerate(rows, 1):
        *stored, link, recipient_link = row
        seq, recipient, number, recorded, effective = row[0], row[3], row[4], row[5], row[6]
        if seq != expected:
            findings.add("I1", seq, "gap")
            break
        if before is not None and recorded <= before or effective > latest_day(recorded):
            findings.add("I17", seq, "time")
        known, previous = chains.get(recipient, (0, GENESIS))
        own = leaf(stored)
        if link != sha(b"\x01", last, own):
            findings.add("I2", seq, "chain")
        if number != known + 1 or recipient_link != sha(b"\x02", previous, own):
            findings.add("I2", seq, "chain of the recipient")
        last, before, chains[recipient] = link, recorded, (number, recipient_link)
        entries.append((row, own))
    return entries


def bodies(entries, findings):
    """I3: every content is a JSON object."""
    found = {}
    for row, _ in entries:
        try:
            body = json.loads(row[11].decode("utf-8"))
            if not isinstance(body, dict):
                raise ValueError("no object")
            found[row[0]] = body
        except ValueError as error:
            findings.add("I3", row[0], str(error))
    return found


def summed(lines):
    sums = collections.Counter()
    for *key, amount in lines:
        sums[tuple(key)] += amount
    return {key: amount for key, amount in sums.items() if amount}


def concerned(body):
    """Section 2.2, `event_grant`: the grants that a content names."""
    places = [body] + [body.get(part) for part in ("line", "charge", "from")]
    return {place["grant"] for place in places if isinstance(place, dict) and "grant" in place}


def concerns(ledger, entries, contents, findings):
    """Which entries concern which grant; a correction concerns those of its original."""
    stored = collections.defaultdict(set)
    for grant, seq in ledger.execute("SELECT grant_no, seq FROM event_grant"):
        stored[seq].add(grant)
    for row, _ in entries:
        seq = row[0]
        named = contents.get(row[10] if row[2] == "reversed" else seq, {})
        if stored.pop(seq, set()) != concerned(named):
            findings.add("I19", seq, "grants of the entry")


def standing(ledger, entries, contents, findings):
    """Section 2.2: what follows from the journal, computed and compared."""
    last = len(entries)
    accounts = {number: rest for number, *rest in ledger.execute(
        "SELECT id, stage, title, fiscal_year, due_year, grant_no, recipient, revenue"
        " FROM account")}
    stored = collections.defaultdict(list)
    sums = collections.Counter()
    days = {row[0]: row[6] for row, _ in entries}
    daily = collections.defaultdict(collections.Counter)
    for event, line, account, day, amount in ledger.execute(
            "SELECT event, line, account, effective_on, amount FROM posting ORDER BY event, line"):
        if line != len(stored[event]):
            findings.add("I5", event, "number of a posting")
        stored[event].append((tuple(accounts.get(account, ())), amount))
        sums[account] += amount
        daily[account][day] += amount
        if days.get(event) != day:
            findings.add("I5", event, "day of a posting")
    due = collections.defaultdict(list)
    recipients = {row[0]: row[3] for row, _ in entries}
    for grant, title, year, budget, recipient, day, event, amount in ledger.execute(
            "SELECT grant_no, title, fiscal_year, authority_year, recipient, effective_on, seq,"
            " amount FROM due_line"):
        due[event].append((grant, title, year, budget, amount))
        if (recipient, day) != (recipients.get(event), days.get(event)):
            findings.add("I19", event, "recipient or day of a due line")
    computed = {}
    for row, _ in entries:
        try:
            computed[row[0]] = moves(row, contents[row[0]], computed)
        except (KeyError, TypeError) as error:
            findings.add("I3", row[0], f"content: {error}")
            computed[row[0]] = [], []
    for seq, (posted, lines) in computed.items():
        if stored.get(seq, []) != posted:
            findings.add("I5", seq, "postings")
        if summed(due.get(seq, [])) != summed(lines):
            findings.add("I19", seq, "due lines")
    for table, column in (("posting", "event"), ("entity_version", "seq"), ("due_line", "seq"),
                          ("event_grant", "seq"), ("document", "seq")):
        for (seq,) in ledger.execute(
                f"SELECT DISTINCT {column} FROM {table} WHERE {column} > {last}"):
            findings.add("I19", seq, f"{table} of no entry")
    balances(ledger, accounts, sums, findings)
    totals(ledger, entries, computed, findings)
    identities(accounts, sums, due, findings)
    for account, amounts in daily.items():
        running, stage = 0, accounts.get(account, ("available",))[0]
        for day in sorted(amounts):
            running += amounts[day]
            if running < 0 and stage != "available" and stage not in SOURCES:
                findings.add("overdraft", 0, f"{accounts[account]} on {day}")
                break


def balances(ledger, accounts, sums, findings):
    known = dict(ledger.execute("SELECT account, amount FROM balance"))
    for account in accounts.keys() | known.keys() | sums.keys():
        if account not in accounts or known.get(account) != sums[account]:
            findings.add("I19", 0, f"balance of account {account}")
    moved = dict(ledger.execute("SELECT account, max(event) FROM posting GROUP BY account"))
    for account, seq in ledger.execute("SELECT account, seq FROM balance"):
        if seq != moved.get(account, 0):
            findings.add("I19", seq, f"last entry of account {account}")


def totals(ledger, entries, computed, findings):
    """Section 2.9: what stands of each title and of each recipient, from the contents alone."""
    sums, moved = collections.Counter(), {}
    for row, _ in entries:
        posted, lines = computed[row[0]]
        parts = [(account[1], account[5], account[2], account[0], amount)
                 for account, amount in posted]
        parts += [(title, row[3], year, "granted", amount) for _, title, year, _, amount in lines]
        for title, recipient, year, stage, amount in parts:
            for key in ((title, "", year, stage), ("", recipient, year, stage)):
                sums[key] += amount
                moved[key] = row[0]
    stored = {tuple(key): (amount, seq) for *key, amount, seq in ledger.execute(
        "SELECT title, recipient, fiscal_year, stage, amount, seq FROM total")}
    for key in stored.keys() | moved.keys():
        if key not in moved or stored.get(key) != (sums[key], moved[key]):
            findings.add("I19", moved.get(key, 0), f"total of {key}")


def identities(accounts, sums, due, findings):
    """I6, I7: sources and stages of a title and year; I9: a due line holds what is in force."""
    titles, lines = collections.Counter(), collections.Counter()
    for number, (stage, title, year, due_year, grant, _, revenue) in accounts.items():
        if due_year == 0 and revenue == "":
            titles[title, year] += sums[number]
        if stage in ("committed", "requested", "ordered", "paid", "held"):
            lines[grant, title, year] -= sums[number]
    for amounts in due.values():
        for grant, title, year, _, amount in amounts:
            lines[grant, title, year] += amount
    for key, amount in titles.items():
        if amount:
            findings.add("I7", 0, f"identity of {key}")
    for key, amount in lines.items():
        if amount < 0:
            findings.add("I9", 0, f"in force {key}")


def names(ledger, entries, contents, findings):
    """Section 2.3: a name that is kept fits the hash of the last enrolment."""
    enrolled = {}
    for row, _ in entries:
        if row[2] in ("programme_founded", "person_enrolled"):
            person = contents.get(row[0], {}).get("person", {})
            enrolled[person.get("person")] = person.get("name_hash")
    for person, name, salt in ledger.execute("SELECT person, name, salt FROM person_name"):
        if enrolled.get(person) != hashlib.sha256(salt + name.encode()).hexdigest():
            findings.add("name", 0, str(person))


def papers(ledger, entries, contents, findings):
    """Section 2.4: papers that are kept have the hash that their entry says."""
    kept = {seq: hashlib.sha256(content).hexdigest()
            for seq, content in ledger.execute("SELECT seq, content FROM document")}
    for row, _ in entries:
        body = contents.get(row[0], {})
        stated = body.get("sha256") if row[2] == "document_issued" and body.get("stored") else None
        if kept.pop(row[0], None) != stated:
            findings.add("I21", row[0], "issued paper")


def extract(file, findings):
    """Section 7: whole entries of one recipient, of all others the leaf."""
    ((key, own_entries, own_head, count, head, at),) = file.execute(
        "SELECT recipient, recipient_entries, recipient_head, entries, head, recorded_at"
        " FROM about")
    whole = {row[0]: row for row in file.execute(f"SELECT {EVENT} FROM event")}
    leaves = dict(file.execute("SELECT seq, leaf FROM leaf"))
    last, chains, before, found, shared = GENESIS, {}, None, [], set()
    of_programme = ("programme_founded", "title_registered", "setting_made")
    # Entries of the programme are some of many: their own chain cannot be followed here.
    for seq in range(1, count + 1):
        row = whole.get(seq)
        if (row is None) == (seq not in leaves):
            findings.add("I1", seq, "missing, or here twice")
            return found
        own = leaf(row[:12]) if row else leaves[seq]
        last = sha(b"\x01", last, own)
        if row is None:
            continue
        if row[12] != last:
            findings.add("I2", seq, "chain")
        if before is not None and row[5] <= before or row[6] > latest_day(row[5]):
            findings.add("I17", seq, "time")
        before = row[5]
        if row[3] == key:
            known, previous = chains.get(key, (0, GENESIS))
            link = sha(b"\x02", previous, own)
            if row[4] != known + 1 or row[13] != link:
                findings.add("I2", seq, "chain of the recipient")
            chains[key] = row[4], link
        elif not row[3] and (row[2] in of_programme or row[2] == "reversed" and row[10] in shared):
            shared.add(seq)
        else:
            findings.add("extract", seq, "an entry of somebody else is whole")
        found.append((row, own))
    if set(whole) | set(leaves) != set(range(1, count + 1)):
        findings.add("I1", count, "entries after the checkpoint")
    if last != head:
        findings.add("I2", count, "checkpoint")
    if before is not None and (at < before or count in whole and at != before):
        findings.add("I17", count, "time of the checkpoint")
    if chains.get(key) != (own_entries, own_head):
        findings.add("I2", 0, "head of the recipient")
    bodies(found, findings)
    return found + [((count, *[None] * 11, head, None), None)]


def anchored(rows, wanted, findings):
    """I22: the entry of that number has that hash, in the journal or in a recipient's chain."""
    number, _, typed = wanted.partition(":")
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    if len(typed) == 64:
        value = bytes.fromhex(typed)
    else:
        plain = typed.upper().translate(str.maketrans("OIL", "011", " -"))[:52]
        bits = "".join(f"{digits.index(digit):05b}" for digit in plain)
        value = int(bits[:256], 2).to_bytes(32, "big")
    anchor = int(number), value
    if not any(anchor in ((row[0], row[12]), (row[4], row[13])) for row, _ in rows):
        findings.add("I22", int(number), "anchor")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--anchor", action="append", default=[])
    arguments.add_argument("--vector", action="store_true")
    arguments.add_argument("--schema", default=os.path.join(os.path.dirname(__file__), "..", "sql"))
    asked = arguments.parse_args()
    findings, kind, entries = Findings(), None, []
    try:
        file = sqlite3.connect(f"file:{asked.file}?mode=ro", uri=True)
        (identity,), (version,) = (file.execute(f"PRAGMA {name}").fetchone()
                                   for name in ("application_id", "user_version"))
        kind, known = KINDS.get(identity, (None, None))
        if kind is None or version != known:
            print("no ledger or extract of this format", file=sys.stderr)
            return 3
        schema(file, os.path.join(asked.schema, kind), findings)
        if kind == "extract.sql":
            entries = extract(file, findings)
        else:
            entries = journal(file, findings)
            contents = bodies(entries, findings)
            standing(file, entries, contents, findings)
            concerns(file, entries, contents, findings)
            versions(file, entries, contents, findings)
            names(file, entries, contents, findings)
            papers(file, entries, contents, findings)
            findings.extend(("integrity", 0, words) for (words,) in file.execute(
                "PRAGMA integrity_check(5)") if words != "ok")
        for wanted in asked.anchor:
            anchored(entries, wanted, findings)
    except sqlite3.DatabaseError as error:
        if kind is None:
            print(error, file=sys.stderr)
            return 3
        findings.add("integrity", 0, str(error))
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        findings.add("integrity", 0, f"a value of another type: {error}")
    if asked.vector and entries:
        (first, own), (last, _) = entries[0], entries[-1]
        print("leaf", 1, own.hex())
        print("hash", 1, first[12].hex())
        print("hash", last[0], last[12].hex())
    for invariant, seq, words in findings:
        print(invariant, seq, words, file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
