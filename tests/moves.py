"""What an entry posts and how it changes due lines, from docs/ledger-format.md alone.

A part of the second verifier (verify.py).
"""

class Moves:
    """What an entry posts, and how it changes due lines: the table of section 2.2."""

    def __init__(self, recipient):
        self.recipient, self.posted, self.due = recipient, [], []

    def move(self, amount, origin, target):
        self.posted += [(origin, -amount), (target, amount)]

    def account(self, stage, title, year, grant="", due_year=0, revenue=""):
        return stage, title, year, due_year, grant, self.recipient if grant else "", revenue

    def plain(self, body, origin, target, year="fiscal_year"):
        title, year = body["title"], body[year]
        self.move(body["amount_cents"], self.account(origin, title, year),
                  self.account(target, title, year))

    def line(self, line, origin, target):
        where = line["title"], line["fiscal_year"]
        name = lambda stage: self.account(stage, *where, line["grant"])
        self.move(line["amount_cents"], name(origin), name(target))

    def authority(self, body, origin, target):
        name = lambda stage: self.account(
            stage, body["title"], body["budget_year"], "", body["due_year"])
        self.move(body["amount_cents"], name(origin), name(target))

    def granted(self, grant, line):
        title, year, amount = line["title"], line["fiscal_year"], line["amount_cents"]
        budget = line.get("authority_year")
        self.move(amount, self.account("available", title, year),
                  self.account("committed", title, year, grant))
        if budget is not None:
            self.move(amount, self.account("ve_free", title, budget, "", year),
                      self.account("ve_used", title, budget, grant, year))
        self.due.append((grant, title, year, budget or 0, amount))

    def reduced(self, grant, line):
        title, year, amount = line["title"], line["fiscal_year"], line["amount_cents"]
        budget = line.get("authority_year")
        self.move(amount, self.account("committed", title, year, grant),
                  self.account("available", title, year))
        if budget is not None:
            self.move(amount, self.account("ve_used", title, budget, grant, year),
                      self.account("ve_" + line["authority_return"], title, budget, "", year))
        self.due.append((grant, title, year, budget or 0, -amount))

    def revenue(self, charge, origin, target, kind, years=None):
        first, second = years or (charge["fiscal_year"], charge["fiscal_year"])
        name = lambda stage, year: self.account(
            stage, charge["title"], year, charge["grant"], 0, kind)
        self.move(charge["amount_cents"], name(origin, first), name(target, second))

    def repaid(self, body, open_books):
        line = body["line"]
        if body.get("revenue_year") is None:
            self.line(line, *open_books)
        else:
            self.line(line, open_books[0], "returned")
            year = body["revenue_year"]
            self.revenue(line, "revenue_source", "revenue_received", "repayment", (year, year))

    def carried(self, body):
        title, year, amount = body["title"], body["fiscal_year"], body["amount_cents"]
        grant = body.get("grant") or ""
        stage = "committed" if grant else "available"
        place = lambda when: self.account(stage, title, when, grant)
        name = lambda stage, when: self.account(stage, title, when)
        if body["cover"] == "additional":
            self.move(amount, place(year), name("carried_out", year))
            self.move(amount, name("carried_in", year + 1), place(year + 1))
        else:
            self.move(amount, place(year), name("lapsed", year))
            if grant:
                self.move(amount, name("available", year + 1), place(year + 1))
            self.move(amount, name("rest_source", year + 1), name("rest_charged", year + 1))
        if grant:
            self.due += [(grant, title, year, 0, -amount), (grant, title, year + 1, 0, amount)]


INTEREST = {"reclaim": "reclaim_interest", "delay": "delay_interest"}
PLAIN = {
    "appropriation_voted": ("appropriated", "available"),
    "supplement_voted": ("appropriated", "available"),
    "excess_granted": ("exceeded", "available"),
    "block_set": ("available", "blocked"),
    "block_lifted": ("blocked", "available"),
}
AUTHORITY = {
    "authority_voted": ("ve_voted", "ve_free"),
    "authority_blocked": ("ve_free", "ve_blocked"),
    "authority_unblocked": ("ve_blocked", "ve_free"),
    "authority_lapsed": ("ve_free", "ve_lapsed"),
}
LINE = {
    "draw_requested": ("committed", "requested"),
    "draw_reduced": ("requested", "committed"),
    "draw_rejected": ("requested", "committed"),
    "draw_withdrawn": ("requested", "committed"),
    "payment_ordered": ("requested", "ordered"),
    "order_cancelled": ("ordered", "requested"),
    "payment_confirmed": ("ordered", "paid"),
    "held_paid": ("held", "paid"),
    "claim_raised": ("paid", "reclaimed"),
    "claim_annulled": ("reclaimed", "paid"),
    "claim_waived": ("reclaimed", "written_off"),
}


def moves(row, body, known):
    """Postings and due lines of an entry; `known` holds those of the entries before."""
    kind, made = row[2], Moves(row[3])
    if kind in PLAIN:
        made.plain(body, *PLAIN[kind])
    elif kind in AUTHORITY:
        made.authority(body, *AUTHORITY[kind])
    elif kind in LINE:
        made.line(body["line"], *LINE[kind])
        sign = {"claim_raised": -1, "claim_annulled": 1}.get(kind)
        if sign:
            line = body["line"]
            made.due.append((line["grant"], line["title"], line["fiscal_year"], 0,
                             sign * line["amount_cents"]))
    elif kind == "cover_moved":
        made.plain({**body, "title": body["from"]}, "available", "cover_out")
        made.plain({**body, "title": body["to"]}, "cover_in", "available")
    elif kind in ("grant_issued", "grant_increased"):
        for line in body["lines"]:
            made.granted(body["grant"], line)
    elif kind == "grant_reduced":
        for line in body["lines"]:
            made.reduced(body["grant"], line)
    elif kind == "due_shifted":
        made.reduced(body["grant"], body["from"])
        made.granted(body["grant"], body["to"])
    elif kind == "commitment_restored":
        line = body["line"]
        made.granted(body["grant"], line)
        made.due.append((body["grant"], line["title"], body["from_year"], 0,
                         -line["amount_cents"]))
    elif kind == "payment_returned":
        made.line(body["line"], "paid", "held" if body.get("held") else "requested")
    elif kind == "payment_rebooked":
        made.line(body["from"], "paid", "committed")
        made.line(body["line"], "committed", "paid")
    elif kind == "claim_repaid":
        made.repaid(body, ("reclaimed", "available"))
    elif kind == "unused_returned":
        made.repaid(body, ("paid", "committed"))
    elif kind == "interest_assessed":
        made.revenue(body["charge"], "revenue_source", "revenue_due", INTEREST[body["interest"]])
    elif kind == "interest_received":
        years = body["assessed_year"], body["charge"]["fiscal_year"]
        made.revenue(body["charge"], "revenue_due", "revenue_received",
                     INTEREST[body["interest"]], years)
    elif kind == "interest_waived":
        made.revenue(body["charge"], "revenue_due", "revenue_waived", INTEREST[body["interest"]])
    elif kind == "carry_over_formed":
        made.carried(body)
    elif kind == "funds_lapsed":
        made.plain(body, body["stage"], "lapsed")
    elif kind == "reversed":
        posted, due = known[row[10]]
        return ([(account, -amount) for account, amount in posted],
                [(*line[:4], -line[4]) for line in due])
    # Available and committed know no grant of their own: an account "available" belongs to none.
    return [((*account[:4], "", "", account[6]) if account[0] in ("available", "lapsed")
             else account, amount) for account, amount in made.posted], made.due
