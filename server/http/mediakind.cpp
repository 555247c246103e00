// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mediakind.h"

#include "server/http/mediatype.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight {

namespace {

struct KindOfType
{
    std::string_view type; ///< A whole type, or the beginning of a family of types.
    MediaKind kind;
};

constexpr auto WholeTypes = std::to_array<KindOfType>({
    {"application/ecmascript", MediaKind::Script},
    {"application/epub+zip", MediaKind::Document},
    {"application/gzip", MediaKind::Archive},
    {"application/java-archive", MediaKind::Archive},
    {"application/javascript", MediaKind::Script},
    {"application/json", MediaKind::Text},
    {"application/msword", MediaKind::Document},
    {"application/pdf", MediaKind::Document},
    {"application/postscript", MediaKind::Document},
    {"application/rtf", MediaKind::Document},
    {"application/toml", MediaKind::Text},
    {"application/vnd.android.package-archive", MediaKind::Archive},
    {"application/vnd.apple.mpegurl", MediaKind::Video},
    {"application/vnd.debian.binary-package", MediaKind::Archive},
    {"application/vnd.efi.iso", MediaKind::Archive},
    {"application/vnd.ms-fontobject", MediaKind::Font},
    {"application/vnd.rar", MediaKind::Archive},
    {"application/x-7z-compressed", MediaKind::Archive},
    {"application/x-bzip", MediaKind::Archive},
    {"application/x-bzip2", MediaKind::Archive},
    {"application/x-javascript", MediaKind::Script},
    {"application/x-rar", MediaKind::Archive},
    {"application/x-shellscript", MediaKind::Text},
    {"application/x-tar", MediaKind::Archive},
    {"application/x-xz", MediaKind::Archive},
    {"application/x-yaml", MediaKind::Text},
    {"application/xhtml+xml", MediaKind::Page},
    {"application/xml", MediaKind::Text},
    {"application/yaml", MediaKind::Text},
    {"application/zip", MediaKind::Archive},
    {"application/zstd", MediaKind::Archive},
    {"text/css", MediaKind::Style},
    {"text/html", MediaKind::Page},
    {"text/javascript", MediaKind::Script},
    {"text/rtf", MediaKind::Document},
});
static_assert(std::ranges::is_sorted(WholeTypes, {}, &KindOfType::type));

constexpr auto Beginnings = std::to_array<KindOfType>({
    {"image/", MediaKind::Image},
    {"video/", MediaKind::Video},
    {"audio/", MediaKind::Audio},
    {"font/", MediaKind::Font},
    {"text/", MediaKind::Text},
    {"application/vnd.ms-excel", MediaKind::Document},
    {"application/vnd.ms-powerpoint", MediaKind::Document},
    {"application/vnd.ms-word", MediaKind::Document},
    {"application/vnd.oasis.opendocument.", MediaKind::Document},
    {"application/vnd.openxmlformats-officedocument.", MediaKind::Document},
    {"application/x-font-", MediaKind::Font},
});

constexpr auto Endings = std::to_array<KindOfType>({
    {"-compressed-tar", MediaKind::Archive},
    {"+json", MediaKind::Text},
    {"+xml", MediaKind::Text},
});

} // namespace

MediaKind mediaKind(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArray lowered =
        contentType.first(semicolon < 0 ? contentType.size() : semicolon).trimmed().toByteArray().toLower();
    const std::string_view type(lowered.data(), static_cast<size_t>(lowered.size()));

    const auto whole = std::ranges::lower_bound(WholeTypes, type, {}, &KindOfType::type);
    if (whole != WholeTypes.end() && whole->type == type)
        return whole->kind;
    for (const KindOfType &family : Beginnings) {
        if (type.starts_with(family.type))
            return family.kind;
    }
    for (const KindOfType &family : Endings) {
        if (type.ends_with(family.type))
            return family.kind;
    }
    return MediaKind::Other;
}

MediaKind mediaKindOfName(QByteArrayView fileName)
{
    return mediaKind(contentTypeOf(fileName));
}

} // namespace porchlight
