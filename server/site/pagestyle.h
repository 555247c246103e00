// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// The stylesheet of every page Porchlight makes itself, light and dark: the design's tokens, then the page's
/// frame, then the listing, then the error pages.
const QByteArray &pageStylesheet();

} // namespace porchlight
