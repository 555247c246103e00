// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/ebml.h"

#include <QtAlgorithms>

#include <algorithm>
#include <limits>

namespace porchlight {

namespace {

constexpr qint64 Unknown = std::numeric_limits<qint64>::max();

/// A number of variable length; -1: none. `marked`: with the bit that tells its length, as an id is written.
qint64 variableNumber(const QByteArray &bytes, qsizetype &at, bool marked)
{
    if (at >= bytes.size() || bytes[at] == 0)
        return -1;
    const int length = 1 + qCountLeadingZeroBits(quint8(bytes[at]));
    if (at + length > bytes.size())
        return -1;
    quint64 number = marked ? quint8(bytes[at]) : quint8(bytes[at]) & (0xff >> length);
    bool allOnes = (quint8(bytes[at]) | (0xff << (8 - length) & 0xff)) == 0xff;
    for (int i = 1; i < length; ++i) {
        number = number << 8 | quint8(bytes[at + i]);
        allOnes = allOnes && quint8(bytes[at + i]) == 0xff;
    }
    at += length;
    return !marked && allOnes ? Unknown : qint64(number);
}

} // namespace

std::optional<EbmlElement> ebmlElementAt(const ByteSource &file, qint64 at, qint64 end)
{
    const QByteArray head = file.readUpTo(at, 12);
    qsizetype read = 0;
    const qint64 id = variableNumber(head, read, true);
    const qint64 length = id < 0 ? -1 : variableNumber(head, read, false);
    if (length < 0 || id > std::numeric_limits<quint32>::max() || at + read > end)
        return std::nullopt;
    return EbmlElement{quint32(id), at + read, std::min(length, end - at - read), length == Unknown};
}

void forEachEbmlElement(const ByteSource &file, qint64 from, qint64 end,
                        const std::function<bool(const EbmlElement &)> &visit)
{
    constexpr int MaxElements = 1000; // beside one another, before the first cluster: about ten
    for (int i = 0; i < MaxElements && from < end; ++i) {
        const auto element = ebmlElementAt(file, from, end);
        if (!element || !visit(*element))
            return;
        from = element->offset + element->length;
    }
}

} // namespace porchlight
