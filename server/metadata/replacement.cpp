// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/replacement.h"

#include <algorithm>

namespace porchlight {

void appendZeros(Replacements &replacements, qint64 offset, qint64 length)
{
    static char zeros[1024 * 1024]; // all of them are these
    while (length > 0) {
        const qint64 piece = std::min<qint64>(length, sizeof zeros);
        replacements.push_back({offset, QByteArray::fromRawData(zeros, piece)});
        offset += piece;
        length -= piece;
    }
}

void appendMoved(Replacements &replacements, Replacements inside, qint64 offset)
{
    for (Replacement &each : inside)
        replacements.push_back({each.offset + offset, std::move(each.bytes)});
}

Replacements onlyChanges(const ByteSource &file, Replacements replacements)
{
    constexpr qsizetype Apart = 256; // what is closer together is remembered and sent in one
    Replacements changes;
    for (Replacement &each : replacements) {
        const bool ownsMemory = each.bytes.capacity() > 0;
        const QByteArray before = ownsMemory ? file.read(each.offset, each.bytes.size()) : QByteArray();
        if (before.isNull()) {
            changes.push_back(std::move(each));
            continue;
        }
        const auto nextChange = [&](qsizetype from) {
            return std::mismatch(before.begin() + from, before.end(), each.bytes.begin() + from).first -
                   before.begin();
        };
        for (qsizetype begin = nextChange(0); begin < before.size();) {
            qsizetype end = begin + 1;
            qsizetype next = nextChange(end);
            for (; next < before.size() && next - end < Apart; next = nextChange(end))
                end = next + 1;
            changes.push_back({each.offset + begin, each.bytes.sliced(begin, end - begin)});
            begin = next;
        }
    }
    return changes;
}

} // namespace porchlight
