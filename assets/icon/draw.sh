#!/usr/bin/env bash
# Draws foerderbuch.ico and foerderbuch.png from the two drawings beside it; what it makes is kept
# in the repository, so that a build needs neither of its tools (Debian: librsvg2-bin, icoutils).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
small=(16 20 24) large=(32 40 48 64 128 256)
for size in "${small[@]}"; do
    rsvg-convert -w "$size" -h "$size" foerderbuch-small.svg -o "$work/$size.png"
done
for size in "${large[@]}"; do
    rsvg-convert -w "$size" -h "$size" foerderbuch.svg -o "$work/$size.png"
done
# The largest one is kept as PNG inside, as Windows reads it since Vista.
icotool -c -o foerderbuch.ico \
    "$work"/16.png "$work"/20.png "$work"/24.png "$work"/32.png "$work"/40.png "$work"/48.png \
    "$work"/64.png "$work"/128.png -r "$work"/256.png
cp "$work/64.png" foerderbuch.png
