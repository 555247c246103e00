#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Porchlight needs to be built, run and tested on Debian 12, Debian 13 and Ubuntu 24.04.
set -euo pipefail

usage() {
    cat <<'TEXT'
Usage: packaging/setup.sh [--yes] [--tests] [--browser] [--bench] [--fuzz] [--soak] [--packaging]
  --yes        ask nothing (also when CI is set)
  --tests      also what the tests need
  --browser    also what the browser tests need
  --bench      also what bench.sh needs; on Debian, installing nginx also starts it
  --fuzz       also what fuzz.sh needs
  --soak       also what soak.sh needs
  --packaging  also what package.sh, screenshots.sh and the check-*.sh scripts need
TEXT
}

# "a|b": whichever of the two this release has.
packages=(
    build-essential cmake ninja-build ccache
    qt6-base-dev qt6-httpserver-dev 'qt6-svg-dev|libqt6svg6-dev'
    qt6-websockets-dev                     # Qt6HttpServer's CMake files ask for it
    qt6-l10n-tools                         # the window's words in other languages than English
    qt6-translations-l10n                  # and those of Qt's own buttons
    libqrcodegencpp-dev
    zlib1g-dev libbrotli-dev               # compressed answers
    libarchive-dev                         # folders as zips
    libcmark-gfm-dev libcmark-gfm-extensions-dev # Markdown
    libheif-dev pkg-config                 # photos of phones
    libqt6sql6-sqlite                      # what is known of photos; the café of the demo site
    qt6-image-formats-plugins              # WebP and TIFF photos
    ffmpegthumbnailer                      # pictures of videos
)
test_packages=(
    lld                                    # links the test programs, in a fifth of the time
    libheif-examples ffmpeg                # make photos and videos to be read
    fonts-dejavu-core                      # window tests need one font at least
    zbar-tools                             # reads the QR code as a phone does
    dbus-daemon                            # plays the desktop that says light or dark
    unzip 'p7zip-full|7zip' python3 libarchive-tools # open the zips as guests do
)
# Debian 12's libheif has its codecs in itself; later ones load them.
if ! grep -q '^VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; then
    packages+=(libheif-plugin-libde265 'libheif-plugin-dav1d|libheif-plugin-aomdec')
    test_packages+=(libheif-plugin-x265 libheif-plugin-aomenc)
fi
browser_packages=()
# Node's own packages bring npm along; Ubuntu's chromium is a snap, which tests cannot drive.
command -v npm >/dev/null || browser_packages+=(nodejs npm)
grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null || browser_packages+=(chromium)
bench_packages=(
    nginx wrk curl python3 libvips-tools   # lighttpd and caddy are compared too where they are installed
    libheif-examples ffmpeg                # make photos and films to be shown
    zip                                    # is compared; miniserve, too, where it is installed
)
fuzz_packages=(clang libclang-rt-dev)
soak_packages=(python3 curl wrk slowhttptest)
packaging_packages=(
    git ca-certificates dpkg-dev file gzip desktop-file-utils appstream lintian debootstrap iproute2
    xvfb xauth xdotool imagemagick curl fonts-inter
)

assume_yes=${CI:+1}
for argument in "$@"; do
    case $argument in
    --yes | -y) assume_yes=1 ;;
    --tests) packages+=("${test_packages[@]}") ;;
    --browser) packages+=("${browser_packages[@]}") ;;
    --bench) packages+=("${bench_packages[@]}") ;;
    --fuzz) packages+=("${fuzz_packages[@]}") ;;
    --soak) packages+=("${soak_packages[@]}") ;;
    --packaging) packages+=("${packaging_packages[@]}") ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
done

system_is_known() (
    command -v apt-get >/dev/null && [ -r /etc/os-release ] || return 1
    # shellcheck disable=SC1091
    . /etc/os-release
    case ${UBUNTU_CODENAME:-${VERSION_CODENAME:-}} in
    bookworm | trixie | forky | sid | noble) return 0 ;;
    *) return 1 ;;
    esac
)

if ! system_is_known; then
    cat >&2 <<'TEXT'
This script knows Debian 12, Debian 13 and Ubuntu 24.04, and this is another system.
Install by hand: a C++20 compiler, CMake 3.23 or later, Ninja, qrcodegen for C++, zlib, libarchive,
cmark-gfm, libheif, pkg-config, brotli and ffmpegthumbnailer if you like,
and Qt 6.4, or 6.8 or later, with its HttpServer, WebSockets and Svg modules and Qt Linguist. Then:
  cmake --preset release && cmake --build --preset release && build/release/app/porchlight
TEXT
    exit 1
fi

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for wanted in "${packages[@]}"; do
    IFS='|' read -ra alternatives <<<"$wanted"
    for package in "${alternatives[@]}"; do
        is_installed "$package" && continue 2
    done
    missing+=("$wanted")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Porchlight still needs: ${missing[*]%%|*}" >&2
        echo "Installing them takes root, and sudo is not here. As root: packaging/setup.sh" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Porchlight needs these packages, which are not installed yet:"
echo "  ${missing[*]%%|*}"
if [ -z "$assume_yes" ] && [ -t 0 ]; then
    read -r -p "Install them with ${as_root[*]}${as_root:+ }apt-get? [Y/n] " answer
    case $answer in
    '' | [Yy]*) ;;
    *) echo "Nothing was installed." >&2; exit 1 ;;
    esac
fi

"${as_root[@]}" apt-get update -q
install=()
for wanted in "${missing[@]}"; do
    IFS='|' read -ra alternatives <<<"$wanted"
    for package in "${alternatives[@]}"; do
        if [ -n "$(apt-cache madison "$package" 2>/dev/null)" ]; then
            install+=("$package")
            continue 2
        fi
    done
    echo "apt-get knows no package ${wanted//|/ or }. On Ubuntu, \"sudo add-apt-repository universe\" brings it." >&2
    exit 1
done
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${install[@]}"
