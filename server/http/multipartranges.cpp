// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipartranges.h"

#include <QRandomGenerator>

#include <array>

namespace porchlight {

QByteArray randomBoundary()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

QByteArray multipartContentType(QByteArrayView boundary)
{
    return "multipart/byteranges; boundary=" + boundary.toByteArray();
}

Body multipartBody(const StoredFile &file, QByteArrayView contentType, std::span<const ByteRange> ranges,
                   QByteArrayView boundary)
{
    const QByteArray delimiter = "--" + boundary.toByteArray();
    const QByteArray typeLine = "\r\nContent-Type: " + contentType.toByteArray();
    Body body;
    body.parts.reserve(ranges.size() * 2 + 1);
    QByteArray lineBreak;
    for (const ByteRange &range : ranges) {
        body.parts.emplace_back(QByteArray(lineBreak + delimiter + typeLine + "\r\nContent-Range: " +
                                           contentRange(range, file.size) + "\r\n\r\n"));
        body.parts.emplace_back(FileSlice{file.file, range.first, range.length()});
        lineBreak = QByteArrayLiteral("\r\n");
    }
    body.parts.emplace_back(QByteArray(lineBreak + delimiter + "--\r\n"));
    return body;
}

} // namespace porchlight
