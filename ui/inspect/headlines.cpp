// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/headlines.h"

namespace porchlight {

QList<QByteArray> headLines(QByteArray head)
{
    if (head.endsWith('\n'))
        head.chop(head.endsWith("\r\n") ? 2 : 1);
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast(); // the empty line that ends a head
    return lines;
}

std::optional<HeadField> headField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    return HeadField{line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()};
}

QList<HeadField> headFields(const QByteArray &head)
{
    QList<HeadField> fields;
    const QList<QByteArray> lines = headLines(head);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (auto field = headField(lines[i]))
            fields += *std::move(field);
    }
    return fields;
}

} // namespace porchlight
