"""How long Förderbuch, ledger and hledger take for the same balance of the same entries.

    cargo build --release --no-default-features --bin foerderbuch --example measure
    python3 benches/beside.py FOLDER LEDGER

FOLDER holds `foerderbuch` and `examples/measure` (target/release). Each program is started anew,
reads its file and adds up what is paid by recipient and year: Förderbuch its ledger, verified in
full and unverified; ledger and hledger the file of `export --format journal`, where the year is
that of the booking day, because they know no fiscal year. The sums per recipient are compared.
Prints a row each with the median of the wall time and the largest memory of all rounds.
"""

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from decimal import Decimal

ROUNDS = 5
# Beyond so many seconds one round tells enough.
LONG = 20
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}


def once(command):
    """Seconds, MB at most and what is printed; in a child, so that its memory counts alone."""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)} ends with {process.returncode}")
        out.seek(0)
        return seconds, used.ru_maxrss // 1024, out.read().decode()


def measured(command):
    times, memory = [], 0
    while len(times) < ROUNDS and sum(times) < LONG:
        seconds, megabytes, told = once(command)
        times.append(seconds)
        memory = max(memory, megabytes)
    return statistics.median(times), memory, told


def cents(amount):
    return int(Decimal(amount.removesuffix(" EUR")) * 100)


def of_foerderbuch(told):
    sums = defaultdict(int)
    for row in json.loads(told)["rows"]:
        sums[row["key"].rpartition(" ")[0]] += row["paid_cents"]
    return sums


def of_ledger(told):
    sums = defaultdict(int)
    for row in told.splitlines():
        account, amount = row.split("\t")
        sums[account.partition(":")[0].rpartition(" ")[0]] += cents(amount)
    return sums


def of_hledger(told):
    rows = list(csv.reader(told.splitlines()))[1:]
    return {row[0]: sum(map(cents, row[1:])) for row in rows if row[0] != "total"}


def main(folder, ledger):
    program = os.path.join(folder, "foerderbuch")
    balance = [program, "balance", ledger, "--by", "recipient-year", "--json"]
    with tempfile.TemporaryDirectory() as place:
        file = os.path.join(place, "x.journal")
        subprocess.run([program, "export", ledger, "--format", "journal", "--out", file],
                       check=True, stdout=subprocess.DEVNULL)
        # Entries without movement of the account paid are read and left out by all.
        commands = [
            ("Förderbuch, verified in full", balance, of_foerderbuch),
            ("Förderbuch, unverified",
             [os.path.join(folder, "examples", "measure"), ledger, "--balance"], None),
            ("ledger", ["ledger", "--args-only", "-f", file, "balance", "^Paid", "--no-total",
                        "--depth", "1", "--account",
                        'tag("recipient") + " " + format_date(date, "%Y")', "--format",
                        "%(account)\\t%(quantity(scrub(display_total)))\\n"], of_ledger),
            ("hledger", ["hledger", "-f", file, "balance", "acct:^Paid", "--pivot", "recipient",
                         "--yearly", "--flat", "--no-total", "-O", "csv"], of_hledger),
        ]
        print(f"{os.path.getsize(file) >> 20} MB of plain text,"
              f" {os.path.getsize(ledger) >> 20} MB of ledger")
        first = None
        for name, command, sums in commands:
            seconds, memory, told = measured(command)
            print(f"{name:30} {seconds * 1000:10.0f} ms {memory:6} MB", flush=True)
            if sums is None:
                continue
            found = {key: amount for key, amount in sums(told).items() if amount}
            if first is None:
                first = found
            elif found != first:
                wrong = {key for key in found.keys() | first.keys()
                         if found.get(key) != first.get(key)}
                sys.exit(f"{name}: other sums than Förderbuch for {sorted(wrong)[:5]}")
        print(f"the same sums for {len(first)} recipients")


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(*sys.argv[1:])
