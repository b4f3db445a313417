#!/usr/bin/env bash
# The Windows program under Wine on a screen without OpenGL:
#   windows_fail_over.sh PROGRAM LINUX_PROGRAM KEPT [VULKAN_PROGRAM]
# PROGRAM is as it is shipped: nothing paints, and a box says what was tried. VULKAN_PROGRAM is
# built with the feature `vulkan`, which stands in for Direct3D: OpenGL fails over to it; then its
# device is lost, and the program starts again. Pictures stay in KEPT. Needs what windows_walk.sh
# needs, software Vulkan, its headers and a C compiler.
set -euo pipefail
program=$1 native=$2 kept=$3 vulkan=${4:-}
root=$(cd "$(dirname "$0")/.." && pwd)
export WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
unset WAYLAND_DISPLAY
# One that hangs ends, and with it the walk.
wine() { timeout 300 wine "$@"; }
VK_ICD_FILENAMES=$(find /usr/share/vulkan/icd.d -name 'lvp_icd*.json' | head -n 1)
work=$(mktemp -d)
number=$((RANDOM % 400 + 1500))
Xvfb ":$number" -screen 0 1440x900x24 -extension GLX >/dev/null 2>&1 &
screen=$!
trap 'wineserver -k 2>/dev/null || true; kill $screen 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=":$number" VK_ICD_FILENAMES VK_DRIVER_FILES=$VK_ICD_FILENAMES
cd "$work"
begun=$SECONDS

say() { echo "$((SECONDS - begun)) s: $1"; }
fail() {
    echo "windows_fail_over.sh: $1" >&2
    import -window root "$kept/windows-fail-over-failed.png" || true
    exit 1
}
wait_for() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 300; tries++)); do
        if "$@"; then return 0; fi
        sleep 0.1
    done
    fail "in vain: $what"
}
window() { xdotool search --onlyvisible --name 'rderbuch' 2>/dev/null | head -n 1; }
is_open() { [ -n "$(window)" ]; }
is_gone() { ! is_open; }
colours() { import -window root -depth 8 -unique-colors txt:- 2>/dev/null | wc -l; }
is_painted() { [ "$(colours)" -gt 40 ]; }
mkdir none some
FOERDERBUCH_DATA=$(winepath -w "$work/none")
export FOERDERBUCH_DATA
# As a double click starts it: nobody reads what it writes.
wine start /wait /unix "$program" >said 2>&1 &
wait_for 'a box that says what was tried' is_open
sleep 1
import -window root "$kept/windows-nothing-paints.png"
for tried in 'OpenGL: ' 'Direct3D 12: '; do
    grep -q "$tried" none/graphics.json || fail "$tried was not tried: $(cat none/graphics.json)"
done
xdotool key --window "$(window)" Return
wait_for 'the end of the box' is_gone
status=0
wait $! || status=$?
[ "$status" -ne 0 ] || fail 'it ends as if all were good'
wine "${program%.exe}.com" sample s.foerderbuch >said
"$native" verify --deep s.foerderbuch
say 'where nothing paints a box says what was tried, and the command line works'

[ -n "$vulkan" ] || exit 0
FOERDERBUCH_DATA=$(winepath -w "$work/some")
gcc -shared -fPIC -O1 -o "$work/liblose_device.so" "$root/tests/lose_device.c"
cat >lose_device.json <<JSON
{"file_format_version": "1.0.0", "layer": {"name": "VK_LAYER_lose_device", "type": "GLOBAL",
"library_path": "$work/liblose_device.so", "api_version": "1.3.0", "implementation_version": "1",
"description": "loses the device", "functions": {
"vkGetInstanceProcAddr": "lose_instance_of", "vkGetDeviceProcAddr": "lose_device_of"}}}
JSON
export VK_LAYER_PATH=$work VK_INSTANCE_LAYERS=VK_LAYER_lose_device LOSE_DEVICE=$work/lose
wine "$vulkan" --renderer opengl "$(winepath -w "$work/s.foerderbuch")" 2>said &
wait_for 'a picture by Vulkan' grep -qs '"local":"direct3d"' some/graphics.json
grep -q 'OpenGL: ' some/graphics.json || fail 'OpenGL was not tried'
wait_for 'a picture' is_painted
sleep 2
import -window root "$kept/windows-vulkan.png"
say 'OpenGL fails over to the other way, which is remembered'

first=$(window)
touch lose
again() { pgrep -f 'foerderbuch.*--losses 1' >/dev/null; }
wait_for 'a second start after the loss' again
rm lose
other() { is_open && [ "$(window)" != "$first" ] && is_painted; }
wait_for 'the window of the second start' other
sleep 2
import -window root "$kept/windows-after-loss.png"
say 'a device that is lost: the program starts again'
