// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compressible.h"

#include "server/transport/tokens.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight {

namespace {

/// Beside text/*, *+json, *+xml and *+yaml. Sorted.
constexpr auto WholeTypes = std::to_array<std::string_view>({
    "application/ecmascript",
    "application/graphql",
    "application/javascript",
    "application/json",
    "application/json5",
    "application/mbox",
    "application/postscript",
    "application/rtf",
    "application/sql",
    "application/toml",
    "application/vnd.apple.mpegurl",
    "application/vnd.ms-fontobject",
    "application/wasm",
    "application/x-javascript",
    "application/x-ndjson",
    "application/x-perl",
    "application/x-php",
    "application/x-ruby",
    "application/x-shellscript",
    "application/x-subrip",
    "application/x-tex",
    "application/x-yaml",
    "application/xml",
    "application/yaml",
    "font/otf",
    "font/ttf",
    "image/bmp",
    "image/vnd.microsoft.icon",
});
static_assert(std::ranges::is_sorted(WholeTypes));

} // namespace

bool isCompressible(QByteArrayView contentType)
{
    if (contentType.startsWith("text/"))
        return true;
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = trimOws(semicolon < 0 ? contentType : contentType.first(semicolon));
    if (type.endsWith("+json") || type.endsWith("+xml") || type.endsWith("+yaml"))
        return true;
    return std::ranges::binary_search(WholeTypes,
                                      std::string_view(type.data(), static_cast<size_t>(type.size())));
}

} // namespace porchlight
