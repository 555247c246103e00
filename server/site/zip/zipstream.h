// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/photos/knownlocations.h"
#include "server/site/folderwalk.h"
#include "server/site/zip/zipproblems.h"
#include "server/site/zip/zipquota.h"
#include "server/site/zip/zipwriter.h"

namespace porchlight {

/// A folder as a zip, made while it is sent: a step reads one folder, or a piece of one file. Whatever
/// happens to the files meanwhile, the archive is whole; what is not in it as it was found is named in a
/// PROBLEMS.txt at its end.
///
/// Everything is stored: photos, films and music, the bulk of what is shared, do not become smaller, and
/// storing keeps up with the disk while deflating would keep a core busy for each visitor.
class ZipStream final : public BodyStream
{
public:
    /// `memory` is what its list of names may take. Without `locations`, photos go in with the place where
    /// they were taken.
    ZipStream(SharedFolder folder, FolderWalk walk, ZipQuota::Ticket ticket, MemoryBudget memory,
              std::shared_ptr<KnownLocations> locations = nullptr);
    /// While a photo is looked through for its place, there is nothing.
    QByteArray next() override;
    bool waits(const std::function<void()> &ready) override;
    /// ReadFailed: there is no memory left.
    StreamEnd end() const override;

private:
    class LookThrough;

    void step();
    void enterNextFolder();
    void enter(FolderWalk::Folder folder);
    void openFile(const FolderEntry &entry);
    void beginFile(StoredFile file, const LocationBlanks &blanks);
    void goOnWithFile();
    std::optional<QByteArray> piece(const StoredFile &file, qint64 offset, qint64 length) const;
    void endFile(std::optional<Obstacle> obstacle);
    void finish();
    bool remembers(const QByteArray &name);

    const SharedFolder m_shared;
    FolderWalk m_walk;
    const ZipQuota::Ticket m_ticket;
    const MemoryBudget m_memory;
    std::vector<MemoryBudget::Share> m_namesMemory;
    qint64 m_namesRoom = 0; // bytes left in m_namesMemory
    ZipWriter m_writer;
    ZipProblems m_problems;
    QByteArray m_problemsName = "PROBLEMS.txt";

    FolderWalk::Folder m_folder; // whose files are being sent
    size_t m_nextEntry = 0;
    const std::shared_ptr<KnownLocations> m_locations;
    std::shared_ptr<LookThrough> m_look; // that is under way
    std::optional<StoredFile> m_file;    // that is being sent
    std::optional<Body> m_content;       // what is sent of it instead, as long as it
    QByteArray m_name;                   // its
    qint64 m_at = 0;
    bool m_ended = false;
};

} // namespace porchlight
