#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares Porchlight's speed with nginx's and, where they are installed, lighttpd's, Caddy's and Python's, on the
# same files in the same run, and its tiles of photos with vipsthumbnail's:
# bench.sh [--rounds N] [--seconds N] [--only PART-OF-A-CASE] [--servers NAME,NAME...].
# Prints Markdown tables; fails when a target is missed. Meant for a machine that does nothing else.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"

{
    packaging/setup.sh --bench
    [ -e build/release/build.ninja ] || cmake --preset release -Wno-dev --log-level=WARNING
    cmake --build --preset release --target porchlight windowload tileload
} >&2

echo "$(date -u +%F), $(nproc) cores, $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)"
result=0
python3 -B tests/bench/bench.py build/release/app/porchlight "$@" || result=1

echo
echo "### The window at 20,000 requests/s"
echo
QT_QPA_PLATFORM=offscreen build/release/tests/bench/windowload || result=1

echo
echo "### Tiles of photos"
echo
QT_QPA_PLATFORM=offscreen build/release/tests/bench/tileload build/release/app/porchlight-thumbnailer || result=1
exit $result
