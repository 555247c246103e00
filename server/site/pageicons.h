// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// The symbols a listing's rows refer to by "#folder", "#image", "#video", "#audio", "#page", "#document",
/// "#archive", "#file", "#up": one inline SVG, so that a page needs no second request.
const QByteArray &iconSprite();

/// Porchlight's lamp as inline SVG, `height` CSS pixels tall; decoration only, hidden from screen readers.
QByteArray lampSvg(int height);

/// The lamp as an SVG document for <link rel="icon">, which saves the visit a request for /favicon.ico.
const QByteArray &lampIcon();
/// The same as a data: URL.
const QByteArray &lampDataUrl();

} // namespace porchlight
