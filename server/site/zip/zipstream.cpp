// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipstream.h"

#include "server/http/replacedcontent.h"
#include "server/record/overloaded.h"
#include "server/site/zip/zipname.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <mutex>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {
namespace {

constexpr qint64 PieceSize = 64 * 1024;

/// As much of `size` bytes as there is. Nothing when the disk fails.
std::optional<QByteArray> readPiece(const StoredFile &file, qint64 from, qint64 size)
{
    QByteArray piece(size, Qt::Uninitialized);
    for (qint64 at = 0; at < size;) {
        const ssize_t n = ::pread(file.file->descriptor(), piece.data() + at, size_t(size - at), from + at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return std::nullopt;
        if (n == 0)
            piece.truncate(at);
        at = n == 0 ? size : at + n;
    }
    return piece;
}

bool wasChanged(const StoredFile &file)
{
    struct stat status;
    return ::fstat(file.file->descriptor(), &status) != 0 || status.st_size != file.size ||
           modifiedNs(status) != file.modifiedNs;
}

} // namespace

/// A photo that is looked through for its place in another thread.
class ZipStream::LookThrough final : public std::enable_shared_from_this<LookThrough>
{
public:
    explicit LookThrough(StoredFile file)
        : m_file(std::move(file))
    {}
    void begin(KnownLocations &locations)
    {
        m_wait = locations.look(m_file, [weak = weak_from_this()](KnownLocations::Found found) {
            if (const auto self = weak.lock())
                self->bring(std::move(found));
        });
    }
    /// Null while it goes on.
    KnownLocations::Found found()
    {
        const std::lock_guard lock(m_mutex);
        return m_found;
    }
    StoredFile takeFile() { return std::move(m_file); }
    void tell(const std::function<void()> &ready)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_found) {
                m_ready = ready;
                return;
            }
        }
        ready(); // since it was asked
    }

private:
    void bring(KnownLocations::Found found)
    {
        std::function<void()> ready;
        {
            const std::lock_guard lock(m_mutex);
            m_found = std::move(found);
            ready = std::exchange(m_ready, nullptr);
        }
        if (ready)
            ready();
    }

    StoredFile m_file;
    std::mutex m_mutex;
    KnownLocations::Found m_found;
    std::function<void()> m_ready;
    KnownLocations::Wait m_wait;
};

ZipStream::ZipStream(SharedFolder folder, FolderWalk walk, ZipQuota::Ticket ticket, MemoryBudget memory,
                     std::shared_ptr<KnownLocations> locations)
    : m_shared(std::move(folder))
    , m_walk(std::move(walk))
    , m_ticket(std::move(ticket))
    , m_memory(std::move(memory))
    , m_locations(std::move(locations))
{}

QByteArray ZipStream::next()
{
    for (;;) {
        if (m_writer.failed())
            return {};
        QByteArray piece = m_writer.take();
        if (!piece.isEmpty() || m_ended)
            return piece;
        if (m_look && !m_look->found())
            return {};
        step();
    }
}

bool ZipStream::waits(const std::function<void()> &ready)
{
    if (!m_look)
        return false;
    m_look->tell(ready);
    return true;
}

StreamEnd ZipStream::end() const
{
    return m_writer.failed() ? StreamEnd::ReadFailed : StreamEnd::Whole;
}

void ZipStream::step()
{
    if (m_look) {
        const auto look = std::exchange(m_look, nullptr);
        beginFile(look->takeFile(), *look->found());
        return;
    }
    if (m_file) {
        goOnWithFile();
        return;
    }
    while (m_nextEntry < m_folder.entries.size()) {
        const FolderEntry &entry = m_folder.entries[m_nextEntry++];
        if (!entry.isFolder) {
            openFile(entry);
            return;
        }
    }
    enterNextFolder();
}

void ZipStream::enterNextFolder()
{
    m_folder = {};
    m_nextEntry = 0;
    FolderWalk::Step step = m_walk.next();
    std::visit(Overloaded{[this](FolderWalk::Folder &folder) { enter(std::move(folder)); },
                          [this](const FolderWalk::Skipped &skipped) {
                              m_problems.add(zipName(skipped.below) + '/', skipped.why);
                          },
                          [this](FolderWalk::End) { finish(); }},
               step);
}

