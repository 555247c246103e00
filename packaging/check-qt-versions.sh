#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Porchlight and runs every test against the newer versions of Qt, in Debian roots kept in the cache
# folder. Prints one line a version: check-qt-versions.sh [SUITE]...   (default: trixie sid)
set -uo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=roots.sh
. "$source/packaging/roots.sh"
require_root

suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie sid)

# What is in the work tree now, committed or not. What is as it was in the last copy keeps its time, and all else is
# new: only what changed is built again, and nothing is left out that changed while the last copy was built.
copy_source() {
    local target=$1 before=$1.before file
    rm -rf "$before"
    mkdir -p "$target"
    mv "$target" "$before"
    mkdir -p "$target"
    (
        cd "$source" || exit
        git ls-files -co --exclude-standard -z | while IFS= read -r -d '' file; do
            [ ! -e "$file" ] || printf '%s\0' "$file" # deleted, but not yet in the index
        done | tar -c --null --no-recursion -T -
    ) | tar -C "$target" -xm
    (
        cd "$target" || exit
        find . -type f -print0 | while IFS= read -r -d '' file; do
            ! cmp -s "$file" "$before/$file" || touch -r "$before/$file" "$file"
        done
    )
    rm -rf "$before"
}

check() {
    local suite=$1
    local root=$cache/qt-roots/$suite work=$cache/qt-builds/$suite log=$cache/qt-builds/$suite.log
    local begun=$SECONDS version passed
    mkdir -p "$work/build"
    copy_source "$work/source"
    {
        make_root "$suite" "$root" &&
            in_root --bind "$work/source" /source "$root" /source/packaging/setup.sh --yes --tests &&
            in_root --offline --bind "$work/source" /source --bind "$work/build" /build "$root" bash -euc '
                cmake -S /source -B /build -G Ninja -DCMAKE_BUILD_TYPE=Debug -DPORCHLIGHT_WERROR=ON -DPORCHLIGHT_CCACHE=OFF -Wno-dev
                cmake --build /build
                ctest --test-dir /build --output-on-failure --parallel 2'
    } >"$log" 2>&1 </dev/null
    local result=$?
    version=$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f='${source:Upstream-Version}' qt6-base-dev 2>/dev/null)
    passed=$(sed -n 's/^100% tests passed, 0 tests failed out of //p' "$log")
    if [ $result -eq 0 ] && [ -n "$passed" ]; then
        echo "Qt ${version%%+*} ($suite): $passed tests passed in $((SECONDS - begun)) s"
    else
        echo "Qt ${version%%+*} ($suite): FAILED after $((SECONDS - begun)) s; the end of $log:"
        tail -n 25 "$log"
        return 1
    fi
}

failures=0
for suite in "${suites[@]}"; do
    check "$suite" || failures=$((failures + 1))
done
exit $((failures > 0))
