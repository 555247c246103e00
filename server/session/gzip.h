// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

struct Gunzipped
{
    QByteArray content;
    bool isWhole = false; ///< To the gzip's end.
};
/// The content of a gzip (RFC 1952), up to `most` bytes of it; of one that was cut off or is damaged, what
/// can be read.
Gunzipped gunzip(QByteArrayView bytes, qsizetype most);
QByteArray gzip(QByteArrayView bytes);

} // namespace porchlight
