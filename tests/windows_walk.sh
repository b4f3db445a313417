#!/usr/bin/env bash
# The Windows program under Wine, from the installer to its removal:
#   windows_walk.sh PACKAGES NEWER LINUX_PROGRAM KEPT [LINUX_PICTURE]
# PACKAGES and NEWER are what packaging/windows/build.sh made, of one version and of a later one;
# pictures stay in KEPT. Needs Wine with a prefix (WINEPREFIX) that can start Rust programs, Xvfb,
# xdotool and ImageMagick.
set -euo pipefail
packages=$1 newer=$2 native=$3 kept=$4 picture=${5:-}
root=$(cd "$(dirname "$0")/.." && pwd)
export WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
# One that hangs ends, and with it the walk.
wine() { timeout 300 wine "$@"; }
work=$(mktemp -d)
number=$((RANDOM % 400 + 1000))
Xvfb ":$number" -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
trap 'wineserver -k 2>/dev/null || true; kill $screen 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=":$number"
cd "$work"
begun=$SECONDS

say() { echo "$((SECONDS - begun)) s: $1"; }
fail() {
    echo "windows_walk.sh: $1" >&2
    import -window root "$kept/windows-failed.png" || true
    exit 1
}
# expect CODE COMMAND...: the exit code of a command, which must be that one.
expect() {
    local code=$1 got=0
    shift
    "$@" >said 2>&1 || got=$?
    [ "$got" -eq "$code" ] || fail "$* ends with $got, not $code: $(cat said)"
}
windows() { xdotool search --onlyvisible --name 'rderbuch' 2>/dev/null | wc -l; }
wait_for() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 300; tries++)); do
        if "$@"; then return 0; fi
        sleep 0.1
    done
    fail "in vain: $what"
}
screen() { import -window root -depth 8 rgb:- 2>/dev/null | cksum; }
# Until the screen stays as it is for a second: other gates may keep the processor meanwhile.
settle() {
    local tries before
    for ((tries = 0; tries < 15; tries++)); do
        before=$(screen)
        sleep 1
        [ "$before" != "$(screen)" ] || return 0
    done
}
gone() { [ "$(windows)" -eq 0 ]; }
# Asks the window to end; again where it had no eye for the key yet.
quit() {
    local tries
    xdotool windowfocus "$window" key --window "$window" ctrl+q || true
    for ((tries = 0; tries < 80; tries++)); do
        if gone; then return 0; fi
        sleep 0.1
    done
    return 1
}
in_registry() { wine reg query "$@" 2>/dev/null | tr -d '\r'; }

local_data=$(wine cmd /c 'echo %LOCALAPPDATA%' 2>/dev/null | tr -d '\r')
user=$(winepath -u "$local_data")
data=$user/Foerderbuch/data
rm -rf "$data"
own=$user/Programs/Foerderbuch

# The console twin: exit codes, the same head, the same bytes, the account of who booked.
twin=$packages/foerderbuch.com
expect 0 wine "$twin" sample s.foerderbuch
expect 0 "$native" verify --deep s.foerderbuch
"$native" balance s.foerderbuch --json | grep -q "$(cat "$root/tests/it/head.txt")" \
    || fail 'the sample written on Windows has another head'
"$native" statement s.foerderbuch --recipient 16066 --out here.pdf >said
expect 0 wine "$twin" statement s.foerderbuch --recipient 16066 --out there.pdf
cmp here.pdf there.pdf
expect 0 wine "$twin" verify s.foerderbuch
expect 1 wine "$twin" statement s.foerderbuch --recipient 99999 --out x.pdf
expect 2 wine "$twin" balance s.foerderbuch --as-of 2020-02-30
expect 3 wine "$twin" balance missing.foerderbuch
say 'same head and same bytes of the statement on Linux and Windows; exit codes'
printf '{"kind":"milestone_planned","effective_on":"2020-12-16","body":%s}\n' \
    '{"milestone":"W-1","name":{"de":"Probe","en":"Trial"}}' >draft.jsonl
expect 0 wine "$twin" book s.foerderbuch --as 1 draft.jsonl
"$native" journal s.foerderbuch --json | grep '"login"' | tail -n 1 | grep -q '"S-1-5-21-' \
    || fail 'the entry has no SID of the account'
say 'the entry has the SID of the account'

# The installer for one user.
expect 0 wine msiexec /i "$(winepath -w "$packages"/*-user.msi)" /qn
[ -f "$own/foerderbuch.exe" ] && [ -f "$own/foerderbuch.com" ] || fail 'nothing is installed'
in_registry 'HKCU\Software\Classes\Foerderbuch.Ledger\shell\open\command' /ve \
    | grep -aEiq '"C:\\.*\\Foerderbuch\\foerderbuch\.exe" "%1"' || fail 'no double click'
