#!/usr/bin/env bash
# Builds the program so that its bytes depend on sources, compiler and system alone, not on folders:
#
#     packaging/reproducible.sh [ARGUMENT...]          cargo build --release --locked ARGUMENT...
#     packaging/reproducible.sh check [ARGUMENT...]    builds in two folders and compares the bytes
#
# PROFILE names another profile. Both builds need the same compiler (rustc --version) and linker.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
profile=${PROFILE:-release}

# build FOLDER ARGUMENT...: with neutral names in place of the folders, whose own may hold blanks.
build() {
    local folder=$1 home=${CARGO_HOME:-$HOME/.cargo} target blank=$'\x1f'
    shift
    target=$(realpath -m "${CARGO_TARGET_DIR:-$folder/target}")
    cd "$folder"
    CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$target=/target$blank\
--remap-path-prefix=$folder=/foerderbuch$blank--remap-path-prefix=$home=/cargo" \
        CC_SHELL_ESCAPED_FLAGS=1 \
        CFLAGS="'-ffile-prefix-map=$target=/target' '-ffile-prefix-map=$home=/cargo'" \
        CARGO_INCREMENTAL=0 SOURCE_DATE_EPOCH=0 \
        cargo build --locked --profile "$profile" --bin foerderbuch "$@"
}

# place ARGUMENT...: where below Cargo's target folder these arguments put the program.
place() {
    local triple='' folder=$profile name=foerderbuch
    while [ $# -gt 0 ]; do
        case $1 in
            --target) triple=${2:-} ;;
            --target=*) triple=${1#--target=} ;;
        esac
        shift
    done
    [ "$profile" != dev ] || folder=debug
    case $triple in *-windows-*) name=foerderbuch.exe ;; esac
    echo "${triple:+$triple/}$folder/$name"
}

if [ "${1:-}" != check ]; then
    build "$root" "$@"
    exit
fi
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
program=$(place "$@")
for folder in one 'another place/below'; do
    mkdir -p "$work/$folder"
    git -C "$root" archive HEAD | tar -x -C "$work/$folder"
    (CARGO_TARGET_DIR=$work/$folder/target build "$work/$folder" "$@")
    sha256sum "$work/$folder/target/$program"
done
cmp "$work/one/target/$program" "$work/another place/below/target/$program"
echo 'the same bytes'
