// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <QIODevice>

namespace porchlight {

/// Part of a ByteSource for readers that want a QIODevice; open for reading from the beginning.
class SourceDevice final : public QIODevice
{
    Q_OBJECT
public:
    /// `bytes` must outlive it; [offset, offset + length) must lie within them.
    SourceDevice(const ByteSource &bytes, qint64 offset, qint64 length);
    explicit SourceDevice(const ByteSource &bytes);

    qint64 size() const override { return m_length; }
    bool seek(qint64 position) override;

private:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

    const ByteSource &m_bytes;
    const qint64 m_offset;
    const qint64 m_length;
    qint64 m_at = 0; ///< QIODevice's own position falls behind by what it has buffered.
};

} // namespace porchlight
