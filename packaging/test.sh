#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up if need be, builds Porchlight with warnings as errors, runs the server's and HTTP tests under
# AddressSanitizer and UndefinedBehaviorSanitizer, fuzzes each parser for a while, then runs every test.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"

export CTEST_OUTPUT_ON_FAILURE=1 CTEST_PARALLEL_LEVEL=2
export UBSAN_OPTIONS=print_stacktrace=1

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
configure() { cmake --preset "$1" -Wno-dev --log-level=WARNING ${CI:+-DCMAKE_CXX_FLAGS_DEBUG=-g1}; }
build_dev() { configure dev && cmake --build --preset dev; }
asan_labels='^(server|http)$'
build_asan() {
    local targets
    configure asan
    # A test's name is its target's.
    mapfile -t targets < <(ctest --test-dir build/asan -N -L "$asan_labels" | sed -n 's/^ *Test *#[0-9]*: //p')
    cmake --build --preset asan --target "${targets[@]}"
}

step 'set up' packaging/setup.sh --yes --tests --browser --fuzz
step 'set up browser tests' set_up_browser_tests
step 'build dev' build_dev
step 'build asan' build_asan
step 'asan: server and HTTP tests' ctest --test-dir build/asan --no-tests=error -L "$asan_labels"
step 'fuzz' packaging/fuzz.sh 20
step 'every test' ctest --test-dir build/dev --no-tests=error

printf '\nTime taken:\n'
printf '%s\n' "${times[@]}"
