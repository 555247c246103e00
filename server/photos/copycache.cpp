// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/copycache.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {
namespace {

/// A copy is marked as used at most so often: marking writes to the disk. Seconds.
constexpr time_t MarkedOften = 3600;

/// Nobody still writes a file that old: not this run, nor another Porchlight of the same user. Seconds.
constexpr time_t LeftBehind = 3600;

const char *endingOf(CopySize size)
{
    switch (size) {
    case CopySize::Tile:
        return "-480.jpg";
    case CopySize::Tile2:
        return "-960.jpg";
    case CopySize::Screen:
        return "-2048.jpg";
    }
    Q_UNREACHABLE();
    return "";
}

struct Copy
{
    QByteArray path;
    qint64 size;
    qint64 usedAt;
};

std::vector<Copy> copiesIn(const QByteArray &folder)
{
    std::vector<Copy> copies;
    QDirIterator each(QFile::decodeName(folder), {QStringLiteral("*.jpg")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QByteArray path = QFile::encodeName(each.next());
        struct stat status;
        if (::stat(path.constData(), &status) == 0)
            copies.push_back({path, status.st_size, status.st_mtime});
    }
    return copies;
}

} // namespace

/// What a run that was ended at once left half-written: "….jpg.AbCdEf".
void CopyCache::sweep() const
{
    QDirIterator each(QFile::decodeName(m_folder), {QStringLiteral("*.jpg.*")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QByteArray path = QFile::encodeName(each.next());
        struct stat status;
        if (::stat(path.constData(), &status) == 0 && std::time(nullptr) - status.st_mtime > LeftBehind)
            ::unlink(path.constData());
    }
}

CopyCache::CopyCache(QByteArray folder, qint64 limit)
    : m_folder(std::move(folder))
    , m_limit(limit)
{}

ReadyCopy CopyCache::find(const QByteArray &version, CopySize size) const
{
    const QByteArray path = m_folder + '/' + version.first(2) + '/' + version.sliced(2) + endingOf(size);
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return {};
    auto file = std::make_shared<const OpenFile>(descriptor);
    struct stat status;
    if (::fstat(descriptor, &status) != 0 || status.st_size == 0)
        return {};
    if (std::time(nullptr) - status.st_mtime > MarkedOften)
        ::futimens(descriptor, nullptr);
    return {std::move(file), status.st_size};
}

QByteArray CopyCache::pathFor(const QByteArray &version, CopySize size) const
{
    const QByteArray folder = m_folder + '/' + version.first(2);
    ::mkdir(m_folder.constData(), 0700);
    ::mkdir(folder.constData(), 0700);
    return folder + '/' + version.sliced(2) + endingOf(size);
}

void CopyCache::count()
{
    m_isCounted = true;
    sweep();
    qint64 bytes = 0;
    for (const Copy &copy : copiesIn(m_folder))
        bytes += copy.size;
    m_bytes = bytes;
    makeRoom();
}

bool CopyCache::isNearlyFull()
{
    if (!m_isCounted)
        count();
    return m_bytes > roomy();
}

void CopyCache::added(const QByteArray &version, const std::vector<CopySize> &sizes)
{
    if (!m_isCounted) {
        count(); // these, too
        return;
    }
    for (const CopySize size : sizes) {
        struct stat status;
        if (::stat(pathFor(version, size).constData(), &status) == 0)
            m_bytes += status.st_size;
    }
    makeRoom();
}

void CopyCache::empty()
{
    for (const Copy &copy : copiesIn(m_folder))
        ::unlink(copy.path.constData());
    m_isCounted = true;
    m_bytes = 0;
}

void CopyCache::makeRoom()
{
    if (m_bytes <= m_limit)
        return;
    std::vector<Copy> copies = copiesIn(m_folder);
    std::sort(copies.begin(), copies.end(), [](const Copy &a, const Copy &b) { return a.usedAt < b.usedAt; });
    qint64 bytes = 0;
    for (const Copy &copy : copies)
        bytes += copy.size;
    // A tenth more than needed, so that it is not looked through again at the next copy.
    for (const Copy &copy : copies) {
        if (bytes <= roomy())
            break;
        if (::unlink(copy.path.constData()) == 0)
            bytes -= copy.size;
    }
    m_bytes = bytes;
}

} // namespace porchlight
