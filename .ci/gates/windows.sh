# shellcheck shell=bash
# Gates of the Windows program, under Wine. Sourced by .ci/run.

# The profile of what is shipped, but with little of the optimiser, which halves the time: papers
# and entries are the same, not size and speed.
windows() {
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 "$tools/windows_build.sh" --release
}

# What an earlier run left behind is never tried in place of what could not be made.
good_before() { [ "$(cat "$logs/$1.status")" -eq 0 ] || fail "$1 was not good"; }

# The packages of that program, made as those that are shipped, and of a later version for the
# upgrade. What is shipped is built with the whole optimiser: smaller, and with other bytes.
packages() {
    good_before windows
    local exe=$target/x86_64-pc-windows-gnu/release/foerderbuch.exe
    OUT=$target/windows packaging/windows/build.sh "$exe"
    VERSION=0.1.99 OUT=$work/newer packaging/windows/build.sh "$exe"
    (cd "$target/windows" && sha256sum --quiet -c SHA256SUMS)
}

wine() {
    good_before packages
    local exe=$target/windows/foerderbuch.com system
    # Not a path of Windows.
    unset FOERDERBUCH_DATA
    export WINEPREFIX=$work/wine
    # Makes the place where Windows programs run, with a stand-in for the one library that Wine 8
    # lacks; installed programs find it where Windows has its own.
    (cd "$work" && "$tools/windows_run.sh" "$exe" "$kept/wine.png" 8 sample made.foerderbuch)
    system=$WINEPREFIX/drive_c/windows/system32
    cp "$target/windows/bcryptprimitives.dll" "$system/"
    rm "$target/windows/bcryptprimitives.dll"
    "$root/tests/windows_walk.sh" "$target/windows" "$work/newer" "$program" "$kept" \
        "$kept/window.png"
}

# On a screen without OpenGL: a box says what was tried.
nothing_paints() {
    good_before packages
    unset FOERDERBUCH_DATA
    WINEPREFIX=$work/wine "$root/tests/windows_fail_over.sh" "$target/windows/foerderbuch.exe" \
        "$program" "$kept"
}
