#!/usr/bin/env bash
# Measures the program in a real window on a virtual screen: time to the first picture with
# figures, CPU once all is read and verified, memory. Usage: benches/desk.sh PROGRAM [LEDGER]
# Needs Xvfb, xdotool, Python 3 and Mesa's software driver.
set -euo pipefail

program=$(realpath "$1")
ledger=${2:-}
idle=${IDLE_SECONDS:-60}
work=$(mktemp -d)
number=$((RANDOM % 400 + 500))
mkdir -p "$work/data" "$work/screen" "$work/runtime"
chmod 700 "$work/runtime"
Xvfb ":$number" -screen 0 1920x1080x24 -fbdir "$work/screen" >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=":$number" XDG_RUNTIME_DIR="$work/runtime" FOERDERBUCH_DATA="$work/data"
export LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done

python3 - "$program" "$work/screen/Xvfb_screen0" "$idle" "$ledger" <<'PY'
import os, subprocess, sys, time, zlib

program, screen, idle, ledger = sys.argv[1:]
SIZE = 1920 * 1080 * 4


def picture():
    """Checksum of the screen, and how many colours a sample of its points has."""
    with open(screen, "rb") as file:
        content = file.read()
    start = len(content) - SIZE
    points = memoryview(content[start:start + SIZE]).cast("I")[::37]
    return zlib.crc32(content), len(set(points))


def cpu(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    with open(f"/proc/{pid}/status") as file:
        lines = dict(line.split(":", 1) for line in file)
    return {key: int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "RssAnon", "VmHWM")}


started = time.monotonic()
window = subprocess.Popen([program] + ([ledger] if ledger else []))
first = usable = change = None
last = picture()[0]
while time.monotonic() - started < 120:
    checksum, colours = picture()
    now = time.monotonic()
    if checksum != last:
        last, change = checksum, now
        if first is None and colours >= 4:
            first = now
        usable = now
    if first and now - change > 3:
        break
    time.sleep(0.01)
print(f"first picture after {first - started:.2f} s, last change {usable - started:.2f} s")
# Verification and search are prepared behind the picture.
rests = 0
while rests < 3 and time.monotonic() - started < 300:
    before = cpu(window.pid)
    time.sleep(2)
    rests = rests + 1 if cpu(window.pid) - before < 0.03 else 0
print(f"all prepared after {time.monotonic() - started - 6:.0f} s, "
      f"{cpu(window.pid):.1f} s of CPU")
before = cpu(window.pid)
time.sleep(float(idle))
used = cpu(window.pid) - before
print(f"idle: {used * 1000:.0f} ms of CPU in {idle} s ({used / float(idle) * 100:.2f} %)")
found = memory(window.pid)
print(f"memory: {found['VmRSS']:.0f} MB resident, {found['RssAnon']:.0f} MB of its own, "
      f"peak {found['VmHWM']:.0f} MB")
window.terminate()
window.wait(timeout=20)
PY
