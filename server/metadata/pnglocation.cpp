// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/pnglocation.h"

#include "server/metadata/locationblanking.h"

#include <QtEndian>

#include <algorithm>
#include <array>

#include <zlib.h>

namespace porchlight {

namespace {

constexpr qint64 SignatureLength = 8;
constexpr qint64 HeadLength = 8; ///< A chunk's length and type.
constexpr qint64 ChecksumLength = 4;
/// Each is a read: a file of 400 MB in the pieces that libpng writes has so many.
constexpr int MaxChunks = 50'000;

bool isText(QByteArrayView type)
{
    return type == "tEXt" || type == "zTXt" || type == "iTXt";
}

/// "Raw profile type exif": what ImageMagick and ExifTool write where there is no chunk for it.
bool isPackedMetadata(QByteArrayView keyword)
{
    constexpr QByteArrayView Prefix("Raw profile type ");
    constexpr std::array<QByteArrayView, 5> Kinds{"exif", "app1", "xmp", "iptc", "8bim"};
    return keyword.startsWith(Prefix) && std::ranges::any_of(Kinds, [&](QByteArrayView kind) {
               return keyword.sliced(Prefix.size()).compare(kind, Qt::CaseInsensitive) == 0;
           });
}

/// Keeps the keyword; it is plain text afterwards, of blanks.
void blankText(QByteArray &chunk, qsizetype keywordEnd)
{
    std::ranges::copy(QByteArrayView("tEXt"), chunk.begin());
    std::fill(chunk.begin() + keywordEnd + 1, chunk.end(), ' ');
}

/// Where an iTXt chunk's text begins: behind its keyword, flags, language and translated keyword. -1 when it
/// is compressed, or not all there.
qsizetype plainText(const QByteArray &chunk, qsizetype keywordEnd)
{
    const qsizetype flags = keywordEnd + 1;
    if (flags + 2 > chunk.size() || chunk[flags] != '\0')
        return -1;
    const qsizetype languageEnd = chunk.indexOf('\0', flags + 2);
    const qsizetype translatedEnd = languageEnd < 0 ? -1 : chunk.indexOf('\0', languageEnd + 1);
    return translatedEnd < 0 ? -1 : translatedEnd + 1;
}

/// `chunk`: its type and its data. False when there is no place in it.
bool blankChunk(QByteArray &chunk)
{
    constexpr qsizetype TypeLength = 4;
    const QByteArray type = chunk.first(TypeLength);
    if (type == "eXIf") {
        QByteArray tiff = chunk.sliced(TypeLength);
        if (!blankExifLocation(tiff))
            return false;
        chunk = type + tiff;
        return true;
    }
    const qsizetype keywordEnd = chunk.indexOf('\0', TypeLength);
    if (keywordEnd < 0)
        return false;
    const QByteArrayView keyword = QByteArrayView(chunk).sliced(TypeLength, keywordEnd - TypeLength);
    if (isPackedMetadata(keyword) || isPlaceName(keyword.sliced(keyword.lastIndexOf(':') + 1))) {
        blankText(chunk, keywordEnd);
        return true;
    }
    if (keyword != "XML:com.adobe.xmp")
        return false;
    const qsizetype text = type == "iTXt" ? plainText(chunk, keywordEnd) : -1;
    if (text < 0) {
        blankText(chunk, keywordEnd);
        return true;
    }
    QByteArray packet = chunk.sliced(text);
    const bool found = blankXmpLocation(packet);
    chunk.replace(text, packet.size(), packet);
    return found;
}

} // namespace

std::optional<Replacements> withoutPngLocation(const ByteSource &file)
{
    Replacements replacements;
    qint64 looked = 0;
    qint64 at = SignatureLength;
    for (int chunks = 0; at < file.size(); ++chunks) {
        const QByteArray head = file.read(at, HeadLength);
        if (head.isEmpty() || chunks == MaxChunks)
            return std::nullopt;
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        const QByteArrayView type = QByteArrayView(head).sliced(4);
        const qint64 end = at + HeadLength + length + ChecksumLength;
        if (end > file.size())
            return std::nullopt;
        if (type == "eXIf" || isText(type)) {
            looked += length;
            if (looked > MaxMetadata)
                return std::nullopt;
            QByteArray chunk = file.read(at + 4, 4 + length);
            if (!chunk.isEmpty() && blankChunk(chunk)) {
                const uLong checksum =
                    ::crc32(0, reinterpret_cast<const Bytef *>(chunk.constData()), uInt(chunk.size()));
                QByteArray written(ChecksumLength, '\0');
                qToBigEndian(quint32(checksum), written.data());
                replacements.push_back({at + 4, chunk + written});
            }
        }
        at = end;
        if (type == "IEND")
            break;
    }
    appendZeros(replacements, at, file.size() - at);
    return replacements;
}

} // namespace porchlight
