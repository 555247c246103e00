#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds every parser of visitors' bytes with mutated input: fuzz.sh [SECONDS [TARGET...]], 600 seconds for each
# target by default, 20 when CI is set. Fails when an invariant breaks, on a sanitizer's finding, a leak, or an
# input that takes 5 seconds or 1 GiB; says where it is kept.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$source"

seconds=${1:-${CI:+20}}
export seconds=${seconds:-600}
shift || true
[[ $seconds =~ ^[0-9]+$ ]] || { echo 'Usage: packaging/fuzz.sh [SECONDS [TARGET...]]' >&2; exit 2; }

packaging/setup.sh --fuzz
[ -e build/fuzz/build.ninja ] || cmake --preset fuzz -Wno-dev --log-level=WARNING >/dev/null
cmake --build --preset fuzz

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    mapfile -t targets < <(ls tests/fuzz/corpus)
fi

# New inputs go to the build folder, and are where the next run begins.
export found=$source/build/fuzz/found
fuzz() {
    local target=$1 log=$found/$1.log result=clean
    local options=(
        -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -print_final_stats=1
        -dict=tests/fuzz/http.dict -artifact_prefix="$found/$target-"
    )
    case $target in
    requesthead | chunkeddecoder) options+=(-max_len=20000) ;; # some way past the limit of a head
    *) options+=(-max_len=4000) ;;
    esac
    mkdir -p "$found/$target"
    "build/fuzz/tests/fuzz/fuzz_$target" "${options[@]}" "$found/$target" "tests/fuzz/corpus/$target" \
        >"$log" 2>&1 || result=FAILED
    awk -v target="$target" -v result="$result" '
        /^#[0-9]+\t.* cov: / {
            for (i = 1; i < NF; ++i) {
                if ($i == "cov:") cov = $(i + 1)
                if ($i == "ft:") ft = $(i + 1)
            }
        }
        /^stat::number_of_executed_units:/ { executions = $2 }
        /^stat::average_exec_per_sec:/ { rate = $2 }
        END { printf "%-16s %11d executions %7d/s  cov %4d  ft %5d  %s\n", target, executions, rate, cov, ft, result }' "$log"
    [ "$result" = clean ] && return
    grep -E -A 20 'not so:|ERROR: |SUMMARY: |runtime error: |ASSERT' "$log" | head -n 40
    sed -n 's/^.*Test unit written to /  the input: /p' "$log"
    return 1
}
export -f fuzz

echo "$seconds s for each target, $(nproc) at a time"
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I '{}' bash -c 'fuzz {}'
