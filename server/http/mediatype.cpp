// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mediatype.h"

#include <QCache>
#include <QMimeDatabase>

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight {

namespace {

struct KnownType
{
    std::string_view extension;
    std::string_view contentType;
};

/// Sorted by extension. XML, and so SVG, names its own encoding: a charset here would overrule it.
constexpr auto KnownTypes = std::to_array<KnownType>({
    {"7z", "application/x-7z-compressed"},
    {"aac", "audio/aac"},
    {"apk", "application/vnd.android.package-archive"},
    {"apng", "image/apng"},
    {"avi", "video/x-msvideo"},
    {"avif", "image/avif"},
    {"bmp", "image/bmp"},
    {"bz2", "application/x-bzip2"},
    {"css", "text/css; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"epub", "application/epub+zip"},
    {"flac", "audio/flac"},
    {"gif", "image/gif"},
    {"gz", "application/gzip"},
    {"heic", "image/heic"},
    {"heif", "image/heif"},
    {"htm", "text/html; charset=utf-8"},
    {"html", "text/html; charset=utf-8"},
    {"ico", "image/vnd.microsoft.icon"},
    {"ics", "text/calendar; charset=utf-8"},
    {"iso", "application/vnd.efi.iso"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"jsonld", "application/ld+json"},
    {"jxl", "image/jxl"},
    {"log", "text/plain; charset=utf-8"},
    {"m3u8", "application/vnd.apple.mpegurl"},
    {"m4a", "audio/mp4"},
    {"m4v", "video/mp4"},
    {"map", "application/json"},
    {"md", "text/markdown; charset=utf-8"},
    {"mid", "audio/midi"},
    {"midi", "audio/midi"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"mkv", "video/x-matroska"},
    {"mov", "video/quicktime"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"mpeg", "video/mpeg"},
    {"mpg", "video/mpeg"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"oga", "audio/ogg"},
    {"ogg", "audio/ogg"},
    {"ogv", "video/ogg"},
    {"opus", "audio/ogg"},
    {"otf", "font/otf"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"rar", "application/vnd.rar"},
    {"rtf", "application/rtf"},
    {"svg", "image/svg+xml"},
    {"tar", "application/x-tar"},
    {"tgz", "application/gzip"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"ts", "video/mp2t"},
    {"ttf", "font/ttf"},
    {"txt", "text/plain; charset=utf-8"},
    {"vtt", "text/vtt; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"wav", "audio/wav"},
    {"weba", "audio/webm"},
    {"webm", "video/webm"},
    {"webmanifest", "application/manifest+json"},
    {"webp", "image/webp"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"xhtml", "application/xhtml+xml"},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"xml", "application/xml"},
    {"xz", "application/x-xz"},
    {"zip", "application/zip"},
    {"zst", "application/zstd"},
});
static_assert(std::ranges::is_sorted(KnownTypes, {}, &KnownType::extension));

constexpr qsizetype LongestExtension = 16;
constexpr int RememberedAnswers =
    512; // of the system's table, a thread; asking it takes microseconds and a lock

/// In lower case; empty when the name has none that could be in a table.
QByteArray extensionOf(QByteArrayView fileName)
{
    const qsizetype dot = fileName.lastIndexOf('.');
    const qsizetype length = fileName.size() - dot - 1;
    if (dot <= 0 || length > LongestExtension)
        return {};
    return fileName.sliced(dot + 1).toByteArray().toLower();
}

/// Whether the system's table may tell more of it than "name.dat": each name it knows without an ending is a
/// word (Makefile, README), and each ending has a letter. The others are parts of archives, frames, hashes
/// and mails, by tens of thousands in a folder, and to ask for each takes longest.
bool mayBeKnown(QByteArrayView name, QByteArrayView extension)
{
    constexpr qsizetype LongestWord = 20;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!extension.isEmpty())
        return std::ranges::any_of(extension, isLetter);
    return name.size() <= LongestWord &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || c == '-' || c == '_' || c == '.'; });
}

/// Not mimeTypeForFile(), which would look for a file of that name in the current folder.
QByteArray askSystem(const QByteArray &fileName)
{
    const QList<QMimeType> types = QMimeDatabase().mimeTypesForFileName(QString::fromUtf8(fileName));
    if (types.isEmpty())
        return QByteArrayLiteral("application/octet-stream");
    const QByteArray type = types.first().name().toLatin1();
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
}

QByteArray systemType(const QByteArray &fileName)
{
    thread_local QCache<QByteArray, QByteArray> remembered(RememberedAnswers);
    if (const QByteArray *known = remembered.object(fileName))
        return *known;
    const QByteArray answer = askSystem(fileName);
    remembered.insert(fileName, new QByteArray(answer));
    return answer;
}

} // namespace

QByteArray contentTypeOf(QByteArrayView fileName)
{
    const QByteArray extension = extensionOf(fileName);
    if (!mayBeKnown(fileName, extension))
        return QByteArrayLiteral("application/octet-stream");
    if (extension.isEmpty())
        return systemType(fileName.toByteArray());
    const std::string_view wanted(extension.data(), static_cast<size_t>(extension.size()));
    const auto found = std::ranges::lower_bound(KnownTypes, wanted, {}, &KnownType::extension);
    if (found == KnownTypes.end() || found->extension != wanted)
        return systemType("name." + extension);
    return QByteArray::fromRawData(found->contentType.data(),
                                   static_cast<qsizetype>(found->contentType.size()));
}

} // namespace porchlight
