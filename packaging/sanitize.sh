#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and runs the tests under a sanitizer: sanitize.sh [asan|tsan] [LABELS]
# asan: AddressSanitizer and UndefinedBehaviorSanitizer; tsan: ThreadSanitizer. LABELS is a pattern of ctest
# labels; by default the server's and HTTP tests.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"
preset=${1:-asan} labels="^(${2:-server|http})\$"

export CTEST_OUTPUT_ON_FAILURE=1 CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-2}
export UBSAN_OPTIONS=print_stacktrace=1

cmake --preset "$preset" -Wno-dev --log-level=WARNING ${CI:+-DPORCHLIGHT_PCH=ON}
# A test's name is its target's.
mapfile -t targets < <(ctest --test-dir "build/$preset" -N -L "$labels" | sed -n 's/^ *Test *#[0-9]*: //p')
cmake --build --preset "$preset" --target "${targets[@]}"
ctest --test-dir "build/$preset" --no-tests=error -L "$labels"
