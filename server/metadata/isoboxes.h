// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <optional>
#include <vector>

namespace porchlight {

/// A box of the ISO base media file format (ISO/IEC 14496-12 §4.2), what MP4, MOV, HEIC and AVIF are made of.
struct IsoBox
{
    QByteArray type;   ///< Four bytes.
    qint64 offset = 0; ///< Of the content, from the source's beginning.
    qint64 length = 0; ///< Of the content.
};

/// More than any file has beside one another.
constexpr int MaxIsoBoxes = 10'000;

/// The boxes that stand in [offset, offset + length), as far as they are whole.
std::vector<IsoBox> isoBoxes(const ByteSource &bytes, qint64 offset, qint64 length);
/// The first of a type among them.
std::optional<IsoBox> findIsoBox(const ByteSource &bytes, qint64 offset, qint64 length, QByteArrayView type);
/// The same inside another box.
std::optional<IsoBox> findIsoBox(const ByteSource &bytes, const IsoBox &within, QByteArrayView type);

} // namespace porchlight
