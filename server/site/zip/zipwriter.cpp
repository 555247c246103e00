// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipwriter.h"

#include <archive.h>
#include <archive_entry.h>

#include <utility>

namespace porchlight {
namespace {

constexpr qsizetype PieceSize = 64 * 1024;

template <typename Output>
la_ssize_t append(archive *, void *output, const void *bytes, size_t size)
{
    if (auto *to = static_cast<Output *>(output); to->isWanted)
        to->bytes.append(static_cast<const char *>(bytes), qsizetype(size));
    return la_ssize_t(size);
}

} // namespace

void ZipWriter::ArchiveFree::operator()(archive *a) const
{
    archive_write_free(a);
}

void ZipWriter::EntryFree::operator()(archive_entry *e) const
{
    archive_entry_free(e);
}

ZipWriter::ZipWriter()
    : m_archive(archive_write_new())
    , m_entry(archive_entry_new())
{
    archive *a = m_archive.get();
    note(archive_write_set_format_zip(a));
    note(archive_write_zip_set_compression_store(a));
    note(archive_write_set_format_option(a, "zip", "hdrcharset", "UTF-8"));
    note(archive_write_set_bytes_per_block(a, 0));
    note(archive_write_set_bytes_in_last_block(a, 1));
    note(archive_write_open(a, &m_output, nullptr, append<Output>, nullptr));
}

ZipWriter::~ZipWriter()
{
    // Whoever ends without finish() wants no more of it. An archive that is told to fail instead
    // (archive_write_fail) does not free all it has.
    m_output.isWanted = false;
}

void ZipWriter::note(qint64 result)
{
    m_failed = m_failed || result < ARCHIVE_WARN;
}

void ZipWriter::beginEntry(const QByteArray &name, unsigned type, qint64 size, qint64 modifiedNs)
{
    constexpr qint64 PerSecond = 1'000'000'000;
    archive_entry *e = m_entry.get();
    archive_entry_clear(e);
    archive_entry_copy_pathname(e, name.constData());
    archive_entry_set_filetype(e, type);
    archive_entry_set_perm(e, type == AE_IFDIR ? 0755 : 0644);
    archive_entry_set_size(e, size);
    const qint64 seconds = modifiedNs / PerSecond - (modifiedNs % PerSecond < 0 ? 1 : 0);
    archive_entry_set_mtime(e, time_t(seconds), 0); // zip's times are whole seconds
    note(archive_write_header(m_archive.get(), e));
}

void ZipWriter::addFolder(const QByteArray &name, qint64 modifiedNs)
{
    beginEntry(name, AE_IFDIR, 0, modifiedNs);
    endFile();
}

void ZipWriter::beginFile(const QByteArray &name, qint64 size, qint64 modifiedNs)
{
    beginEntry(name, AE_IFREG, size, modifiedNs);
}

void ZipWriter::write(QByteArrayView bytes)
{
    note(archive_write_data(m_archive.get(), bytes.data(), size_t(bytes.size())));
}

void ZipWriter::endFile()
{
    note(archive_write_finish_entry(m_archive.get()));
}

void ZipWriter::finish()
{
    note(archive_write_close(m_archive.get()));
}

QByteArray ZipWriter::take()
{
    if (m_taken == 0 && m_output.bytes.size() <= PieceSize * 3 / 2)
        return std::exchange(m_output.bytes, {});
    QByteArray piece = m_output.bytes.mid(m_taken, PieceSize);
    m_taken += piece.size();
    if (m_taken == m_output.bytes.size()) {
        m_output.bytes = {};
        m_taken = 0;
    }
    return piece;
}

} // namespace porchlight
