# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the check-*.sh scripts: Debian roots made with debootstrap, kept in a cache folder, entered in
# namespaces of their own so that nothing stays mounted or running afterwards. Needs root.
# shellcheck shell=bash

cache=${XDG_CACHE_HOME:-$HOME/.cache}/porchlight

# The mirror this machine's own apt uses; PORCHLIGHT_MIRROR overrides it (on Ubuntu, whose mirrors have no Debian).
debian_mirror() {
    if [ -n "${PORCHLIGHT_MIRROR:-}" ]; then
        echo "$PORCHLIGHT_MIRROR"
        return
    fi
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 'Created-By: Packages' |
        awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }'
}

# make_root SUITE FOLDER: a minimal Debian, made once.
make_root() {
    local suite=$1 root=$2 mirror
    [ ! -e "$root/.porchlight-ready" ] || return 0
    mirror=$(debian_mirror)
    if [ -z "$mirror" ]; then
        echo "No Debian mirror in this machine's apt configuration: run apt-get update, or set PORCHLIGHT_MIRROR." >&2
        return 1
    fi
    if [ -e "$root/debootstrap" ] || [ ! -e "$root/var/lib/dpkg/status" ]; then
        rm -rf "$root"
        mkdir -p "$root"
        debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
            tail -n 5 "$root.log" >&2
            return 1
        }
    fi
    # The root fetches packages the way this machine does (proxies, checks of dates).
    apt-config dump | grep -E '^Acquire::(http|https|Check-)' >"$root/etc/apt/apt.conf.d/00machine" || true
    touch "$root/.porchlight-ready"
}

# in_root [--offline] [--bind OUTSIDE INSIDE]… ROOT COMMAND…: runs as root inside ROOT. Offline: a network of
# its own with nothing but loopback, so that ports and X displays of this machine are out of reach.
in_root() {
    local namespaces=(--mount --pid --ipc) offline='' binds=()
    while :; do
        case $1 in
        --offline) offline=1 namespaces+=(--net); shift ;;
        --bind) binds+=("$2" "$3"); shift 3 ;;
        *) break ;;
        esac
    done
    local root=$1
    shift
    # shellcheck disable=SC2016
    unshare "${namespaces[@]}" --fork --kill-child bash -euc '
        root=$1 offline=$2 count=$3
        shift 3
        mount -t proc proc "$root/proc"
        mount -t devpts devpts "$root/dev/pts"
        mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        while [ "$count" -gt 0 ]; do
            mkdir -p "$root$2"
            mount --bind "$1" "$root$2"
            shift 2
            count=$((count - 2))
        done
        if [ -n "$offline" ]; then
            ip link set lo up
        else
            cp /etc/resolv.conf "$root/etc/resolv.conf"
        fi
        exec chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true "$@"
    ' in_root "$root" "$offline" "${#binds[@]}" "${binds[@]}" "$@"
}

require_root() {
    if [ "$(id -u)" -ne 0 ]; then
        echo "$(basename "$0") makes Debian roots, and that takes root: sudo $0" >&2
        exit 1
    fi
}
