// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// A text out of a file as a page can carry it: UTF-8 (what is not is taken for Latin-1), no control
/// characters but line ends, nothing around it, at most PictureFacts::MaxText bytes.
QByteArray cleanText(QByteArrayView bytes);

/// A camera's name from its maker's and its model's, which often begins with the maker's: "Canon EOS R5".
QByteArray cameraName(QByteArrayView make, QByteArrayView model);

} // namespace porchlight
