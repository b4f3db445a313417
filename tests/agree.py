"""Whether the second verifier (verify.py) says the same as the program of every file of a folder.

    python3 agree.py FOLDER LEAST

At least LEAST of them must be changed ones that both notice. Beside NAME.foerderbuch may lie
NAME.txt: who noticed that it was changed ("opening", "deep" or "nobody") and the program's first
finding. Without it the file is good.
"""

import collections
import concurrent.futures
import os
import re
import subprocess
import sys

folder, least = sys.argv[1], int(sys.argv[2])
verifier = os.path.join(os.path.dirname(os.path.abspath(__file__)), "verify.py")


def said(name):
    done = subprocess.run([sys.executable, verifier, os.path.join(folder, name)], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return name, done.returncode, done.stderr.splitlines()


names = sorted(name for name in os.listdir(folder) if name.endswith(".foerderbuch"))
counts, wrong = collections.Counter(), []
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for name, code, lines in pool.map(said, names):
        told, first = "nobody", ""
        note = os.path.join(folder, name.removesuffix(".foerderbuch") + ".txt")
        if os.path.exists(note):
            with open(note, encoding="utf-8") as file:
                told, first = (file.read().split("\n") + [""])[:2]
        good = told == "nobody"
        if code not in (0, 1, 3) or any("Traceback" in line for line in lines):
            wrong.append(f"{name}: {lines[-1:]}")
        elif (code == 0) == good:
            counts["good" if good else "found"] += 1
            own = {line.split(" ")[0] for line in lines}
            of_program = re.match(r"(I\d+)", first)
            if of_program:
                same = of_program.group(1) in own
                counts["with the same invariant" if same else "with another invariant"] += 1
        else:
            wrong.append(f"{name}: the program says {told} ({first}), verify.py {lines[:1]}")
for line in wrong[:20]:
    print(line)
print(f"{len(names)} files: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
if wrong or not counts["good"]:
    sys.exit(f"{len(wrong)} verdicts differ")
if counts["found"] < least:
    sys.exit(f"only {counts['found']} changed files, not {least}")
