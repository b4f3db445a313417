"""Two processes book into one ledger at the same time, and some are killed while they do.

    python3 fight.py PROGRAM LEDGER ROUNDS

Every booking has an identity of its own. What a process was told is booked is stored, once; what it
was told is not booked is not stored; what was killed is stored or not. Nothing else is there beside
what was there before.
"""

import json
import random
import subprocess
import sys
import threading
import time
import uuid

program, ledger, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
told, refused, killed, wrong = {1: set(), 2: set()}, {}, set(), []


def journal():
    asked = subprocess.run([program, "journal", ledger, "--json"], check=True,
                           stdout=subprocess.PIPE)
    return json.loads(asked.stdout)


before = {entry["uid"] for entry in journal()}


def fight(fighter):
    chance, usual = random.Random(fighter), 0.03
    for number in range(rounds // 2):
        uid = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        line = json.dumps({
            "kind": "milestone_planned", "effective_on": "2020-12-16", "uid": uid,
            "body": {"milestone": f"{fighter}-{number}", "name": {"de": "Probe", "en": "Trial"}}})
        process = subprocess.Popen([program, "book", ledger, "--as", "1", "-"], text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        if chance.random() < 0.1:
            killer = threading.Timer(chance.random() * usual * 1.5, process.kill)
            killer.start()
            process.communicate(line)
            killer.cancel()
            # A process that was faster than its end has said what became of the booking.
            (told[fighter] if process.returncode == 0 else killed).add(uid)
        else:
            begun = time.monotonic()
            said = process.communicate(line)[1]
            usual = time.monotonic() - begun
            if process.returncode == 0:
                told[fighter].add(uid)
            elif process.returncode == 3 and "fünf Sekunden" in said:
                refused[uid] = said
            else:
                wrong.append(f"{process.returncode}: {said}")


fighters = [threading.Thread(target=fight, args=(number,)) for number in (1, 2)]
for fighter in fighters:
    fighter.start()
for fighter in fighters:
    fighter.join()
entries = journal()
stored = [entry["uid"] for entry in entries]
if [entry["seq"] for entry in entries] != list(range(1, len(entries) + 1)):
    sys.exit("the numbers have a gap")
if wrong:
    sys.exit(f"{len(wrong)} other answers, the first: {wrong[0]}")
if any(len(booked) < rounds // 8 for booked in told.values()):
    sys.exit(f"next to nothing was booked: {[len(booked) for booked in told.values()]}")
booked = told[1] | told[2]
if len(set(stored)) != len(stored) or not booked <= set(stored):
    sys.exit("something that was told is missing, or stored twice")
if set(refused) & set(stored):
    sys.exit("something that was refused is stored")
if not set(stored) <= before | booked | killed:
    sys.exit("something is stored that nobody booked")
late = len(killed & set(stored))
print(f"{rounds} bookings of two processes: {len(booked)} told and stored, "
      f"{len(refused)} told that "
      f"the file is busy and not stored, {len(killed)} killed, of them {late} stored; no gap")
