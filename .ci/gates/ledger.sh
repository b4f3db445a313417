# shellcheck shell=bash
# Gates of the ledger and of the command line. Sourced by .ci/run.

# Random lives of a programme against a reference that only adds up lists (tests/it/model), and how
# often each kind was accepted and refused. The same lives each time, so that the same code gets the
# same answer; MODEL_SEED tries others.
model() {
    local seed
    seed=${MODEL_SEED:-452873477}
    echo "MODEL_SEED=$seed"
    MODEL_RUNS=${MODEL_RUNS:-500} MODEL_STEPS=${MODEL_STEPS:-100} MODEL_SEED=$seed \
        cargo test --test it ledger_and_list -- --nocapture
}

# Power cuts and errors of the disk below SQLite (tests/it/faults). FAULTS=10 takes ten times as
# many.
faults() {
    local times=${FAULTS:-1}
    POWER_CUTS=$((20000 * times)) IO_ERRORS=$((2500 * times)) OPEN_ERRORS=$((4 * times)) \
        cargo test --test it -- faults:: --nocapture --test-threads 2
}

# Every column of rows of every table edited, rows inserted, deleted and swapped, histories computed
# anew. What was changed is kept for the second verifier.
tampering() {
    local times=${FAULTS:-1}
    mkdir -p "$work/tampered"
    TAMPERED=$work/tampered TAMPER_ROWS=$((3 * times)) HISTORIES=$((10 * times)) \
        cargo test --test it -- evidence:: --nocapture
}

# Ledgers, tables, papers and words that mean harm (tests/it/hostile).
hostile() {
    local times=${FAULTS:-1}
    HARMED=$((2000 * times)) CHANGED=$((1000 * times)) MEMORY_MOST=600 \
        cargo test --test it -- hostile:: --nocapture
}

