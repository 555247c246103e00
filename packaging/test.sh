#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up if need be, builds Porchlight with warnings as errors, runs the server's and HTTP tests under
# AddressSanitizer and UndefinedBehaviorSanitizer, fuzzes each parser for a while, then runs every test.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"

export CTEST_OUTPUT_ON_FAILURE=1 CTEST_PARALLEL_LEVEL=2

times=()
step() {
    local name=$1 begun=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    "$@"
    times+=("$(printf '%5d s  %s' $((SECONDS - begun)) "$name")")
}

# Where npm or the browser is missing, the browser test says so and is skipped.
set_up_browser_tests() {
    if command -v npm >/dev/null; then
        npm ci --ignore-scripts --no-audit --no-fund --prefix tests/browser
        npm ci --ignore-scripts --no-audit --no-fund --prefix resources/web
    fi
}

# A CI machine is thrown away afterwards: names of functions are enough, and spare a sixth of the compiler's time.
build_dev() {
    cmake --preset dev -Wno-dev --log-level=WARNING ${CI:+-DCMAKE_CXX_FLAGS_DEBUG=-g1 -DPORCHLIGHT_PCH=ON}
    cmake --build --preset dev
}

step 'set up' packaging/setup.sh --yes --tests --browser --fuzz
step 'set up browser tests' set_up_browser_tests
step 'build dev' build_dev
step 'asan: server and HTTP tests' packaging/sanitize.sh asan
step 'fuzz' packaging/fuzz.sh 20
step 'every test' ctest --test-dir build/dev --no-tests=error

printf '\nTime taken:\n'
printf '%s\n' "${times[@]}"
