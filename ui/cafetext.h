// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace porchlight {

/// What the decisions of the café (server/demo/cafehandler.cpp) name, in the window's language: "the menu",
/// "an order". Other apps' words, in recordings, stay as they are; plain text.
QString cafeText(const QByteArray &what);

} // namespace porchlight