# The verifier written from docs/ledger-format.md alone over all fixtures, good and changed ones.
second_verifier() {
    local name hash told
    mkdir -p "$work/fixtures"
    cd "$work/fixtures"
    "$program" sample sample.foerderbuch
    "$program" sample --through 2022 sample-2022.foerderbuch
    grep '^{' "$root/docs/book-examples.txt" | "$program" book examples.foerderbuch --as 1 -
    "$program" extract sample.foerderbuch --recipient 16066 --out extract.foerderbuch
    "$program" extract sample-2022.foerderbuch --recipient 16999006 --out extract-2022.foerderbuch
    "$program" backup examples.foerderbuch --to .
    "$program" backup sample.foerderbuch
    "$program" backup sample.foerderbuch --drill
    "$program" restore sample-Sicherungen/*.foerderbuch --to restored.foerderbuch --as 1
    cp sample.foerderbuch issued.foerderbuch
    "$program" statement issued.foerderbuch --recipient 16066 --issue --as 'A. Weber' --out i.pdf
    python3 "$root/tests/verify.py" --vector sample.foerderbuch | tee said
    python3 "$root/tests/verify.py" --vector sample-2022.foerderbuch | tee -a said
    grep -qx "hash [0-9]* $(cat "$root/tests/it/head.txt")" said \
        || fail 'the last hash is not the one of tests/it/head.txt'
    while read -r name _ hash; do
        grep -q "$hash" "$root/docs/ledger-format.md" \
            || fail "docs/ledger-format.md has another $name"
    done <said
    # An anchor from paper, and one with a digit that was changed.
    hash=$(cat "$root/tests/it/head.txt")
    python3 "$root/tests/verify.py" sample.foerderbuch --anchor "276:$hash"
    told=0
    python3 "$root/tests/verify.py" sample.foerderbuch \
        --anchor "276:$(echo "$hash" | tr 0-9a-f 1-9a-f0)" 2>&1 || told=$?
    [ "$told" -eq 1 ] || fail "a false anchor ends with $told"
    cp "$work/tampered"/* . || fail 'no changed ledgers to look at'
    python3 "$root/tests/agree.py" . 150
}

# Two processes book into one ledger, some are killed.
fight() {
    "$program" sample "$work/fight.foerderbuch"
    python3 "$root/tests/fight.py" "$program" "$work/fight.foerderbuch" $((500 * ${FAULTS:-1}))
    "$program" verify --deep "$work/fight.foerderbuch"
}

# Killed, or answered with an error, at each step between papers, ledger and file names.
fail_points() {
    python3 "$root/tests/fail_points.py" "$program" "$work/points" $((3 * ${FAULTS:-1}))
}

killed_while_booking() {
    local ledger=$work/kill.foerderbuch rounds=$((300 * ${FAULTS:-1})) round before after pid
    local interrupted=0 told begun took
    "$program" sample "$ledger"
    for ((round = 1; round <= rounds; round++)); do
        # How long nobody's death takes tells where to kill: it grows with the ledger.
        if [ $((round % 20)) -eq 1 ]; then
            milestones 20 "W$round" >"$work/kill.jsonl"
            begun=${EPOCHREALTIME/./}
            "$program" book "$ledger" --as 1 "$work/kill.jsonl" >/dev/null
            took=$(((${EPOCHREALTIME/./} - begun) / 1000))
            after=$(known_seq "$ledger")
        fi
        milestones 20 "K$round" >"$work/kill.jsonl"
        before=$after
        "$program" book "$ledger" --as 1 "$work/kill.jsonl" >/dev/null 2>&1 &
        pid=$!
        sleep "$(printf '%d.%03d' $((took = took, at = RANDOM % (took * 5 / 4) + 1, at / 1000)) \
            $((at % 1000)))"
        kill -9 "$pid" 2>/dev/null || true
        told=0
        wait "$pid" 2>/dev/null || told=$?
        [ "$told" -eq 0 ] || interrupted=$((interrupted + 1))
        # Each command opens the ledger with full verification first.
        after=$(known_seq "$ledger")
        [ "$told" -ne 0 ] || [ "$after" -eq $((before + 20)) ] \
            || fail "round $round: told as booked, and from $before to $after"
        [ "$after" -eq "$before" ] || [ "$after" -eq $((before + 20)) ] \
            || fail "round $round: from $before to $after"
    done
    "$program" verify --deep "$ledger"
    echo "$rounds rounds, killed in $interrupted, $after entries, nothing half done"
    [ "$interrupted" -ge $((rounds / 10)) ] || fail 'most rounds were over before they were killed'
}

# Books until a file system of that many KB is full.
filled() {
    local place=$work/full told=0 round before
    mkdir -p "$place"
    mount -t tmpfs -o "size=$1k" tmpfs "$place"
    # shellcheck disable=SC2064
    trap "umount '$place'" EXIT
    if ! "$program" sample "$place/s.foerderbuch" >/dev/null 2>"$work/full.txt"; then
        grep -q 'Speicher\|Platz' "$work/full.txt" || fail "$1 KB: $(cat "$work/full.txt")"
        [ -z "$(ls "$place")" ] || fail "$1 KB: left behind: $(ls "$place")"
        return 0
    fi
    for ((round = 1; round <= 200 && told == 0; round++)); do
        before=$(known_seq "$place/s.foerderbuch")
        milestones 20 "F$round" >"$work/full.jsonl"
        "$program" book "$place/s.foerderbuch" --as 1 "$work/full.jsonl" 2>"$work/full.txt" \
            >/dev/null || told=$?
    done
    [ "$told" -eq 3 ] || fail "$1 KB: exit code $told: $(cat "$work/full.txt")"
    "$program" verify --deep "$place/s.foerderbuch"
    [ "$(known_seq "$place/s.foerderbuch")" -eq "$before" ] || fail "$1 KB: something was half done"
    told=0
    "$program" sample "$place/t.foerderbuch" >/dev/null 2>"$work/full.txt" || told=$?
    [ "$told" -eq 3 ] || fail "$1 KB: exit code $told for a new ledger"
    [ "$(find "$place" -name '*.part' -o -name 't.*' | wc -l)" -eq 0 ] || fail "$1 KB: left behind"
}

full_disk() {
    local size
    for size in $(seq 440 4 596); do
        (filled "$size")
    done
    cat "$work/full.txt"
    echo '40 file systems of 440 to 596 KB, each booked full'
    echo 'nothing half done, nothing left behind'
}

# Licences, sources, hashes and bans; the bill of materials is kept.
supply() {
    python3 "$root/tests/supply.py" check
    python3 "$root/tests/supply.py" bill "$kept/bill-of-materials.json"
    if cargo deny --version >/dev/null 2>&1; then
        cargo deny check bans licenses sources
        # Only a list that cannot be had is passed over; what is found fails.
        if ! cargo deny fetch db >/dev/null 2>&1; then
            echo 'advisories: their list cannot be had here'
        else
            cargo deny check advisories
        fi
    else
        echo 'cargo-deny is not here: tests/supply.py alone has read deny.toml'
    fi
}

# A few seconds of each fuzz target; FUZZ_SECONDS says how many. What a target says is shown in full
# when it fails, and the file that did it is kept.
fuzz() {
    local of said=$work/fuzz.txt built=$target/fuzz
    local -x RUSTFLAGS='--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1'
    RUSTFLAGS+=' -Cllvm-args=-sanitizer-coverage-level=4'
    RUSTFLAGS+=' -Cllvm-args=-sanitizer-coverage-inline-8bit-counters'
    RUSTFLAGS+=' -Cllvm-args=-sanitizer-coverage-pc-table'
    cargo build --locked --manifest-path tests/fuzz/Cargo.toml --target-dir "$built" \
        --target x86_64-unknown-linux-gnu
    for of in camt mt940 csv zip xlsx drawing ledger book paper entry; do
        mkdir -p "$work/corpus/$of"
        case $of in
        ledger) "$program" sample "$work/corpus/ledger/s.foerderbuch" ;;
        paper)
            "$program" statement "$work/corpus/ledger/s.foerderbuch" --recipient 16066 \
                --out "$work/corpus/paper/a.pdf"
            ;;
        xlsx) "$program" template --kind recipients --out "$work/corpus/xlsx/a.xlsx" ;;
        *) cp "tests/fuzz/seeds/$of"/* "$work/corpus/$of" ;;
        esac
        if ! "$built/x86_64-unknown-linux-gnu/debug/$of" "$work/corpus/$of" \
            -max_total_time="$FUZZ_SECONDS" -timeout=20 -rss_limit_mb=1024 -max_len=1000000 \
            -artifact_prefix="$kept/fuzz-$of-" -print_final_stats=1 >"$said" 2>&1; then
            cat "$said"
            return 1
        fi
        echo "$of: $(sed -n 's/.*number_of_executed_units: *//p' "$said") runs, nothing broke"
    done
}

