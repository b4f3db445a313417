#!/usr/bin/env bash
# Makes what an IT department gets for Windows, on Linux:
#   packaging/windows/build.sh [PROGRAM.exe]
# PROGRAM.exe is built when it is not named. Into $OUT (target/windows) go the program and its
# console twin, an installer per user and per machine, a ZIP to carry, and their checksums.
#
# VERSION   another version than that of Cargo.toml, to try an upgrade
# SIGN      a command that signs the file it is given, e.g. an osslsigncode or a signing service;
#           without it nothing is signed, and SmartScreen warns
#
# Debian: wixl, msitools, gcc-mingw-w64-x86-64-posix (for windres and objdump), zip, python3.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/packaging/windows
version=${VERSION:-$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)}

# The program may need no library but these, which every Windows since 10 has.
allowed='^(advapi32|api-ms-win-[a-z0-9-]+|bcrypt|bcryptprimitives|combase|comctl32|comdlg32|d3d12|d3dcompiler_47|dwmapi|dxgi|gdi32|imm32|kernel32|msvcrt|ntdll|ole32|oleaut32|opengl32|propsys|rpcrt4|setupapi|shell32|shlwapi|ucrtbase|uiautomationcore|user32|userenv|uxtheme|winmm|ws2_32)\.dll$'

fail() {
    echo "build.sh: $1" >&2
    exit 1
}

sign() {
    [ -z "${SIGN:-}" ] || $SIGN "$1"
}

if [ $# -gt 0 ]; then
    program=$(realpath "$1")
else
    "$root/packaging/reproducible.sh" --target x86_64-pc-windows-gnu
    program=${CARGO_TARGET_DIR:-$root/target}/x86_64-pc-windows-gnu/release/foerderbuch.exe
fi
out=$(realpath -m "${OUT:-$root/target/windows}")
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

needed=$(x86_64-w64-mingw32-objdump -p "$program" | sed -n 's/.*DLL Name: //p' \
    | tr '[:upper:]' '[:lower:]') || fail "$program cannot be read"
[ -n "$needed" ] || fail "$program names no library: it is no program for Windows"
# That none is left is what grep tells with 1; anything above is a failure of its own.
foreign=$(grep -Ev "$allowed" <<<"$needed") || [ $? -eq 1 ] || fail 'the libraries are not checked'
[ -z "$foreign" ] || fail "the program needs libraries that not every Windows has: $foreign"

# The subsystem is a number at a fixed place behind the header that 0x3c points to: 2 has no console
# window, 3 has. The twin is the same program but for that number.
cp "$program" "$stage/foerderbuch.exe"
header=$(od -An -t u4 -j 60 -N 4 "$stage/foerderbuch.exe" | tr -d ' ')
subsystem() { od -An -t u2 -j $((header + 92)) -N 2 "$1" | tr -d ' '; }
[ "$(subsystem "$stage/foerderbuch.exe")" = 2 ] || fail 'the program would open a console window'
cp "$stage/foerderbuch.exe" "$stage/foerderbuch.com"
printf '\003' | dd of="$stage/foerderbuch.com" bs=1 seek=$((header + 92)) conv=notrunc status=none
[ "$(subsystem "$stage/foerderbuch.com")" = 3 ] || fail 'the twin has no console'

sign "$stage/foerderbuch.exe"
sign "$stage/foerderbuch.com"
cp "$root/assets/icon/foerderbuch.ico" "$here/foerderbuch.wxs" "$stage/"
cp "$root/LICENSE" "$stage/LICENSE.txt"
cp "$root/docs/windows.md" "$stage/"
python3 "$root/tests/supply.py" notices "$stage/THIRD-PARTY.txt"
python3 "$root/tests/supply.py" bill "$stage/bill-of-materials.json"
# The folder may hold other things: only what an earlier run made goes.
mkdir -p "$out"
rm -f "$out"/foerderbuch.{exe,com} "$out"/foerderbuch-*-{user,machine}.msi \
    "$out"/foerderbuch-*-portable.zip "$out/SHA256SUMS"
cp "$stage/foerderbuch.exe" "$stage/foerderbuch.com" "$out/"

# One identity of the association for each package, and the same from version to version.
declare -A association=(
    [perUser]=5D0C1B5E-2F0A-4B1B-9F5B-3F6B8B0B7C01
    [perMachine]=5D0C1B5E-2F0A-4B1B-9F5B-3F6B8B0B7C02
)
printf '\r\n\r\n1252\t_ForceCodepage\r\n' >"$stage/codepage.idt"
# environment SCOPE: the program's folder goes to the end of the search path, so that a console knows
# `foerderbuch`, and is taken from it on removal; the star says that of the computer.
environment() {
    printf '%s\t%s\t%s\t%s\r\n' Environment Name Value Component_ s72 l255 L255 s72
    printf 'Environment\tEnvironment\r\nPath\t=-%sPATH\t[~];[INSTALLDIR]\tTwin\r\n' \
        "$([ "$1" = perUser ] || echo '*')"
}
sequence="INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES"
for scope in perUser perMachine; do
    name=foerderbuch-$version-$([ "$scope" = perUser ] && echo user || echo machine).msi
    # wixl takes files from the folder in which the description lies.
    (cd "$stage" && wixl -a x64 -D "Scope=$scope" -D "Version=$version" \
        -D "Association=${association[$scope]}" -o "$out/$name" foerderbuch.wxs)
    # It writes the texts in that code page and does not say so.
    msibuild "$out/$name" -i "$stage/codepage.idt"
    # It has no words for the search path; the numbers lie beside those of the registry.
    environment "$scope" >"$stage/Environment.idt"
    msibuild "$out/$name" -i "$stage/Environment.idt" \
        -q "$sequence ('RemoveEnvironmentStrings', 3300)" \
        -q "$sequence ('WriteEnvironmentStrings', 5200)"
    sign "$out/$name"
done

portable=foerderbuch-$version
mkdir "$stage/$portable"
cp "$stage"/foerderbuch.{exe,com} "$stage"/{LICENSE,THIRD-PARTY}.txt "$stage/windows.md" \
    "$stage/bill-of-materials.json" "$stage/$portable/"
(cd "$stage" && zip -q -r -X "$out/$portable-portable.zip" "$portable")
(cd "$out" && sha256sum ./*.msi ./*.zip foerderbuch.exe foerderbuch.com >SHA256SUMS)
ls -l "$out"
[ -n "${SIGN:-}" ] || echo 'nothing is signed: SIGN names no command'
