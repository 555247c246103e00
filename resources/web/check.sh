#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether dist/ is what src/ gives; exits 77, which ctest shows as skipped, where esbuild is missing.
cd "$(dirname "$0")" || exit 1

skip() {
    echo "Not compared: $1"
    exit 77
}
command -v node >/dev/null || skip 'node is not installed.'
[ -d node_modules/esbuild ] || skip 'run "npm ci" in resources/web first.'
[ -d node_modules/photoswipe ] || skip 'run "npm ci" in resources/web first.'

built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
node build.mjs "$built" && diff -r dist "$built" && exit 0
echo 'dist/ is not what src/ gives. Run "npm run build" in resources/web.'
exit 1
