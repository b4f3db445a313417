# shellcheck shell=bash
# Gates of the window on a virtual screen. Sourced by .ci/run.

# Starts the program on a virtual screen that can be read as a file, and prints how long it took
# from process start to the first frame with content and to the last change of the picture.
window() {
    local data=$work/data number=$((RANDOM % 400 + 100)) screen status=0
    mkdir -p "$data" "$work/screen" "$work/runtime"
    chmod 700 "$work/runtime"
    Xvfb ":$number" -screen 0 1440x900x24 -fbdir "$work/screen" >/dev/null 2>&1 &
    screen=$!
    # shellcheck disable=SC2064
    trap "kill $screen 2>/dev/null || true" EXIT
    export DISPLAY=":$number" XDG_RUNTIME_DIR="$work/runtime" FOERDERBUCH_DATA="$data"
    export LIBGL_ALWAYS_SOFTWARE=1
    unset WAYLAND_DISPLAY
    for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
    milestones 1 W >"$work/window.jsonl"
    python3 - "$program" "$work/screen/Xvfb_screen0" "$data/Beispiel.foerderbuch" \
        "$work/window.jsonl" "$kept" <<'PY' || status=$?
import os, subprocess, sys, time, zlib

program, screen, ledger, drafts, kept = sys.argv[1:]
started = time.monotonic()
window = subprocess.Popen([program])


def picture():
    """Checksum of the screen, and how many colours a sample of its points has."""
    with open(screen, "rb") as file:
        content = file.read()
    start = len(content) - 1440 * 900 * 4
    points = memoryview(content[start:start + 1440 * 900 * 4]).cast("I")[::37]
    return zlib.crc32(content), len(set(points))


def settle(seconds, least):
    """Waits for a picture of `least` colours that stays; first such and last change."""
    first, change, last = None, None, None
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if window.poll() is not None:
            sys.exit(f"the window ended by itself with {window.returncode}")
        now, (checksum, colours) = time.monotonic(), picture()
        if checksum != last:
            last, change = checksum, now
        if first is None and colours >= least:
            first = now
        if first is not None and now - change > 1.5:
            break
        time.sleep(0.01)
    return first, change, last


def shot(name):
    subprocess.run(["import", "-window", "root", os.path.join(kept, name)], check=True)


try:
    first, change, before = settle(30, 40)
    if first is None:
        shot("window-blank.png")
        sys.exit("no frame with content within 30 s")
    print(f"first frame with content after {first - started:.2f} s, "
          f"picture complete after {change - started:.2f} s")
    shot("window.png")
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "rderbuch"],
                           stdout=subprocess.PIPE, text=True).stdout.split()
    if not found:
        sys.exit("there is no window of that name")
    if first - started > 5:
        sys.exit("that is too long")
    subprocess.run([program, "balance", ledger, "--by", "stage"], check=True)
    subprocess.run([program, "book", ledger, "--as", "1", drafts], check=True)
    begun = time.monotonic()
    while picture()[0] == before:
        if time.monotonic() - begun > 10:
            sys.exit("the window does not follow a booking of the command line")
        time.sleep(0.02)
    took = time.monotonic() - begun
    print(f"the window follows a booking of the command line after {took:.2f} s")
    shot("window-followed.png")
finally:
    window.kill()
    window.wait()
PY
    [ "$status" -eq 0 ] || return "$status"
    "$program" verify --deep "$data/Beispiel.foerderbuch"
    [ "$(known_seq "$data/Beispiel.foerderbuch")" -eq 277 ] || fail 'not 276 entries and one'
    "$program" verify "$data/Beispiel.foerderbuch" \
        --anchor "276:$(cat "$root/tests/it/head.txt")"
    window_idles "$data/Beispiel.foerderbuch"
}

# Seconds of processor time that a window takes which nobody touches for 20 s: next to none.
window_idles() {
    local window before after ticks
    "$program" "$1" >/dev/null 2>&1 &
    window=$!
    sleep 6
    before=$(awk '{print $14 + $15}' "/proc/$window/stat")
    sleep 20
    after=$(awk '{print $14 + $15}' "/proc/$window/stat")
    kill "$window"
    ticks=$((after - before))
    echo "idle for 20 s: $ticks ticks of processor time, of which a second has $(getconf CLK_TCK)"
    # Every 0.8 s the worker looks whether another process has booked.
    [ "$ticks" -le $(($(getconf CLK_TCK) / 5)) ] || fail 'an idle window is not idle'
}

# From first start to a printed statement, and a treasurer's confirmation, with real keys, by the
# names that a screen reader gets from the accessibility bus. A window manager gives the keyboard to
# the file dialog and back.
window_walk() {
    local data=$work/walked number=$((RANDOM % 400 + 500)) screen paper=$kept/walk-statement.pdf
    local own=$HOME
    rm -f "$paper"
    mkdir -p "$data" "$work/runtime" "$work/home/.config/openbox"
    chmod 700 "$work/runtime"
    cat >"$work/home/.config/openbox/rc.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application class="foerderbuch"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
XML
    Xvfb ":$number" -screen 0 1280x800x24 >/dev/null 2>&1 &
    screen=$!
    # shellcheck disable=SC2064
    trap "kill $screen 2>/dev/null || true" EXIT
    export DISPLAY=":$number" XDG_RUNTIME_DIR="$work/runtime" FOERDERBUCH_DATA="$data"
    export LIBGL_ALWAYS_SOFTWARE=1 HOME="$work/home"
    unset WAYLAND_DISPLAY
    for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
    dbus-run-session -- bash -c '
        for name in IsEnabled ScreenReaderEnabled; do
            gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
                --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$name" "<true>" \
                >/dev/null
        done
        openbox &
        /usr/bin/python3 -W ignore "$@"' - \
        "$root/tests/window_walk.py" "$program" "$data/Beispiel.foerderbuch" "$paper" "$kept"
    "$program" verify --deep "$data/Beispiel.foerderbuch"
    if [ -x "$tools/check_pdf.sh" ]; then
        HOME=$own "$tools/check_pdf.sh" --lang de "$paper" "$kept/walk-comparison.pdf"
    fi
}

# Pictures of every screen by software Vulkan; a contact sheet per screen is kept.
snapshots() {
    local icd screen status=0
    icd=$(find /usr/share/vulkan/icd.d -name 'lvp_icd*.json' | head -n 1)
    VK_DRIVER_FILES=$icd VK_ICD_FILENAMES=$icd \
        cargo test --test it snapshots:: -- --ignored || status=$?
    mkdir -p "$kept/screens"
    find tests/snapshots -name '*.diff.png' -exec cp {} "$kept/screens/" \;
    for screen in $(find tests/snapshots -name '*.png' ! -name '*.*.png' -printf '%f\n' \
        | sed 's/-.*//' | sort -u); do
        montage -label '%t' "tests/snapshots/$screen"-*.png -tile 2x -geometry 960x540+6+6 \
            -quality 60 "$kept/screens/$screen.jpg"
    done
    return "$status"
}
