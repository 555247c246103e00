// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace porchlight {

/// The lines of a raw head without their ends and without the empty line that closes it.
QList<QByteArray> headLines(QByteArray head);

struct HeadField
{
    QByteArray name;
    QByteArray value; ///< Without the spaces around it.
};

/// The field that a line of a head is; none without a colon.
std::optional<HeadField> headField(QByteArrayView line);

/// The fields of a raw head, in order; lines that are none are left out.
QList<HeadField> headFields(const QByteArray &head);

} // namespace porchlight
