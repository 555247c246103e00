// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace porchlight {

struct DecodedContent
{
    QByteArray bytes;
    bool isWhole = true; ///< Whether it ended as it should, within the limit.
};

/// Content without its Content-Encoding (RFC 9110 §8.4), where it has one up to this many bytes of it, so
/// that a few compressed bytes cannot fill the memory. None for a coding that is not known or content that is
/// not coded so. What is missing at its end is forgiven.
inline constexpr qsizetype MaxDecodedContent = 256 * 1024;
std::optional<DecodedContent> decodedContent(const QByteArray &content, QByteArrayView coding);

} // namespace porchlight