readme_walk() {
    mkdir -p "$work/walk" "$work/bin"
    ln -s "$program" "$work/bin/foerderbuch"
    cd "$work/walk"
    # Runs the commands of the walk; what the README shows below one must be what it prints.
    PATH=$work/bin:$PATH python3 - "$root/README.md" <<'PY'
import subprocess, sys

walk = open(sys.argv[1], encoding="utf-8").read().split("\n## A first walk\n")[1].split("\n## ")[0]
steps, indented = [], False
for line in walk.splitlines():
    if line.startswith("    $ "):
        steps.append((line[6:], []))
        indented = True
    elif line.startswith("    ") and indented:
        steps[-1][1].append(line[4:])
    elif line.strip():
        indented = False
    elif indented:
        steps[-1][1].append("")
for command, shown in steps:
    done = subprocess.run(["bash", "-c", command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    plain = str.maketrans("\u00a0\u202f", "  ")
    said, shown = done.stdout.translate(plain).strip(), "\n".join(shown).strip()
    if done.returncode != 0 or shown and said != shown:
        sys.exit(f"{command}\nends with {done.returncode} and prints\n{said}\nnot\n{shown}")
if len(steps) < 8:
    sys.exit("the README has no walk")
print(f"{len(steps)} commands, each prints what the README shows")
PY
}

# The sample, the small programme of `book --help`, and that one under names which an accounting
# tool could take for its own signs. Every further ledger is one more name in the list.
accounting() {
    local ledgers=(sample examples signs) name
    mkdir -p "$work/accounting"
    cd "$work/accounting"
    "$program" sample sample.foerderbuch
    grep '^{' "$root/docs/book-examples.txt" >examples.jsonl
    sed -e 's/"EG-2024-001"/"[AZ]: 1  (a); 50 %\u00a0x"/g' \
        -e 's/1616 88371/(16;16)  883:71/g' \
        -e 's/Änderungsbescheid 1/Nr. 1; [2019\/99\/99] date:x, :a:b: y:: (1+/g' \
        examples.jsonl >signs.jsonl
    for name in examples signs; do
        "$program" book "$name.foerderbuch" --as 1 "$name.jsonl"
    done
    python3 "$root/tests/accounting_check.py" "$program" "${ledgers[@]/%/.foerderbuch}"
    "$program" export sample.foerderbuch --format journal --out "$kept/sample.journal"
}

bank_samples() { MUTATIONS=50000 cargo test --test it -- bank_ lists_of_others; }
