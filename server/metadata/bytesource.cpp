// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/bytesource.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace porchlight {

ByteSource::~ByteSource() = default;

QByteArray ByteSource::read(qint64 offset, qint64 length) const
{
    if (offset < 0 || length <= 0 || offset > m_size || length > m_size - offset)
        return {};
    const QByteArray bytes = readUpTo(offset, length);
    return bytes.size() == length ? bytes : QByteArray();
}

QByteArray ByteSource::readUpTo(qint64 offset, qint64 length) const
{
    if (offset < 0 || offset >= m_size || length <= 0)
        return {};
    QByteArray bytes(std::min(length, m_size - offset), Qt::Uninitialized);
    bytes.truncate(readInto(bytes.data(), offset, bytes.size()));
    return bytes;
}

qint64 ByteSource::readTo(char *data, qint64 offset, qint64 length) const
{
    if (offset < 0 || offset >= m_size || length <= 0)
        return 0;
    return readInto(data, offset, std::min(length, m_size - offset));
}

BytesInMemory::BytesInMemory(QByteArray bytes)
    : ByteSource(bytes.size())
    , m_bytes(std::move(bytes))
{}

qint64 BytesInMemory::readInto(char *data, qint64 offset, qint64 length) const
{
    std::memcpy(data, m_bytes.constData() + offset, size_t(length));
    return length;
}

BytesWithin::BytesWithin(const ByteSource &bytes, qint64 offset, qint64 length)
    : ByteSource(std::clamp<qint64>(bytes.size() - offset, 0, std::max<qint64>(length, 0)))
    , m_bytes(bytes)
    , m_offset(offset)
{}

qint64 BytesWithin::readInto(char *data, qint64 offset, qint64 length) const
{
    return m_bytes.readTo(data, m_offset + offset, length);
}

BytesOfFile::BytesOfFile(int descriptor, qint64 size)
    : ByteSource(size)
    , m_descriptor(descriptor)
{}

qint64 BytesOfFile::readInto(char *data, qint64 offset, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t n = ::pread(m_descriptor, data + done, size_t(length - done), offset + done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        done += n;
    }
    return done;
}

} // namespace porchlight
