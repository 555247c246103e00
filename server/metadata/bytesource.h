// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight {

/// Bytes that are read from anywhere, such as an open file's. Whatever is asked of it, nothing is read past
/// its end.
class ByteSource
{
public:
    explicit ByteSource(qint64 size)
        : m_size(size)
    {}
    virtual ~ByteSource();
    Q_DISABLE_COPY_MOVE(ByteSource)

    qint64 size() const { return m_size; }
    /// Exactly `length` bytes from `offset`; a null array when they are not all there.
    QByteArray read(qint64 offset, qint64 length) const;
    /// As many of these bytes as are there, at most `length`.
    QByteArray readUpTo(qint64 offset, qint64 length) const;
    /// The same into `data`; how many there were.
    qint64 readTo(char *data, qint64 offset, qint64 length) const;

private:
    virtual qint64 readInto(char *data, qint64 offset, qint64 length) const = 0;

    const qint64 m_size;
};

/// Bytes in memory.
class BytesInMemory final : public ByteSource
{
public:
    explicit BytesInMemory(QByteArray bytes);

private:
    qint64 readInto(char *data, qint64 offset, qint64 length) const override;

    const QByteArray m_bytes;
};

/// A part of other bytes, which outlive it.
class BytesWithin final : public ByteSource
{
public:
    /// What reaches past their end is left out.
    BytesWithin(const ByteSource &bytes, qint64 offset, qint64 length);

private:
    qint64 readInto(char *data, qint64 offset, qint64 length) const override;

    const ByteSource &m_bytes;
    const qint64 m_offset;
};

/// An open file's bytes; leaves the descriptor's position, which others may share, alone.
class BytesOfFile final : public ByteSource
{
public:
    /// `descriptor` stays the caller's. A size of its own: the file may grow or shrink meanwhile.
    BytesOfFile(int descriptor, qint64 size);
    int descriptor() const { return m_descriptor; }

private:
    qint64 readInto(char *data, qint64 offset, qint64 length) const override;

    const int m_descriptor;
};

} // namespace porchlight
