// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <functional>
#include <optional>

namespace porchlight {

/// An element of EBML (RFC 8794 §6), what Matroska and WebM are made of.
struct EbmlElement
{
    quint32 id = 0;      ///< With the bits that tell its length, as it is written.
    qint64 offset = 0;   ///< Of its content.
    qint64 length = 0;   ///< As far as there is room for it.
    bool isOpen = false; ///< Its length was not known when it was written: its room is all there is.
};

/// The element at `at`; nothing when none begins there before `end`.
std::optional<EbmlElement> ebmlElementAt(const ByteSource &file, qint64 at, qint64 end);

/// Calls `visit` with the elements in [from, end) until it returns false; at most a thousand.
void forEachEbmlElement(const ByteSource &file, qint64 from, qint64 end,
                        const std::function<bool(const EbmlElement &)> &visit);

} // namespace porchlight
