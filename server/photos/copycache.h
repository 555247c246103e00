// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/thumbnailers.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <vector>

namespace porchlight {

/// A smaller copy as it lies in the cache.
struct ReadyCopy
{
    std::shared_ptr<const OpenFile> file;
    qint64 size = 0; ///< Bytes.
};

/// The smaller copies of pictures, JPEG files in a folder of their own, by photoVersion(). Beyond its limit
/// those used longest ago go. find() and pathFor() are thread-safe; the rest belongs to one thread.
class CopyCache final
{
public:
    /// `folder`: absolute, made if need be; `limit` in bytes.
    CopyCache(QByteArray folder, qint64 limit);

    /// The copy, now marked as used; its file is null when there is none.
    ReadyCopy find(const QByteArray &version, CopySize size) const;
    /// Where a copy belongs; its folder exists.
    QByteArray pathFor(const QByteArray &version, CopySize size) const;

    /// Looks at what lies there; done once before what needs it. May take seconds for 100,000 copies.
    void count();
    /// So full that more would soon take others away.
    bool isNearlyFull();
    /// Copies of one picture were made: makes room when there are too many.
    void added(const QByteArray &version, const std::vector<CopySize> &sizes);
    /// Takes all copies away.
    void empty();
    /// As far as they have been counted.
    qint64 bytes() const { return m_bytes; }

private:
    /// A tenth less than the limit, bytes.
    qint64 roomy() const { return m_limit - m_limit / 10; }
    void makeRoom();
    void sweep() const;

    const QByteArray m_folder;
    const qint64 m_limit;
    std::atomic<qint64> m_bytes = 0;
    bool m_isCounted = false;
};

} // namespace porchlight
