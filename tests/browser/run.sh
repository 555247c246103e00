#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the browser tests against $PORCHLIGHT_BINARY, or the test program given; exits 77, which ctest shows as
# skipped, where something they need is missing.
cd "$(dirname "$0")" || exit 1
export PORCHLIGHT_CHROMIUM="${PORCHLIGHT_CHROMIUM:-/usr/bin/chromium}"

skip() {
    echo "Browser tests skipped: $1"
    exit 77
}
command -v node >/dev/null || skip 'node is not installed.'
[ -x "$PORCHLIGHT_CHROMIUM" ] || skip "there is no Chromium at $PORCHLIGHT_CHROMIUM."
[ -d node_modules/playwright-core ] || skip 'run "npm ci" in tests/browser first.'
if [ ! -x "$PORCHLIGHT_BINARY" ]; then
    echo 'PORCHLIGHT_BINARY does not name the program to test.'
    exit 1
fi

[ $# -gt 0 ] && exec "$@"
exec node --test ./*.test.mjs