on_path() { in_registry "$1" /v PATH | grep -aiq '\\Foerderbuch'; }
on_path 'HKCU\Environment' || fail 'a console does not know the program'
find "$WINEPREFIX/drive_c" -path '*Start Menu*' -name '*rderbuch.lnk' | grep -q . \
    || fail 'no entry in the start menu'
say 'installed for one user'

# The window of the installed program, asked for Direct3D, which Wine does not serve.
mkdir 'Förder mittel'
cp s.foerderbuch 'Förder mittel/Thüringen 2019.foerderbuch'
ledger=$(winepath -w "$work/Förder mittel/Thüringen 2019.foerderbuch")
wine "$own/foerderbuch.exe" --renderer direct3d "$ledger" &
wait_for 'a picture' grep -q '"local":"opengl"' "$data/graphics.json"
grep -q 'Direct3D 12: ' "$data/graphics.json" || fail 'Direct3D was not tried'
say 'Direct3D fails over to OpenGL, which is remembered'
sleep 4
settle
import -window root "$kept/windows.png"
if [ -f "$picture" ]; then
    alike=$(python3 "$root/tests/alike.py" "$picture" "$kept/windows.png")
    echo "likeness to the picture on Linux, at most 1: $alike"
    awk "BEGIN { exit !($alike > 0.6) }" || fail 'the window looks otherwise than on Linux'
else
    echo 'there is no picture of the window on Linux to compare with'
fi

# A second start with the same ledger leaves it at one window.
expect 0 timeout 60 wine "$own/foerderbuch.exe" "$ledger"
[ "$(windows)" -eq 1 ] || fail 'a second start opens a second window'
say 'a second start brings the window forward'
window=$(xdotool search --onlyvisible --name 'rderbuch' | head -n 1)
wait_for 'the end of the window' quit
grep -q . "$data/window.ron" || fail 'the place of the window is not kept'

# A later version in its place, then away; ledger and settings stay.
expect 0 wine msiexec /i "$(winepath -w "$newer"/*-user.msi)" /qn
cmp "$own/foerderbuch.exe" "$newer/foerderbuch.exe"
later=$(basename "$newer"/*-user.msi -user.msi)
later=${later#foerderbuch-}
upgraded_to_later() {
    local versions
    versions=$(in_registry 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s \
        | grep -a 'DisplayVersion')
    [ "$(echo "$versions" | wc -l)" -eq 1 ] || fail "installed side by side: $versions"
    echo "$versions" | grep -aqE "REG_SZ +$later *$" || fail "not upgraded to $later: $versions"
}
upgraded_to_later
expect 0 wine "$own/foerderbuch.com" verify "$ledger"
expect 0 wine msiexec /x "$(winepath -w "$newer"/*-user.msi)" /qn
[ ! -e "$own/foerderbuch.exe" ] || fail 'the program is still there'
if in_registry 'HKCU\Software\Classes\Foerderbuch.Ledger\shell\open\command' /ve | grep -aq exe; then
    fail 'the double click is still there'
fi
! on_path 'HKCU\Environment' || fail 'the search path still has the program'
[ -f "$data/graphics.json" ] && [ -f "$data/settings.json" ] || fail 'the settings are gone'
"$native" verify --deep "$work/Förder mittel/Thüringen 2019.foerderbuch"
say 'upgraded and removed; ledger and settings stay'

# The installer for the computer.
expect 0 wine msiexec /i "$(winepath -w "$packages"/*-machine.msi)" /qn
all=$WINEPREFIX/drive_c/Program\ Files/Foerderbuch
expect 0 wine "$all/foerderbuch.com" verify "$ledger"
in_registry 'HKLM\Software\Classes\Foerderbuch.Ledger\shell\open\command' /ve | grep -aq '%1' \
    || fail 'no double click for the computer'
everybody='HKLM\System\CurrentControlSet\Control\Session Manager\Environment'
on_path "$everybody" || fail 'no console of the computer knows the program'
cp 'Förder mittel/Thüringen 2019.foerderbuch' known.foerderbuch
expect 0 wine cmd /c foerderbuch balance known.foerderbuch
expect 3 wine cmd /c foerderbuch balance missing.foerderbuch
expect 0 wine msiexec /i "$(winepath -w "$newer"/*-machine.msi)" /qn
cmp "$all/foerderbuch.exe" "$newer/foerderbuch.exe"
upgraded_to_later
wine "$all/foerderbuch.exe" "$ledger" &
open_again() { [ "$(windows)" -eq 1 ]; }
wait_for 'the window of the later version' open_again
window=$(xdotool search --onlyvisible --name 'rderbuch' | head -n 1)
sleep 3
settle
wait_for 'its end' quit
expect 0 wine msiexec /x "$(winepath -w "$newer"/*-machine.msi)" /qn
! on_path "$everybody" || fail 'the search path of the computer still has the program'
[ ! -e "$all/foerderbuch.exe" ] || fail 'the program of the computer is still there'
say 'installed for the computer, upgraded, started and removed'
