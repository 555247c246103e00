// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharedfolder.h"

namespace porchlight {

/// Whether the shared folder is a website: whether a page of its own answers for its root. Looked up at most
/// once a second. Belongs to one worker's thread.
class Website final
{
public:
    /// The names of a folder's own page, the first that is there answers.
    static constexpr const char *IndexNames[] = {"index.html", "index.htm"};

    explicit Website(SharedFolder folder);

    /// `now` is monotonicNow().
    bool isOne(qint64 now);
    /// isOne() will answer without a look at the disk.
    bool isKnown(qint64 now) const { return now < m_goodUntil; }

private:
    const SharedFolder m_folder;
    qint64 m_goodUntil = 0;
    bool m_isOne = false;
};

} // namespace porchlight