void ZipStream::enter(FolderWalk::Folder folder)
{
    const QByteArray name = zipName(folder.below) + '/';
    if (folder.below.isEmpty()) {
        const auto isTaken = [&] {
            return std::ranges::any_of(folder.entries, [this](const FolderEntry &entry) {
                return entry.name.compare(m_problemsName, Qt::CaseInsensitive) == 0;
            });
        };
        for (int i = 2; isTaken(); ++i)
            m_problemsName = "PROBLEMS " + QByteArray::number(i) + ".txt";
    } else if (!remembers(name)) {
        m_problems.add(name, Obstacle::Busy);
    } else {
        m_writer.addFolder(name, folder.modifiedNs);
    }
    if (folder.truncated)
        m_problems.add(name, Obstacle::TooManyNames);
    m_folder = std::move(folder);
}

void ZipStream::openFile(const FolderEntry &entry)
{
    const QList<QByteArray> below = m_folder.below + QList<QByteArray>{entry.name};
    m_name = zipName(below);
    Resolution resolution = m_shared.resolve({m_walk.start() + below, false, {}});
    auto *found = std::get_if<resolved::File>(&resolution);
    if (!found) {
        m_problems.add(m_name, obstacleOf(resolution));
        return;
    }
    if (!m_locations || !mayTellLocation(found->file)) {
        beginFile(std::move(found->file), LocationKept::HasNone);
        return;
    }
    m_look = std::make_shared<LookThrough>(std::move(found->file));
    m_look->begin(*m_locations);
}

void ZipStream::beginFile(StoredFile file, const LocationBlanks &blanks)
{
    m_content.reset();
    if (const auto *places = std::get_if<Replacements>(&blanks)) {
        m_content = withoutLocation(file, *places);
    } else if (std::get<LocationKept>(blanks) == LocationKept::NotUnderstood) {
        m_problems.add(m_name, Obstacle::MayTellPlace);
        return;
    }
    // The first piece before the head: so the size of a small file is what was read of it.
    const auto first = piece(file, 0, PieceSize);
    if (!first || !remembers(m_name)) {
        m_problems.add(m_name, first ? Obstacle::Busy : Obstacle::ReadFailed);
        return;
    }
    m_file = std::move(file);
    m_at = first->size();
    if (m_at < PieceSize)
        m_file->size = m_at;
    m_writer.beginFile(m_name, std::max(m_file->size, m_at), m_file->modifiedNs);
    m_writer.write(*first);
    if (m_at >= m_file->size)
        endFile({});
}

void ZipStream::goOnWithFile()
{
    const auto next = piece(*m_file, m_at, std::min(PieceSize, m_file->size - m_at));
    if (!next || next->isEmpty()) {
        endFile(next ? Obstacle::Shrank : Obstacle::ReadFailed);
        return;
    }
    m_writer.write(*next);
    m_at += next->size();
    if (m_at >= m_file->size)
        endFile({});
}

std::optional<QByteArray> ZipStream::piece(const StoredFile &file, qint64 offset, qint64 length) const
{
    if (!m_content)
        return readPiece(file, offset, length);
    QByteArray bytes = readBody(*m_content, offset, length);
    return bytes.isNull() ? std::nullopt : std::optional(std::move(bytes));
}

void ZipStream::endFile(std::optional<Obstacle> obstacle)
{
    m_writer.endFile();
    if (!obstacle && wasChanged(*m_file))
        obstacle = Obstacle::Changed;
    if (obstacle)
        m_problems.add(m_name, *obstacle);
    m_file.reset();
}

void ZipStream::finish()
{
    if (!m_problems.isEmpty()) {
        const QByteArray text = m_problems.text();
        m_writer.beginFile(m_problemsName, text.size(), qint64(std::time(nullptr)) * 1'000'000'000);
        m_writer.write(text);
        m_writer.endFile();
    }
    m_writer.finish();
    m_ended = true;
}

/// Whether there is memory for one name more in the list at the zip's end.
bool ZipStream::remembers(const QByteArray &name)
{
    constexpr qint64 Slab = 256 * 1024;
    constexpr qint64 PerEntry = 80;                    // around the name
    const qint64 bytes = 2 * (name.size() + PerEntry); // once more when it is written
    if (m_namesRoom < bytes) {
        auto slab = m_memory.take(Slab);
        if (!slab)
            return false;
        m_namesMemory.push_back(std::move(*slab));
        m_namesRoom += Slab;
    }
    m_namesRoom -= bytes;
    return true;
}

} // namespace porchlight
