// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct archive;
struct archive_entry;

namespace porchlight {

/// Writes a zip archive into memory, from where it is taken piece by piece. Content is stored as it is, with
/// its checksum and length behind it (APPNOTE 4.3.9); Zip64 where sizes or counts ask for it. Needs a
/// process whose locale is UTF-8, as Qt's applications have.
class ZipWriter final
{
public:
    ZipWriter();
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    /// `name` is UTF-8 with "/" between folders; `modifiedNs` nanoseconds since 1970 UTC.
    void addFolder(const QByteArray &name, qint64 modifiedNs);
    /// `size`: how many bytes are about to be written, as far as one can know. Fewer may follow; more are
    /// left out.
    void beginFile(const QByteArray &name, qint64 size, qint64 modifiedNs);
    void write(QByteArrayView bytes);
    void endFile();
    /// Writes the list of everything that is in the archive.
    void finish();

    /// What was written and not taken, about 64 KiB at most; empty when all was.
    QByteArray take();
    /// Out of memory: the archive cannot be gone on with.
    bool failed() const { return m_failed; }

private:
    void beginEntry(const QByteArray &name, unsigned type, qint64 size, qint64 modifiedNs);
    void note(qint64 result);

    struct ArchiveFree
    {
        void operator()(archive *a) const;
    };
    struct EntryFree
    {
        void operator()(archive_entry *e) const;
    };
    struct Output
    {
        QByteArray bytes;
        bool isWanted = true;
    };
    Output m_output; // before m_archive, which writes as it ends
    qsizetype m_taken = 0;
    std::unique_ptr<archive, ArchiveFree> m_archive;
    std::unique_ptr<archive_entry, EntryFree> m_entry;
    bool m_failed = false;
};

} // namespace porchlight
