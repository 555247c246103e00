// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/iptcfields.h"

#include <QtEndian>

#include <algorithm>

namespace porchlight {

namespace {

constexpr QByteArrayView PhotoshopId("Photoshop 3.0\0", 14);

void readRecord(QByteArrayView record, qsizetype offset, std::vector<IptcField> &fields)
{
    constexpr qsizetype Head = 5; // a mark, the record, the field and the length
    constexpr char ApplicationRecord = 2;
    while (record.size() >= Head && record[0] == 0x1c) {
        const qsizetype length = qFromBigEndian<quint16>(record.data() + 3);
        if (length > record.size() - Head)
            return;
        if (record[1] == ApplicationRecord)
            fields.push_back({quint8(record[2]), offset + Head, length});
        record = record.sliced(Head + length);
        offset += Head + length;
    }
}

} // namespace

std::vector<IptcField> iptcFields(QByteArrayView app13)
{
    constexpr quint16 IptcResource = 0x0404;
    std::vector<IptcField> fields;
    if (!app13.startsWith(PhotoshopId))
        return fields;
    // Each resource: "8BIM", number, padded name, length, padded content.
    QByteArrayView resources = app13.sliced(PhotoshopId.size());
    while (resources.size() >= 12 && resources.startsWith("8BIM")) {
        const auto number = qFromBigEndian<quint16>(resources.data() + 4);
        const qsizetype nameLength = (qsizetype(quint8(resources[6])) + 2) & ~qsizetype(1);
        if (6 + nameLength + 4 > resources.size())
            break;
        const auto length = qsizetype(qFromBigEndian<quint32>(resources.data() + 6 + nameLength));
        resources = resources.sliced(6 + nameLength + 4);
        if (length > resources.size())
            break;
        if (number == IptcResource)
            readRecord(resources.first(length), resources.data() - app13.data(), fields);
        resources = resources.sliced(std::min(resources.size(), (length + 1) & ~qsizetype(1)));
    }
    return fields;
}

} // namespace porchlight
