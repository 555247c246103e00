// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/sourcedevice.h"

#include <algorithm>
#include <cstring>

namespace porchlight {

SourceDevice::SourceDevice(const ByteSource &bytes, qint64 offset, qint64 length)
    : m_bytes(bytes)
    , m_offset(offset)
    , m_length(length)
{
    open(QIODevice::ReadOnly);
}

SourceDevice::SourceDevice(const ByteSource &bytes)
    : SourceDevice(bytes, 0, bytes.size())
{}

bool SourceDevice::seek(qint64 position)
{
    if (position < 0 || position > m_length)
        return false;
    m_at = position;
    return QIODevice::seek(position);
}

qint64 SourceDevice::readData(char *data, qint64 maxSize)
{
    const qint64 n = m_bytes.readTo(data, m_offset + m_at, std::min(maxSize, m_length - m_at));
    m_at += n;
    return n;
}

qint64 SourceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace porchlight
