# shellcheck shell=bash
# What all gates of .ci/run share. Sourced; `root`, `work`, `logs`, `program`, `target`, `kept`,
# `tools` and `everything` are set there.

heading() { printf '\n==== %s\n' "$1"; }

# What commands remember as seen is of one check alone: many begin with the same sample.
own_memory() {
    FOERDERBUCH_DATA=$(mktemp -d "$work/seen.XXXXXX")
    export FOERDERBUCH_DATA
}

# worked SHELL: seconds of processor time of all that it has waited for; 0 where nothing tells it.
worked() {
    awk -v hz="$(getconf CLK_TCK)" '{ print int(($16 + $17) / hz) }' "/proc/$1/stat" 2>/dev/null \
        || echo 0
}

# gate NAME FUNCTION [ARGUMENT...]: one check; a failure is counted and the next one runs.
gate() {
    local name=$1 start=$SECONDS status=0 before took
    before=$(worked $$)
    shift
    heading "$name"
    set +e
    (
        set -e
        own_memory
        "$@"
    )
    status=$?
    set -e
    took="$((SECONDS - start)) s, $(($(worked $$) - before)) s of processor time"
    if [ "$status" -eq 0 ]; then
        passed=$((passed + 1))
        echo "---- good, $took: $name"
    else
        failed=$((failed + 1))
        failures+=("$name")
        echo "---- FAILED with $status, $took: $name"
    fi
}

skip() {
    heading "$1"
    echo "---- skipped: $2"
    skipped=$((skipped + 1))
}

fail() {
    echo "$1"
    return 1
}

# install PACKAGE...: what is missing, with apt; false where that cannot be done.
install() {
    local missing=() package
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 1
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' \
            || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    [ "$(id -u)" -eq 0 ] || return 1
    echo "installing ${missing[*]}"
    # Another one may be installing; one package that cannot be had keeps none of the others away.
    local apt=(apt-get -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update -qq >/dev/null || return 1
    "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && return 0
    local all=0
    for package in "${missing[@]}"; do
        "${apt[@]}" install -y -qq --no-install-recommends "$package" >/dev/null || all=1
    done
    return "$all"
}

# Installs all at once, for two gates that run at once cannot; what lacks a tool is skipped.
tools_at_hand() {
    install "${everything[@]}" || echo 'not all can be had; what lacks them is skipped'
    [ ! -x "$tools/check_pdf.sh" ] || "$tools/check_pdf.sh" --setup \
        || echo 'papers may not be checked'
}

# known_seq LEDGER: number of its last entry.
known_seq() { "$program" balance "$1" --json | sed -n 's/.*"known_seq": \([0-9]*\).*/\1/p'; }

head_of() { "$program" balance "$1" --json | sed -n 's/.*"head": "\([0-9a-f]*\)".*/\1/p'; }

# beside NAME FUNCTION: runs it while other gates run; awaited NAME shows what it said and ends as
# it did. NAME.by is the process that runs it, or its turn.
beside() {
    local status=$logs/$1.status self
    (
        set -e
        SECONDS=0
        trap 'echo $? >"$status.new" && mv "$status.new" "$status"' EXIT
        own_memory
        self=$BASHPID
        "$2"
        echo "beside other gates: $SECONDS s, $(worked "$self") s of processor time"
    ) >"$logs/$1" 2>&1 </dev/null &
    echo $! >"$logs/$1.by"
}

# in_turn FUNCTION...: one after the other, beside the gates that follow.
in_turn() {
    local one
    (
        for one in "$@"; do
            beside "$one" "$one"
            wait
        done
    ) &
    for one in "$@"; do echo $! >"$logs/$one.by"; done
}

awaited() {
    while [ ! -f "$logs/$1.status" ]; do
        if ! kill -0 "$(cat "$logs/$1.by")" 2>/dev/null && sleep 1 && [ ! -f "$logs/$1.status" ]
        then
            cat "$logs/$1" || true
            fail "$1 ended without a word"
            return 1
        fi
        sleep 1
    done
    cat "$logs/$1"
    return "$(cat "$logs/$1.status")"
}

# milestones COUNT PREFIX: that many harmless drafts.
milestones() {
    local number
    for ((number = 1; number <= $1; number++)); do
        printf '{"kind":"milestone_planned","effective_on":"2020-12-16","body":'
        printf '{"milestone":"%s-%d","name":{"de":"Probe","en":"Trial"}}}\n' "$2" "$number"
    done
}

can_trace() { strace -f -qq -o /dev/null true 2>/dev/null; }

can_mount() {
    [ "$(id -u)" -eq 0 ] && mkdir -p "$work/probe" \
        && mount -t tmpfs -o size=64k tmpfs "$work/probe" 2>/dev/null && umount "$work/probe"
}
