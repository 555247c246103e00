#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Porchlight if need be and starts it with the arguments given: packaging/run.sh [FOLDER] [OPTION]...
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Standard output belongs to Porchlight: with --headless its first line is the address.
{
    "$source/packaging/setup.sh"
    [ -e "$source/build/release/build.ninja" ] || cmake -S "$source" --preset release -Wno-dev --log-level=WARNING
    cmake --build "$source/build/release" --target porchlight
} >&2

exec "$source/build/release/app/porchlight" "$@"
