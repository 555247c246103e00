// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/pictureformat.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

template <size_t Count>
bool isAmong(QByteArrayView word, const std::array<QByteArrayView, Count> &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isTiff(QByteArrayView head)
{
    // TIFF itself, and the marks of Panasonic's and Olympus's raw files
    constexpr std::array<QByteArrayView, 5> marks{
        {{"II*\0", 4}, {"MM\0*", 4}, {"IIU\0", 4}, {"IIRO", 4}, {"IIRS", 4}}};
    return isAmong(head.first(4), marks);
}

PictureFormat isoFormat(QByteArrayView head)
{
    constexpr std::array<QByteArrayView, 8> pictures{"heic", "heix", "heim", "heis",
                                                     "mif1", "msf1", "avif", "avis"};
    constexpr std::array<QByteArrayView, 5> movies{"moov", "mdat", "wide", "free", "skip"};
    const QByteArrayView type = head.sliced(4, 4);
    if (type == "ftyp") {
        const QByteArrayView brand = head.sliced(8, 4);
        return isAmong(brand, pictures) ? PictureFormat::Heif
               : brand == "crx "        ? PictureFormat::Unknown
                                        : PictureFormat::Mp4;
    }
    return isAmong(type, movies) ? PictureFormat::Mp4 : PictureFormat::Unknown;
}

} // namespace

PictureFormat pictureFormat(const ByteSource &file, QByteArrayView ending)
{
    constexpr std::array<QByteArrayView, 10> rawEndings{"dng", "cr2", "nef", "nrw", "arw",
                                                        "sr2", "srw", "pef", "orf", "rw2"};
    const QByteArray head = file.read(0, 12);
    if (ending == "svg")
        return PictureFormat::Svg;
    if (head.isEmpty())
        return PictureFormat::Unknown;
    if (head.startsWith("\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    if (head.startsWith("GIF8"))
        return PictureFormat::Gif;
    if (head.startsWith("RIFF") && head.endsWith("WEBP"))
        return PictureFormat::WebP;
    if (head.startsWith("BM") && head.sliced(6, 4) == QByteArrayView("\0\0\0\0", 4)) // reserved, always zero
        return PictureFormat::Bmp;
    if (head.startsWith("\x1a\x45\xdf\xa3"))
        return PictureFormat::Matroska;
    if (isTiff(head))
        return isAmong(ending, rawEndings) ? PictureFormat::Raw : PictureFormat::Tiff;
    return isoFormat(head);
}

} // namespace porchlight
