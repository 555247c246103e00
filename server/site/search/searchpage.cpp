// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/search/searchpage.h"

#include "server/site/htmltext.h"
#include "server/site/listingrow.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/pageparts.h"

namespace porchlight {

SearchPage::SearchPage(SharedFolder folder, QList<QByteArray> start, MemoryBudget memory, NameMatch match,
                       Language language, SearchLimits limits)
    : m_folder(std::move(folder))
    , m_walk(m_folder, std::move(start), std::move(memory))
    , m_match(std::move(match))
    , m_phrases(Phrases::of(language))
    , m_limits(limits)
{}

QByteArray SearchPage::next()
{
    switch (m_part) {
    case Part::Opening:
        m_until.setRemainingTime(m_limits.time);
        m_part = Part::Rows;
        return opening();
    case Part::Rows: {
        QByteArray html("\n"); // a piece is never empty, and the visitor's browser hears that we are at it
        searchOneFolder(html);
        if (m_finish != Finish::None) {
            html += closing();
            m_part = Part::End;
        }
        return html;
    }
    case Part::End:
        break;
    }
    return {};
}

void SearchPage::searchOneFolder(QByteArray &html)
{
    if (m_until.hasExpired()) {
        m_finish = Finish::TimeIsUp;
        return;
    }
    const FolderWalk::Step step =
        m_walk.next(m_until, [this](const QByteArray &name) { return m_match.matches(name); });
    if (std::holds_alternative<FolderWalk::End>(step)) {
        m_finish = Finish::AllSearched;
        return;
    }
    const auto *folder = std::get_if<FolderWalk::Folder>(&step);
    if (!folder || folder->truncated)
        ++m_foldersLeftOut;
    if (folder)
        showHits(html, *folder);
}

/// Only what is shown is asked for its size and time.
void SearchPage::showHits(QByteArray &html, const FolderWalk::Folder &folder)
{
    for (const FolderEntry &entry : folder.entries) {
        if (entry.isFolder && !m_match.matches(entry.name))
            continue;
        if (m_hits == m_limits.hits || m_until.hasExpired()) {
            m_finish = m_hits == m_limits.hits ? Finish::EnoughHits : Finish::TimeIsUp;
            return;
        }
        const auto found = m_folder.entry(m_walk.start() + folder.below, entry.name);
        if (!found)
            continue;
        if (++m_hits == 1)
            html += "<ul class=\"entries\" role=\"list\" aria-label=\"" + m_phrases.text("whatWasFound") +
                    "\">\n";
        appendFoundRow(html, *found, folder.below, m_phrases);
    }
}

QByteArray SearchPage::opening() const
{
    const QByteArray words = htmlText(m_match.words().toUtf8());
    const QList<QByteArray> &folder = m_walk.start();
    const QByteArray share = m_folder.name();
    const QByteArray name = isolatedName(folderName(share, folder, folder.size(), m_phrases));
    // The page is of something in the folder, so that the folder itself is among those above.
    const QList<QByteArray> found = folder + QList<QByteArray>{{}};
    return pageOpening(words + " · " + folderTitle(share, folder, m_phrases), PageKind::Listing,
                       m_phrases.language()) +
           iconSprite() + "<header>\n" + breadcrumbs(share, found, {}, m_phrases) +
           "<div class=\"heading\"><div><h1>" + m_phrases.text("searchIn", "folder", name) +
           "</h1>\n</div></div>\n" + searchForm(m_phrases, words) + "</header>\n<main>\n";
}

QByteArray SearchPage::closing() const
{
    const auto line = [](const QByteArray &text) { return "<p class=\"more\">" + text + "</p>\n"; };
    QByteArray html =
        m_hits > 0 ? QByteArrayLiteral("</ul>\n")
                   : emptyMessage(m_phrases.text("nothingFoundTitle"), m_phrases.text("nothingFoundText"));
    if (m_finish == Finish::EnoughHits)
        html += line(m_phrases.count("onlyFirst", m_limits.hits));
    else if (m_finish == Finish::TimeIsUp)
        html += line(m_phrases.count(
            "searchEnded", std::chrono::duration_cast<std::chrono::seconds>(m_limits.time).count()));
    else if (m_hits > 0)
        html += line(m_phrases.count("found", m_hits));
    if (m_foldersLeftOut > 0)
        html += line(m_phrases.count("foldersNotSearched", m_foldersLeftOut));
    return html + pageClosing(m_phrases.language());
}

} // namespace porchlight
