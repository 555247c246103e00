// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/search/searchpage.h"

#include "server/site/htmltext.h"
#include "server/site/listingrow.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/readableunits.h"

namespace porchlight {

SearchPage::SearchPage(QByteArray shareName, FolderWalk walk, NameMatch match, SearchLimits limits)
    : m_shareName(std::move(shareName))
    , m_walk(std::move(walk))
    , m_match(std::move(match))
    , m_limits(limits)
{}

QByteArray SearchPage::next()
{
    switch (m_part) {
    case Part::Opening:
        m_clock.start();
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
    if (m_clock.hasExpired(m_limits.time.count())) {
        m_finish = Finish::TimeIsUp;
        return;
    }
    const FolderWalk::Step step = m_walk.next();
    if (std::holds_alternative<FolderWalk::End>(step)) {
        m_finish = Finish::AllSearched;
        return;
    }
    const auto *folder = std::get_if<FolderWalk::Folder>(&step);
    if (!folder || folder->truncated)
        ++m_foldersLeftOut;
    if (!folder)
        return;
    for (const FolderEntry &entry : folder->entries) {
        if (!m_match.matches(entry.name))
            continue;
        if (m_hits == m_limits.hits) {
            m_finish = Finish::EnoughHits;
            return;
        }
        if (++m_hits == 1)
            html += "<ul class=\"entries\" role=\"list\" aria-label=\"What was found\">\n";
        appendFoundRow(html, entry, folder->below, Phrases::of(Language::English));
    }
}

QByteArray SearchPage::opening() const
{
    const QByteArray words = htmlText(m_match.words().toUtf8());
    const QByteArray folder = m_walk.start().isEmpty() ? m_shareName : m_walk.start().last();
    const QByteArray name = folder.isEmpty() ? QByteArrayLiteral("Shared files") : htmlText(folder);
    return pageOpening("“" + words + "” in " + name, PageKind::Listing) + iconSprite() +
           "<header>\n<nav class=\"crumbs\" aria-label=\"The folder that is searched\"><ol>\n<li><a "
           "href=\"./\">" +
           lampSvg(22) + "<bdi>" + name +
           "</bdi></a></li>\n</ol></nav>\n<div class=\"heading\"><div><h1>Search in <bdi>" + name +
           "</bdi></h1>\n</div></div>\n"
           "<form class=\"search\" role=\"search\" action=\"./\" method=\"get\"><input type=\"search\" "
           "name=\"q\" "
           "aria-label=\"Words in the name\" maxlength=\"" +
           QByteArray::number(NameMatch::MaxLength) + "\" value=\"" + words +
           "\"> <button>Search</button></form>\n</header>\n<main>\n";
}

QByteArray SearchPage::closing() const
{
    QByteArray html;
    if (m_hits > 0)
        html += "</ul>\n";
    else
        html += "<div class=\"message empty\">" + lampSvg(48) +
                "<p><strong>Nothing found</strong></p>\n<p>No name in this folder or below it has " +
                (m_match.words().contains(QLatin1Char(' ')) ? "all of these words" : "this word") +
                " in it.</p></div>\n";
    if (m_finish == Finish::EnoughHits)
        html += "<p class=\"more\">There is more: only the first " +
                readableCount(m_limits.hits, "is shown", "are shown") +
                ". Another word in the search narrows it down.</p>\n";
    else if (m_finish == Finish::TimeIsUp)
        html += "<p class=\"more\">The search ended after " +
                readableCount(std::chrono::duration_cast<std::chrono::seconds>(m_limits.time).count(),
                              "second", "seconds") +
                ", so there may be more. Open a folder and search in it to find the rest.</p>\n";
    else if (m_hits > 0)
        html +=
            "<p class=\"more\">" + readableCount(m_hits, "name was found", "names were found") + ".</p>\n";
    if (m_foldersLeftOut > 0)
        html += "<p class=\"more\">" +
                readableCount(m_foldersLeftOut, "folder was not searched, or not all of it",
                              "folders were not searched, or not all of them") +
                ": too large, too deep, or not open to Porchlight.</p>\n";
    return html + pageClosing();
}

} // namespace porchlight
