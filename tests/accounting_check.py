"""Do hledger and ledger add up to the balances of Förderbuch, account by account, to the cent?

    python3 tests/accounting_check.py PROGRAM LEDGER...

Needs hledger, ledger and Python 3 without packages. For each ledger and each pair of times the
file of `export` is read by both tools, strictly and without a word of warning. What they say is
compared with the sums of the postings that SQLite gives, and these, grouped, with `balance`.
Prints one line per file; ends with 1 at the first difference.
"""

import csv
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from decimal import Decimal

# hledger reads the file in the encoding of the environment.
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
PLAIN = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./,+&'#äöüÄÖÜß")
# Amounts of `balance` that are no stages but sums of them, or of due lines.
DERIVED = {"granted_cents", "open_cents", "actual_cents"}


def run(*command):
    """What a command prints; it may neither fail nor say anything on standard error."""
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, encoding="utf-8")
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{' '.join(command)}\nends with {done.returncode} and says\n{done.stderr}")
    return done.stdout


def escaped(key):
    """A key as it stands in the name of an account."""
    name = ""
    for at, sign in enumerate(key):
        inner = 0 < at < len(key) - 1 and key[at - 1] != " "
        if sign in PLAIN or sign == " " and inner:
            name += sign
        else:
            name += "".join(f"%{byte:02X}" for byte in sign.encode())
    return name


def expectation(ledger, times):
    """Cents per account by SQLite: keyed as `name` reads them."""
    found = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(
        "SELECT stage, title, fiscal_year, due_year, grant_no, revenue, sum(amount)"
        " FROM posting JOIN account ON account.id = posting.account"
        " WHERE effective_on <= ? AND event <= ? GROUP BY account.id", times)
    return {row[:6]: row[6] for row in found if row[6] != 0}


def name(account):
    stage, title, year, due_year, grant, revenue = account
    parts = ["".join(word.capitalize() for word in stage.split("_")), escaped(title), str(year)]
    parts += [str(due_year)] if due_year else []
    parts += [revenue] if revenue else []
    parts += [escaped(grant)] if grant else []
    return ":".join(parts)


def cents(euros):
    amount = Decimal(euros) * 100
    if amount != int(amount):
        sys.exit(f"{euros} is no whole number of cents")
    return int(amount)


def by_hledger(file):
    table = run("hledger", "-f", file, "balance", "--flat", "--no-total", "-O", "csv")
    rows = list(csv.reader(table.splitlines()))[1:]
    return {account: cents(amount.removesuffix(" EUR")) for account, amount in rows}


def by_ledger(file):
    table = run("ledger", "--args-only", "--pedantic", "-f", file, "balance", "--flat",
                "--no-total", "--format", "%(account)\\t%(quantity(amount))\\n")
    rows = (line.split("\t") for line in table.splitlines())
    return {account: cents(amount) for account, amount in rows}


def compare(what, found, expected):
    for key in sorted(found.keys() | expected.keys()):
        pair = found.get(key, 0), expected.get(key, 0)
        if pair[0] != pair[1]:
            sys.exit(f"{what}: {key} is {pair[0]}, expected {pair[1]} cents")


def check(program, ledger, options):
    told = json.loads(run(program, "balance", ledger, "--json", *options))
    accounts = expectation(ledger, (told["as_of"], told["known_seq"]))
    expected = {name(account): amount for account, amount in accounts.items()}
    label = " ".join([os.path.basename(ledger), *options])
    if len(expected) != len(accounts):
        sys.exit(f"{label}: two accounts have one name")
    if not expected:
        sys.exit(f"{label}: nothing to add up")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "x.journal")
        run(program, "export", ledger, "--format", "journal", "--out", file, *options)
        run("hledger", "-f", file, "check", "--strict")
        compare(f"{label}: hledger", by_hledger(file), expected)
        compare(f"{label}: ledger", by_ledger(file), expected)
    for by, column in (("stage", None), ("year", 2), ("title", 1), ("grant", 4)):
        told = json.loads(run(program, "balance", ledger, "--json", "--by", by, *options))
        sums = defaultdict(int)
        for account, amount in accounts.items():
            sums["" if column is None else str(account[column]), account[0]] += amount
        shown = {(row["key"], field.removesuffix("_cents")): amount
                 for row in ([told["total"]] if column is None else told["rows"])
                 for field, amount in row.items()
                 if field.endswith("_cents") and field not in DERIVED}
        compare(f"{label}: balance by {by}", as_posted(shown, sums), sums)
    euros = Decimal(sum(amount for amount in expected.values() if amount > 0)) / 100
    print(f"{label}: hledger, ledger and balance agree on {len(expected)} accounts, {euros} EUR")


def as_posted(shown, sums):
    """`balance` shows what money comes from without the minus of its postings: the sign of a
    stage is read off its total, so that the stages need not be listed here."""
    totals = defaultdict(lambda: [0, 0])
    for side, amounts in enumerate((shown, sums)):
        for (_, stage), amount in amounts.items():
            totals[stage][side] += amount
    turned = {stage for stage, (told, posted) in totals.items() if told == -posted > 0}
    return {key: -amount if key[1] in turned else amount for key, amount in shown.items()}


def main(program, *ledgers):
    for ledger in ledgers:
        check(program, ledger, [])
        known = json.loads(run(program, "balance", ledger, "--json"))["known_seq"]
        (day,) = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(
            "SELECT effective_on FROM event WHERE seq = ?", (known * 2 // 3,)).fetchone()
        check(program, ledger, ["--as-of", day])
        check(program, ledger, ["--known-at", str(known * 2 // 3)])


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
