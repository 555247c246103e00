// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/folderwalk.h"
#include "server/site/phrases.h"
#include "server/site/search/namematch.h"
#include "server/transport/body.h"

#include <QDeadlineTimer>

#include <chrono>

namespace porchlight {

struct SearchLimits
{
    /// By the clock, from the first piece on: nobody waits longer for a page, as far as the disk answers.
    std::chrono::milliseconds time{5'000};
    /// Rows on the page: more are better narrowed down by another word than read.
    int hits = 1'000;
};

/// The page that shows what below a folder has a name with certain words in it. Made while the search goes
/// on: each step searches one folder and shows what it found.
class SearchPage final : public BodyStream
{
public:
    /// Of the folder at `start` inside the shared one; folders for which `memory` has nothing left are not
    /// searched.
    SearchPage(SharedFolder folder, QList<QByteArray> start, MemoryBudget memory, NameMatch match,
               Language language = Language::English, SearchLimits limits = {});
    QByteArray next() override;
    bool takesItsTime() const override { return true; }

private:
    enum class Part : quint8 { Opening, Rows, End };
    enum class Finish : quint8 { None, AllSearched, TimeIsUp, EnoughHits };

    QByteArray opening() const;
    QByteArray closing() const;
    void searchOneFolder(QByteArray &html);
    void showHits(QByteArray &html, const FolderWalk::Folder &folder);

    const SharedFolder m_folder;
    FolderWalk m_walk;
    const NameMatch m_match;
    const Phrases &m_phrases;
    const SearchLimits m_limits;
    QDeadlineTimer m_until;
    Part m_part = Part::Opening;
    Finish m_finish = Finish::None;
    int m_hits = 0;
    qint64 m_foldersLeftOut = 0;
};

} // namespace porchlight
