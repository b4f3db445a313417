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

# build FOLDER ARGUMENT...: with neutral names in place of the folders.
build() {
    local folder=$1 home=${CARGO_HOME:-$HOME/.cargo} target
    shift
    target=${CARGO_TARGET_DIR:-$folder/target}
    cd "$folder"
    RUSTFLAGS="--remap-path-prefix=$target=/target --remap-path-prefix=$folder=/foerderbuch \
--remap-path-prefix=$home=/cargo" \
        CFLAGS="-ffile-prefix-map=$target=/target -ffile-prefix-map=$home=/cargo" \
        CARGO_INCREMENTAL=0 SOURCE_DATE_EPOCH=0 \
        cargo build --locked --profile "$profile" --bin foerderbuch "$@"
}

if [ "${1:-}" != check ]; then
    build "$root" "$@"
    exit
fi
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
place=$profile
[ "$profile" != dev ] || place=debug
for folder in one another/place; do
    mkdir -p "$work/$folder"
    git -C "$root" archive HEAD | tar -x -C "$work/$folder"
    (CARGO_TARGET_DIR=$work/$folder/target build "$work/$folder" "$@")
    sha256sum "$work/$folder/target/$place/foerderbuch"
done
cmp "$work/one/target/$place/foerderbuch" "$work/another/place/target/$place/foerderbuch"
echo 'the same bytes'
