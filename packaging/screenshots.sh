#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Retakes resources/screenshots/: the real window, in a network of its own with visitors that really ask.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
porchlight=$source/build/release/app/porchlight
pictures=$source/resources/screenshots
screen_size=1280x900 # larger than the window, which is taken alone

if [ "${1:-}" != --inside ]; then
    "$source/packaging/setup.sh" --packaging
    [ -e "$source/build/release/build.ninja" ] || cmake -S "$source" --preset release -Wno-dev --log-level=WARNING
    cmake --build "$source/build/release" --target porchlight
    mkdir -p "$pictures"
    # Root in a namespace of its own needs no root outside.
    exec unshare --user --map-root-user --net --pid --fork --kill-child --mount-proc "$(realpath "$0")" --inside
fi

work=$(mktemp -d)
cleanup() {
    kill "${screen:-}" "${started:-}" 2>/dev/null || true
    wait
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM
export HOME=$work/home XDG_RUNTIME_DIR=$work/runtime LANG=C.UTF-8 LANGUAGE=en TZ=UTC
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS

# This computer is 192.168.1.23 on Wi-Fi; the visitors' addresses live beside it.
ip link set lo up
ip link add wlp3s0 type veth peer name air
ip address add 192.168.1.23/24 dev wlp3s0
ip link set wlp3s0 up
ip link set air up
ip route add default via 192.168.1.1
for visitor in 31 34 38; do
    ip address add "192.168.1.$visitor/32" dev lo
done

cat >"$work/fonts.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test name="family"><string>sans-serif</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit>
  </match>
</fontconfig>
XML
export FONTCONFIG_FILE=$work/fonts.conf

folder="$HOME/Pictures/Summer 2026"
mkdir -p "$folder"/{Lake,Mountains}
for number in 01 02 03 04 05 06; do
    convert -seed "$number" -size 1600x1200 plasma:skyblue-sandybrown -quality 88 "$folder/Lake/beach-$number.jpg"
    convert -seed "1$number" -size 1600x1200 plasma:darkgreen-lightblue -quality 88 "$folder/Mountains/hut-$number.jpg"
done
truncate -s 180M "$folder/first-swim.mp4"
printf '<!doctype html><title>Packing list</title><h1>Packing list</h1>' >"$folder/packing-list.html"

Xvfb -displayfd 4 -screen 0 ${screen_size}x24 -nolisten tcp -noreset 4>"$work/display" 2>"$work/xvfb.log" &
screen=$!
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=:$(<"$work/display")
export DISPLAY

window() { xdotool search --onlyvisible --name '^Porchlight'; }

# picture NAME [WINDOW [CROP]]
picture() {
    sleep 1.5 # for the window to come to rest
    import -window "${2:-$(window | head -n 1)}" -strip ${3:+-crop "$3" +repage} +dither -colors 256 "PNG8:$pictures/$1.png"
    echo "$pictures/$1.png"
}

# press KEY…, in whatever window has the keyboard
press() {
    xdotool key --delay 100 "$@"
    sleep 0.7
}

# into TITLE: the keyboard goes to that window.
into() {
    until xdotool search --onlyvisible --name "$1" >/dev/null; do sleep 0.1; done
    xdotool windowfocus --sync "$(xdotool search --onlyvisible --name "$1" | head -n 1)"
}

# demo_site KEY…: as a teacher makes it, from the start page; the keys lead to the kind.
demo_site() {
    into '^Porchlight'
    press alt+m
    into '^New demo site'
    press "$@"
    sleep 1
    press Return # into the folder that is offered
    until true 2>/dev/null </dev/tcp/192.168.1.23/8080; do sleep 0.1; done
    into '^Porchlight'
}

# start [FOLDER]: as if for the first time.
start() {
    XDG_CONFIG_HOME=$(mktemp -d -p "$work")
    export XDG_CONFIG_HOME
    "$porchlight" "$@" 2>"$work/porchlight.log" &
    started=$!
    until window >/dev/null; do sleep 0.1; done
}

finish() {
    kill -TERM "$started"
    wait "$started"
}

iphone='Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
android='Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
laptop='Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'

# ask ADDRESS USER-AGENT PATH [CURL-ARGUMENT…]
ask() {
    local address=$1 agent=$2 path=$3
    shift 3
    curl -s -o /dev/null --interface "$address" -A "$agent" "$@" "http://192.168.1.23:8080$path" || true
}

# twice PATH: the iPhone asks for it, and later whether it changed.
twice() {
    local etag
    etag=$(curl -s -o /dev/null -D - --interface 192.168.1.31 -A "$iphone" "http://192.168.1.23:8080$1" |
        sed -n 's/^ETag: //p' | tr -d '\r')
    ask 192.168.1.31 "$iphone" "$1" -H "If-None-Match: $etag"
}

visits() {
    until curl -s -o /dev/null --interface 192.168.1.31 -A "$iphone" http://192.168.1.23:8080/; do sleep 0.1; done
    ask 192.168.1.31 "$iphone" /favicon.ico
    ask 192.168.1.31 "$iphone" /Lake/
    twice /Lake/beach-01.jpg
    ask 192.168.1.34 "$laptop" /Mountains
    ask 192.168.1.34 "$laptop" /Mountains/
    ask 192.168.1.34 "$laptop" /Mountains/hut-01.jpg --limit-rate 4M
    ask 192.168.1.34 "$laptop" /packing-list.html
    ask 192.168.1.38 "$android" /first-swim.mp4 -H 'Range: bytes=0-1048575'
    ask 192.168.1.38 "$android" /first-swim.mp4 --limit-rate 9M -m 60 &
    sleep 2
}

start
picture start
finish

# A lesson: a page, a second visit, and a request that waits at the door.
PORCHLIGHT_THEME=light start "$folder"
until curl -s -o /dev/null --interface 192.168.1.31 -A "$iphone" http://192.168.1.23:8080/; do sleep 0.1; done
twice /Lake/beach-01.jpg
xdotool windowfocus "$(window)" key ctrl+2
xdotool key alt+t
sleep 0.5
xdotool key alt+q
sleep 0.5
ask 192.168.1.31 "$iphone" /Lake/pier.jpg -m 10 &
sleep 1
xdotool mousemove 1270 890
picture lesson
press alt+k
xdotool mousemove 150 300 click 5 mousemove 1270 890
picture lesson-quiz '' 300x366+0+285
finish

# The second visit: how a picture first came, and that it is still good.
PORCHLIGHT_THEME=light start
demo_site Return
twice /soup.svg
sleep 1 # for the rows
xdotool mousemove 700 97 click 1
press shift+Down ctrl+d
into '^Two requests compared'
picture lesson-compare "$(xdotool search --onlyvisible --name '^Two requests compared')"
finish

# Dining in: an order, told by an event to the phone that shows the board.
PORCHLIGHT_THEME=light start
demo_site Tab Return
jar=$work/cookies
token=$(curl -s -c "$jar" --interface 192.168.1.38 -A "$android" http://192.168.1.23:8080/ |
    sed -n 's/.*name="token" value="\([0-9a-f]*\)".*/\1/p')
curl -s -N -o /dev/null --interface 192.168.1.31 -A "$iphone" http://192.168.1.23:8080/board/events &
listener=$!
sleep 0.5
curl -s -L -o /dev/null -b "$jar" --interface 192.168.1.38 -A "$android" -d "token=$token" -d name=Ben -d dish=1 -d quantity=2 \
    -d note= http://192.168.1.23:8080/order
press ctrl+2
picture lesson-dinein '' 880x760+300+0
kill "$listener"
finish

for theme in light dark; do
    PORCHLIGHT_THEME=$theme start "$folder"
    visits
    xdotool mousemove 700 178 click 1 mousemove 1270 890
    picture "requests-$theme"
    finish
done
