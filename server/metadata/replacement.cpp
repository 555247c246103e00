// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/replacement.h"

#include <algorithm>

namespace porchlight {

void appendZeros(Replacements &replacements, qint64 offset, qint64 length)
{
    static const QByteArray zeros(1024 * 1024, '\0'); // all of them are these
    while (length > 0) {
        const qint64 piece = std::min<qint64>(length, zeros.size());
        replacements.push_back(
            {offset, piece == zeros.size() ? zeros : QByteArray::fromRawData(zeros.constData(), piece)});
        offset += piece;
        length -= piece;
    }
}

void appendMoved(Replacements &replacements, Replacements inside, qint64 offset)
{
    for (Replacement &each : inside)
        replacements.push_back({each.offset + offset, std::move(each.bytes)});
}

} // namespace porchlight
