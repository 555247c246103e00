// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/sessionfile.h"

#include "server/session/aboutjson.h"
#include "server/session/exchangejson.h"
#include "server/session/wholefile.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QSet>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace porchlight {

namespace {

constexpr QByteArrayView AboutEntry("session.json");
constexpr QByteArrayView ExchangesEntry("exchanges.jsonl");

constexpr qsizetype MaxAbout = 4 * 1024 * 1024; // all visitors there may be, with the longest names
constexpr qsizetype MaxLine = 4 * 1024 * 1024;  // two heads at their largest, escaped, and two contents

using Kind = RecordingProblem::Kind;

struct Free
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
struct FreeWrite
{
    void operator()(archive *a) const { archive_write_free(a); }
};
struct FreeRead
{
    void operator()(archive *a) const { archive_read_free(a); }
};

class Writer final
{
public:
    explicit Writer(const ByteSink &sink)
        : m_archive(archive_write_new())
        , m_sink(sink)
    {
        note(archive_write_set_format_zip(m_archive.get()));
        note(archive_write_set_bytes_per_block(m_archive.get(), 0));
        note(archive_write_open(m_archive.get(), this, nullptr, append, nullptr));
    }

    void beginEntry(QByteArrayView name, qint64 modifiedAt)
    {
        const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), name.data());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), modifiedAt / 1'000, 0);
        note(archive_write_header(m_archive.get(), entry.get()));
    }
    void write(const QByteArray &bytes)
    {
        if (!m_failed)
            note(archive_write_data(m_archive.get(), bytes.constData(), size_t(bytes.size())));
    }
    /// Whether all of it was written.
    bool finish()
    {
        note(archive_write_close(m_archive.get()));
        return !m_failed;
    }

private:
    // Not told of a failure: an archive that fails does not free all it has.
    static la_ssize_t append(archive *, void *self, const void *bytes, size_t size)
    {
        auto *writer = static_cast<Writer *>(self);
        if (!writer->m_failed)
            writer->m_failed = !writer->m_sink({static_cast<const char *>(bytes), qsizetype(size)});
        return la_ssize_t(size);
    }
    void note(qint64 result) { m_failed = m_failed || result < ARCHIVE_WARN; }

    const std::unique_ptr<archive, FreeWrite> m_archive;
    const ByteSink &m_sink;
    bool m_failed = false;
};

class Reader final
{
public:
    explicit Reader(QIODevice &file)
        : m_archive(archive_read_new())
        , m_file(file)
    {
        // Not by the directory at the file's end: it would be taken into memory before a limit could count.
        archive_read_support_format_zip_streamable(m_archive.get());
        archive_read_open(
            m_archive.get(), this, nullptr,
            [](archive *, void *self, const void **bytes) {
                auto *reader = static_cast<Reader *>(self);
                *bytes = reader->m_block.data();
                return la_ssize_t(
                    reader->m_file.read(reader->m_block.data(), qint64(reader->m_block.size())));
            },
            nullptr);
    }

    /// The next entry's name; null at the end, and where the archive is damaged.
    QByteArray nextEntry()
    {
        archive_entry *entry = nullptr;
        const int result = archive_read_next_header(m_archive.get(), &entry);
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            return {};
        const char *name = archive_entry_pathname(entry);
        return name ? QByteArray(name) : QByteArray("");
    }

    /// Gives the entry's bytes piece by piece until `use` gives a problem.
    template <typename Use>
    std::optional<Kind> read(Use use)
    {
        std::array<char, 64 * 1024> piece;
        for (;;) {
            const la_ssize_t size = archive_read_data(m_archive.get(), piece.data(), piece.size());
            if (size < 0)
                return Kind::Damaged;
            if (size == 0)
                return std::nullopt;
            if (const std::optional<Kind> problem = use(QByteArrayView(piece.data(), size)))
                return problem;
        }
    }

private:
    const std::unique_ptr<archive, FreeRead> m_archive;
    QIODevice &m_file;
    std::array<char, 64 * 1024> m_block;
};

/// Takes exchanges from lines that come in pieces.
class ExchangeLines final
{
public:
    explicit ExchangeLines(std::vector<Exchange> &exchanges)
        : m_exchanges(exchanges)
    {}

    std::optional<Kind> add(QByteArrayView piece)
    {
        for (;;) {
            const qsizetype end = piece.indexOf('\n');
            if (m_line.size() + (end < 0 ? piece.size() : end) > MaxLine)
                return Kind::TooLarge;
            m_line += end < 0 ? piece : piece.first(end);
            if (end < 0)
                return std::nullopt;
            if (const std::optional<Kind> problem = finishLine())
                return problem;
            piece = piece.sliced(end + 1);
        }
    }

    bool isComplete() const { return m_line.isEmpty(); }

private:
    std::optional<Kind> finishLine()
    {
        const QByteArray line = std::exchange(m_line, {});
        const QJsonDocument json = QJsonDocument::fromJson(line);
        std::optional<Exchange> exchange = exchangeFromJson(json.object());
        if (!exchange || m_ids.contains(exchange->id))
            return Kind::Damaged;
        m_ids.insert(exchange->id);
        m_memory += line.size() + qint64(sizeof(Exchange) + exchange->decisions.size() * sizeof(Decision));
        if (m_memory > Session::MaxMemory || m_exchanges.size() >= Session::MaxExchanges)
            return Kind::TooLarge;
        m_exchanges.push_back(*std::move(exchange));
        return std::nullopt;
    }

    std::vector<Exchange> &m_exchanges;
    QSet<quint64> m_ids;
    QByteArray m_line;
    qint64 m_memory = 0;
};

} // namespace

QString writeSession(const QString &path, const Session &session)
{
    return writeWhole(path, [&session](const ByteSink &sink) {
        Writer writer(sink);
        writer.beginEntry(AboutEntry, session.savedAt);
        writer.write(QJsonDocument(aboutToJson(session)).toJson());
        writer.beginEntry(ExchangesEntry, session.savedAt);
        for (const Exchange &exchange : session.exchanges)
            writer.write(QJsonDocument(exchangeToJson(exchange)).toJson(QJsonDocument::Compact) + '\n');
        return writer.finish();
    });
}

std::variant<Session, RecordingProblem> readSession(QIODevice &file)
{
    Reader reader(file);
    Session session;
    QByteArray about;
    if (reader.nextEntry() != AboutEntry)
        return RecordingProblem{Kind::NotRecording};
    std::optional<Kind> problem = reader.read([&](QByteArrayView piece) {
        about += piece;
        return about.size() > MaxAbout ? std::optional(Kind::TooLarge) : std::nullopt;
    });
    if (!problem)
        problem = aboutFromJson(QJsonDocument::fromJson(about).object(), session);
    if (problem)
        return RecordingProblem{*problem};
    if (reader.nextEntry() != ExchangesEntry)
        return RecordingProblem{Kind::Damaged};
    ExchangeLines lines(session.exchanges);
    problem = reader.read([&](QByteArrayView piece) { return lines.add(piece); });
    if (!problem && !lines.isComplete())
        problem = Kind::Damaged;
    if (problem)
        return RecordingProblem{*problem};
    nameFolders(session);
    return session;
}

} // namespace porchlight
