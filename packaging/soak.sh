#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Attacks the server with slowhttptest, weighs idle and stalled connections, loads it for MINUTES with all kinds of
# visitors, and fails when memory, descriptors or threads grew, an answer was wrong, or it did not stop in time:
# soak.sh [MINUTES], 10 by default; about 3 minutes come on top.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
minutes=${1:-10}
[[ $minutes =~ ^[0-9]+$ ]] || { echo 'Usage: packaging/soak.sh [MINUTES]' >&2; exit 2; }

"$source/packaging/setup.sh" --soak
[ -e "$source/build/release/build.ninja" ] || cmake -S "$source" --preset release -Wno-dev --log-level=WARNING
cmake --build "$source/build/release" --target porchlight

mkdir -p "$source/build/soak"
exec python3 -B "$source/tests/soak/soak.py" "$source/build/release/app/porchlight" "$minutes" "$source/build/soak"
