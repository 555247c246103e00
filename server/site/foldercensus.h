// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QThreadPool)

namespace porchlight {

/// Counts what a folder holds, all its subfolders included, on a pool thread. Lives in the caller's thread
/// and never blocks it; its destructor does not wait for the count under way, it makes it end early. Symlinks
/// count as one item without bytes and are not followed.
class FolderCensus final : public QObject
{
    Q_OBJECT
public:
    /// Deeper trees than people make; ends the loops of broken file systems.
    static constexpr int MaxDepth = 64;

    /// `pool` outlives the census.
    explicit FolderCensus(QThreadPool *pool, QObject *parent = nullptr);
    ~FolderCensus() override;

    /// Begins to count; a count under way is given up and never heard of again. `folder`: absolute path,
    /// bytes as on disk.
    void start(const QByteArray &folder, bool showHidden);
    void cancel();

signals:
    /// At most five times a second, and once with `finished` set unless the count was cancelled. Items are
    /// files and folders, without the folder itself; bytes are the files' sizes.
    void counted(qint64 items, qint64 bytes, bool finished);

private:
    struct Count;

    void report();

    QThreadPool *const m_pool;
    QTimer m_timer;
    std::shared_ptr<Count> m_count;
    qint64 m_reportedItems = 0;
};

} // namespace porchlight
