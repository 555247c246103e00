#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian package on a bare Debian 12 and uses it there: check-package.sh [PACKAGE [SCREENSHOT-FOLDER]]
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=roots.sh
. "$source/packaging/roots.sh"
require_root

package=${1:-$("$source/packaging/package.sh")}
pictures=${2:-$source/build/package}
suite=bookworm
bare=$cache/roots/$suite
root=$cache/roots/$suite-check
work=$(mktemp -d)
background=()
cleanup() {
    touch "$work/end"
    for process in "${background[@]}"; do
        kill "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap cleanup EXIT

# wait_for SECONDS COMMAND…
wait_for() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        if [ $SECONDS -ge $deadline ]; then
            echo "Waited in vain for: $*" >&2
            return 1
        fi
        sleep 0.1
    done
}

echo "Making a bare $suite"
make_root "$suite" "$bare"
rm -rf "$root"
cp -a --reflink=auto "$bare" "$root"
mkdir -p "$cache/roots/archives"
cp "$package" "$work/porchlight.deb"

echo "Installing $(basename "$package") there"
in_root --bind "$work" /check --bind "$cache/roots/archives" /var/cache/apt/archives "$root" bash -euc '
    apt-get update -q
    # Without what is only recommended: the dependencies have to be enough.
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends /check/porchlight.deb' >"$work/apt.log" 2>&1 </dev/null || {
    tail -n 20 "$work/apt.log" >&2
    exit 1
}
echo "  $(grep -c '^Setting up ' "$work/apt.log") packages set up"

mkdir -p "$work/shared"
echo 'Good evening' >"$work/shared/greeting.txt"

# The root has no curl: bash speaks HTTP well enough.
cat >"$work/get" <<'EOS'
get() {
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
    cat <&3
}
EOS

echo "Serving without a window"
in_root --offline --bind "$work" /check "$root" bash -euc '
    . /check/get
    porchlight --headless --bind 127.0.0.1 --port 8123 /check/shared >/check/headless.log &
    until grep -q "^Sharing /check/shared at http://127.0.0.1:8123/" /check/headless.log; do sleep 0.1; done
    get 8123 /greeting.txt | grep -q "^Good evening"
    kill -TERM $!
    wait $!' </dev/null
echo "  the file arrived, and SIGTERM ended it with exit status 0"

echo "Starting the menu entry"
mkdir -p /tmp/.X11-unix
Xvfb -displayfd 4 -screen 0 1280x860x24 -nolisten tcp 4>"$work/display" 2>"$work/xvfb.log" &
background+=($!)
wait_for 10 test -s "$work/display"
DISPLAY=:$(<"$work/display")
wait_for 10 test -S "/tmp/.X11-unix/X${DISPLAY#:}" # the one way in from another network namespace
export DISPLAY

in_root --offline --bind "$work" /check --bind /tmp/.X11-unix /tmp/.X11-unix "$root" bash -euc '
    . /check/get
    export DISPLAY='"$DISPLAY"' XDG_RUNTIME_DIR=/tmp/runtime
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    entry=/usr/share/applications/porchlight.desktop
    command=$(sed -n "s/^Exec=//p" "$entry")
    test -n "$command"
    test -e /usr/share/mime/packages/porchlight.xml
    test -e "/usr/share/icons/hicolor/48x48/apps/$(sed -n "s/^Icon=//p" "$entry").png"
    ${command//%f/} &
    until [ -e /check/window-seen ]; do sleep 0.1; done
    # As the file manager starts it for a folder; the window that is open takes it over.
    ${command//%f//check/shared}
    until get 8080 /greeting.txt 2>/dev/null | grep -q "^Good evening"; do sleep 0.1; done
    touch /check/shared-seen
    until [ -e /check/end ]; do sleep 0.1; done
    kill -TERM $!
    wait $!
    touch /check/ended' >"$work/window.log" 2>&1 </dev/null &
background+=($!)

window_is_there() { xdotool search --onlyvisible --name '^Porchlight'; }
if ! wait_for 20 window_is_there; then
    cat "$work/window.log" >&2
    exit 1
fi
sleep 1 # the first paint
import -window root "$pictures/menu-entry.png"
echo "  the window is open: $pictures/menu-entry.png"

touch "$work/window-seen"
wait_for 20 test -e "$work/shared-seen"
sleep 1
import -window root "$pictures/open-with.png"
echo "  a folder opened from the file manager is shared: $pictures/open-with.png"

touch "$work/end"
wait_for 5 test -e "$work/ended"
echo "  SIGTERM ended it with exit status 0"
echo "The package installs and works on a bare $suite."
