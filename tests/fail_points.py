"""Kills the program, or lets the system answer with an error, at each step between papers, ledger
and file names.

    python3 fail_points.py PROGRAM FOLDER [MOST]

Every call of the system that writes, syncs, names or removes a file is one point (strace counts
them): first the process is killed before it, then the call fails. Afterwards: no file without its
entry, no entry without its paper, no half file, the ledger is good. At most MOST points of a call
are taken of each command, spread evenly; 0 takes all.
"""

import os
import re
import shutil
import subprocess
import sys

program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
most = int(sys.argv[3]) if len(sys.argv) > 3 else 3
CALLS = ["write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "renameat", "renameat2",
         "link", "linkat", "unlink", "unlinkat", "openat"]
ERROR = {"openat": "EACCES", "write": "ENOSPC", "pwrite64": "ENOSPC"}
COMMANDS = {
    "a new ledger": ["sample", "new.foerderbuch"],
    "an issued paper": ["statement", "l.foerderbuch", "--recipient", "16066", "--issue", "--as",
                        "A. Weber", "--out", "paper.pdf"],
    "a copy of a paper": ["report", "l.foerderbuch", "--kind", "budget", "--out", "paper.pdf"],
    "a backup": ["backup", "l.foerderbuch", "--to", "safe"],
    "a restoring": ["restore", "backup.foerderbuch", "--over", "l.foerderbuch", "--as", "1"],
    "an extract": ["extract", "l.foerderbuch", "--recipient", "16066", "--out", "x.foerderbuch"],
    "a booking": ["book", "l.foerderbuch", "--as", "1", "lines.jsonl"],
}
LINE = ('{"kind":"milestone_planned","effective_on":"2020-12-16","body":{"milestone":"%d","name":'
        '{"de":"Probe","en":"Trial"}}}\n')


# What is remembered as seen is made anew with the ledger.
os.environ["FOERDERBUCH_DATA"] = os.path.join(os.path.abspath(folder), "seen")


def run(*arguments):
    return subprocess.run([program, *arguments], cwd=folder, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)


def traced(arguments, *options):
    return subprocess.run(["strace", "-f", "-qq", "-o", "trace", *options, program, *arguments],
                          cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def fresh():
    for name in os.listdir(folder):
        if name not in ("honest", "lines.jsonl"):
            path = os.path.join(folder, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    for name in ("l.foerderbuch", "backup.foerderbuch"):
        shutil.copy(os.path.join(folder, "honest"), os.path.join(folder, name))
    os.mkdir(os.path.join(folder, "safe"))


def there(name):
    return os.path.exists(os.path.join(folder, name))


def entries():
    said = run("balance", "l.foerderbuch", "--json").stdout
    return int(re.search(r'"known_seq": (\d+)', said).group(1))


def check(what, done, killed, call):
    """What is wrong afterwards, or nothing."""
    for name in ["l.foerderbuch"] + [
            name for place in (folder, os.path.join(folder, "safe")) for name in
            (os.path.relpath(os.path.join(place, file), folder) for file in os.listdir(place))
            if name.endswith(".foerderbuch") and name != "l.foerderbuch"]:
        found = run("verify", name, *([] if name.startswith("x.") else ["--deep"]))
        if found.returncode != 0:
            return f"{name}: {found.stderr}"
    parts = [name for place in ("", "safe") for name in os.listdir(os.path.join(folder, place))
             if ".part" in name]
    # What cannot be removed stays.
    if parts and not killed and call not in ("unlink", "unlinkat"):
        return f"left behind: {parts}"
    if not killed and done.returncode not in (0, 3):
        return f"exit code {done.returncode}: {done.stderr}"
    if not killed and done.returncode == 3 and len(done.stderr.strip().splitlines()) != 1:
        return f"not one clear line: {done.stderr}"
    grown = entries() - before
    if what == "a booking":
        if grown not in (0, 3) or done.returncode == 0 and grown != 3:
            return f"{grown} of 3 lines"
        open_or_done = ("steht noch nicht fest", "ist ausgeführt")
        if not killed and done.returncode == 3 and grown and not any(
                words in done.stderr for words in open_or_done):
            return f"told that nothing was booked: {done.stderr}"
    elif what == "a restoring":
        if grown not in (0, 1) or done.returncode == 0 and grown != 1:
            return f"{grown} entries more after restoring"
        if grown and not there("l-ersetzt-1.foerderbuch"):
            return "the ledger as it was is gone"
    elif what == "an issued paper":
        kept = run("issued", "l.foerderbuch", "--number", str(before + 1), "--out", "again.pdf")
        if there("paper.pdf"):
            if grown != 1 or kept.returncode != 0:
                return "a paper without its entry"
            if open(os.path.join(folder, "paper.pdf"), "rb").read() \
                    != open(os.path.join(folder, "again.pdf"), "rb").read():
                return "another paper than its entry has"
        elif grown == 1 and kept.returncode != 0:
            return "an entry without its paper"
        elif grown == 1 and not killed and done.returncode == 3 \
                and str(before + 1) not in done.stderr and "ist ausgeführt" not in done.stderr:
            return f"issued, and not told so: {done.stderr}"
        elif done.returncode == 0:
            return "good, and no paper"
    elif grown:
        return f"{grown} entries more"
    elif done.returncode == 0 and not killed:
        made = {"a new ledger": "new.foerderbuch", "a copy of a paper": "paper.pdf",
                "an extract": "x.foerderbuch"}.get(what)
        if made and not there(made) or what == "a backup" and not os.listdir(
                os.path.join(folder, "safe")):
            return "good, and nothing made"
    if what == "a copy of a paper" and there("paper.pdf"):
        told = run("check-paper", "paper.pdf", "--against", "l.foerderbuch")
        if told.returncode != 0:
            return f"half a paper: {told.stderr}"
    return None


os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "lines.jsonl"), "w") as lines:
    lines.write("".join(LINE % number for number in range(3)))
run("sample", "l.foerderbuch")
os.rename(os.path.join(folder, "l.foerderbuch"), os.path.join(folder, "honest"))
fresh()
before = entries()
bad, tried, stopped = [], 0, 0
for what, arguments in COMMANDS.items():
    fresh()
    done = traced(arguments, "-e", "trace=" + ",".join("?" + call for call in CALLS))
    if done.returncode != 0:
        sys.exit(f"{what}: {done.stderr}")
    with open(os.path.join(folder, "trace"), errors="replace") as trace:
        calls = re.findall(r"^\d+\s+(\w+)\(", trace.read(), re.M)
    for call in CALLS:
        count = calls.count(call)
        if call == "openat":
            # The first ones load libraries.
            points = range(max(1, count - 12), count + 1)
        else:
            points = range(1, count + 1)
        step = max(1, -(-len(points) // most)) if most else 1
        for point in list(points)[::-step]:
            for way in ("signal=SIGKILL", "error=" + ERROR.get(call, "EIO")):
                fresh()
                done = traced(arguments, "-e", f"trace=?{call}", "-e",
                              f"inject=?{call}:{way}:when={point}")
                killed = way.startswith("signal")
                wrong = check(what, done, killed, call)
                tried += 1
                stopped += done.returncode != 0
                if wrong:
                    bad.append(f"{what}, {call} {point} of {count}, {way}: {wrong}")
for line in bad[:20]:
    print(line)
if bad or stopped < tried // 4:
    sys.exit(f"{len(bad)} of {tried} are wrong; {stopped} stopped the program")
print(f"{tried} points of {len(COMMANDS)} commands, half killed, half failing; {stopped} stopped "
      "the program; no file without its entry, no entry without its paper, every ledger good")
