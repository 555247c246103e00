#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares Porchlight's speed with nginx's and, where they are installed, lighttpd's, Caddy's and Python's, on the
# same files in the same run, its tiles of photos with vipsthumbnail's, and tells how soon a guest sees 2,000 photos:
# bench.sh [--rounds N] [--seconds N] [--only PART-OF-A-CASE] [--servers NAME,NAME...]
# bench.sh photos [--photos N] [--rounds N]    only what is about photos
# Prints Markdown tables; fails when a target is missed. Meant for a machine that does nothing else.
set -euo pipefail
only_photos=$([ "${1-}" = photos ] && echo yes || true)
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"

{
    packaging/setup.sh --bench
    [ -e build/release/build.ninja ] || cmake --preset release -Wno-dev --log-level=WARNING
    cmake --build --preset release --target porchlight windowload tileload photofolder
} >&2

echo "$(date -u +%F), $(nproc) cores, $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)"
result=0
photo_options=()
if [ "$only_photos" ]; then
    photo_options=("${@:2}")
else
    python3 -B tests/bench/bench.py build/release/app/porchlight "$@" || result=1

    echo
    echo "### The window at 20,000 requests/s"
    echo
    QT_QPA_PLATFORM=offscreen build/release/tests/bench/windowload || result=1
fi

echo
echo "### Tiles of photos"
echo
QT_QPA_PLATFORM=offscreen build/release/tests/bench/tileload build/release/app/porchlight-thumbnailer || result=1

echo
echo "### A guest's visit to a folder of photos"
echo
python3 -B tests/bench/photos.py build/release/app/porchlight build/release/tests/support/photofolder \
    "${photo_options[@]}" || result=1
exit $result
