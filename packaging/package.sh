#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes and checks the Debian package for this machine's release. Prints its path last.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$source/build/package

{
    "$source/packaging/setup.sh" --packaging
    # Debian's own flags: hardening, and no paths of this machine in the program.
    export DEB_BUILD_MAINT_OPTIONS=hardening=+all
    cmake -S "$source" -B "$build" -G Ninja -DPORCHLIGHT_TESTS=OFF \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/usr -Wno-dev --log-level=WARNING \
        -DCMAKE_CXX_FLAGS="$(cd "$source" && dpkg-buildflags --get CXXFLAGS) $(dpkg-buildflags --get CPPFLAGS)" \
        -DCMAKE_EXE_LINKER_FLAGS="$(dpkg-buildflags --get LDFLAGS)"
    cmake --build "$build"
    rm -f "$build"/*.deb
    (cd "$build" && umask 022 && cpack)

    desktop-file-validate "$source/packaging/porchlight.desktop"
    appstreamcli validate --no-net "$source/packaging/org.porchlight.Porchlight.metainfo.xml"
    lintian --allow-root --fail-on error --tag-display-limit 0 "$build"/*.deb
} >&2
ls "$build"/*.deb
