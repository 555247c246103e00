// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"

#include <optional>
#include <vector>

namespace porchlight {

/// The directories of a TIFF structure (TIFF 6.0 §2), which is what Exif and most raw formats are. Offsets
/// count from the structure's beginning.
class TiffReader final
{
public:
    struct Entry
    {
        quint16 tag = 0;
        quint16 type = 0;
        quint32 count = 0;
        qint64 offset = 0; ///< Of the value.
        qint64 length = 0; ///< Bytes of the value; may reach past the end.
    };
    struct Directory
    {
        std::vector<Entry> entries;
        qint64 next = 0; ///< Offset of the next directory; 0: this is the last.

        const Entry *find(quint16 tag) const;
    };
    /// More than any camera writes; a directory with more is not read.
    static constexpr int MaxEntries = 1000;

    /// Nothing when the bytes do not begin as a TIFF structure. `bytes` must outlive the reader.
    static std::optional<TiffReader> open(const ByteSource &bytes);

    qint64 firstDirectory() const { return m_first; }
    bool isBigEndian() const { return m_bigEndian; }
    /// Without entries when there is none at `offset`.
    Directory directory(qint64 offset) const;
    /// The value's `index`th number, when it is of bytes, shorts or longs; otherwise 0.
    quint32 number(const Entry &entry, quint32 index = 0) const;
    /// The value's bytes; empty when they are not there, or more than 64 KiB.
    QByteArray bytes(const Entry &entry) const;

private:
    TiffReader(const ByteSource &bytes, bool bigEndian)
        : m_bytes(&bytes)
        , m_bigEndian(bigEndian)
    {}

    const ByteSource *m_bytes;
    bool m_bigEndian;
    qint64 m_first = 0;
};

} // namespace porchlight
