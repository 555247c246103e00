// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sharecheck.h"

#include "server/site/secretname.h"

#include <algorithm>
#include <deque>
#include <filesystem>

namespace porchlight {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

bool isInside(const fs::path &path, const fs::path &folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

bool isSystemFolder(const fs::path &path)
{
    for (const char *folder : {"/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/opt", "/proc",
                               "/root", "/sbin", "/snap", "/sys", "/usr"}) {
        if (isInside(path, folder))
            return true;
    }
    // Below these two, some folders are people's: web sites, temporary files, mounted disks.
    for (const char *folder : {"/var/www", "/var/tmp", "/run/media", "/run/user"}) {
        if (isInside(path, folder))
            return false;
    }
    return isInside(path, "/var") || isInside(path, "/run");
}

void judgePlace(const fs::path &folder, const fs::path &home, QList<ShareRisk> *risks)
{
    if (folder == "/")
        risks->append({ShareRisk::Kind::FileSystemRoot, {}});
    else if (isInside(home, folder))
        risks->append({ShareRisk::Kind::WholeHomeFolder, {}});
    else if (isSystemFolder(folder) && !isInside(folder, home)) // root's home is /root
        risks->append({ShareRisk::Kind::SystemFolder, {}});
}

QByteArray bytesOf(const fs::path &path)
{
    return QByteArray::fromStdString(path.native());
}

/// Breadth first, so that what lies near the top is found before a bound ends the search.
class SecretSearch final
{
public:
    SecretSearch(fs::path root, const ShareCheckBounds &bounds, QList<ShareRisk> *risks)
        : m_root(std::move(root))
        , m_bounds(bounds)
        , m_risks(risks)
        , m_deadline(Clock::now() + bounds.time)
    {}

    void run()
    {
        m_toVisit.push_back({m_root, 1, false});
        while (!m_toVisit.empty() && !isOver()) {
            const Place place = std::move(m_toVisit.front());
            m_toVisit.pop_front();
            std::error_code error;
            for (fs::directory_iterator it(place.path, error), end; !error && it != end && !isOver();
                 it.increment(error))
                judge(*it, place);
        }
    }

private:
    struct Place
    {
        fs::path path;
        int depth;
        bool isHidden;
    };

    bool isOver() const
    {
        return m_seen >= m_bounds.entries || m_risks->size() >= m_bounds.risks || Clock::now() >= m_deadline;
    }

    void judge(const fs::directory_entry &entry, const Place &place)
    {
        ++m_seen;
        const QByteArray name = bytesOf(entry.path().filename());
        const bool isHidden = place.isHidden || name.startsWith('.');
        std::error_code ignored;
        const fs::file_type type = entry.symlink_status(ignored).type();
        const bool isFolder = type == fs::file_type::directory;
        if (!isFolder && type != fs::file_type::regular)
            return;
        if (const auto kind = secretKind(name, isFolder, bytesOf(entry.path())))
            m_risks->append({*kind, bytesOf(entry.path().lexically_relative(m_root)), isHidden});
        else if (isFolder && place.depth < m_bounds.depth)
            m_toVisit.push_back({entry.path(), place.depth + 1, isHidden});
    }

    const fs::path m_root;
    const ShareCheckBounds m_bounds;
    QList<ShareRisk> *const m_risks;
    const Clock::time_point m_deadline;
    std::deque<Place> m_toVisit;
    int m_seen = 0;
};

fs::path canonical(QByteArray path)
{
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    std::error_code error;
    const fs::path given(path.toStdString());
    const fs::path found = fs::canonical(given, error);
    return error ? given.lexically_normal() : found;
}

} // namespace

QList<ShareRisk> shareRisks(const QByteArray &folder, const QByteArray &home, const ShareCheckBounds &bounds)
{
    QList<ShareRisk> risks;
    const fs::path root = canonical(folder);
    judgePlace(root, canonical(home), &risks);
    SecretSearch(root, bounds, &risks).run();
    return risks;
}

} // namespace porchlight
