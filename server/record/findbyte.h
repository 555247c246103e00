// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstring>

namespace porchlight {

/// Where `byte` is met first at or behind `from` (within the text or at its end); -1: nowhere. What
/// QByteArrayView::indexOf() gives, without its detour through a search for texts (Qt 6.4).
inline qsizetype findByte(QByteArrayView text, char byte, qsizetype from = 0)
{
    const qsizetype left = text.size() - from;
    const void *found = left > 0 ? std::memchr(text.data() + from, byte, size_t(left)) : nullptr;
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

} // namespace porchlight
