// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// The stylesheet that error pages carry, resources/web/src/style.css, light and dark: the design's tokens,
/// the page's frame and messages. Those of the other pages begin with it.
const QByteArray &pageStylesheet();

} // namespace porchlight
