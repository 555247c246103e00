// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipproblems.h"

#include "server/site/readableunits.h"

namespace porchlight {
namespace {

const char *wordsOf(Obstacle why)
{
    switch (why) {
    case Obstacle::Vanished:
        return "It is missing here: it was taken away before its turn came.";
    case Obstacle::NotReadable:
        return "It is missing here: the computer that shares it does not let Porchlight open it.";
    case Obstacle::FolderGone:
        return "It is missing here: the shared folder went away, perhaps with the drive it is on.";
    case Obstacle::Busy:
        return "It is missing here: the computer that shares it had no memory to spare.";
    case Obstacle::LeadsBack:
        return "It is missing here: it leads back to a folder it lies in, which would never end.";
    case Obstacle::TooDeep:
        return "It is missing here: it lies too many folders deep.";
    case Obstacle::TooManyNames:
        return "Some of what is in this folder is missing here: it holds too many names.";
    case Obstacle::Shrank:
        return "Its end is missing here: it became shorter while it was sent.";
    case Obstacle::Changed:
        return "It was changed while it was sent: it may be part old, part new.";
    case Obstacle::ReadFailed:
        return "It is missing here, in part or whole: the disk it is on could not read it.";
    case Obstacle::MayTellPlace:
        return "It is missing here: it may tell where it was taken, and that could not be taken out.";
    }
    Q_UNREACHABLE();
    return "";
}

} // namespace

void ZipProblems::add(const QByteArray &name, Obstacle why)
{
    if (++m_count <= MaxNamed)
        m_lines.append(name).append("\n    ").append(wordsOf(why)).append('\n');
}

QByteArray ZipProblems::text() const
{
    QByteArray text = "Not everything could be put into this zip as it was found.\n"
                      "To get what is missing, download it once more, or ask the person who shares it.\n\n" +
                      m_lines;
    if (m_count > MaxNamed)
        text += "\nAnd " + readableCount(m_count - MaxNamed, "other.\n", "others.\n");
    return text;
}

} // namespace porchlight
