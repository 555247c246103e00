// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingpage.h"

#include "server/http/encodedpath.h"
#include "server/site/htmltext.h"
#include "server/site/listingrow.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/readableunits.h"

#include <algorithm>

namespace porchlight {
namespace {

/// Up to so many rows make a page of one piece.
constexpr size_t ShortListing = 64;
/// More than a row takes, bytes.
constexpr qsizetype RowRoom = 2048;

QByteArray isolated(QByteArrayView name)
{
    return "<bdi>" + htmlText(name) + "</bdi>";
}

/// What the shared folder or a folder inside it is called; the root of the file system has no name.
QByteArray nameOf(const Listing &listing, qsizetype depth)
{
    if (depth > 0)
        return listing.folder[depth - 1];
    return listing.shareName.isEmpty() ? QByteArrayLiteral("Shared files") : listing.shareName;
}

QByteArray pathOf(const Listing &listing, qsizetype depth)
{
    return encodePath(listing.folder.first(depth), true);
}

QByteArray breadcrumbs(const Listing &listing)
{
    const qsizetype depth = listing.folder.size();
    if (depth == 0)
        return {};
    QByteArray html = "<nav class=\"crumbs\" aria-label=\"Folders above this one\"><ol>\n";
    for (qsizetype i = 0; i < depth; ++i)
        html += "<li><a href=\"" + pathOf(listing, i) + "\">" + (i == 0 ? lampSvg(22) : QByteArray()) +
                isolated(nameOf(listing, i)) + "</a></li>\n";
    return html + "</ol></nav>\n";
}

QByteArray summary(const Listing &listing)
{
    const auto folders = std::count_if(listing.entries.begin(), listing.entries.end(),
                                       [](const FolderEntry &e) { return e.isFolder; });
    const qint64 files = qint64(listing.entries.size()) - folders;
    qint64 bytes = 0;
    for (const FolderEntry &entry : listing.entries)
        bytes += entry.size;

    QByteArray text;
    if (folders > 0)
        text += readableCount(folders, "folder", "folders") + (files > 0 ? ", " : "");
    if (files > 0)
        text += readableCount(files, "file", "files") + " · " + readableSize(bytes);
    return text;
}

void appendUpRow(QByteArray &html, const Listing &listing)
{
    const qsizetype parent = listing.folder.size() - 1;
    html.append("<li class=\"up\"><a href=\"")
        .append(pathOf(listing, parent))
        .append("\"><span class=\"icon\"><svg aria-hidden=\"true\"><use href=\"#up\"/></svg></span><span "
                "class=\"name\">Up to ")
        .append(isolated(nameOf(listing, parent)))
        .append("</span></a></li>\n");
}

} // namespace

ListingPage::ListingPage(std::shared_ptr<const Listing> listing)
    : m_listing(std::move(listing))
{}

QByteArray ListingPage::next()
{
    QByteArray piece;
    if (m_part == Part::Opening) {
        piece = opening();
        m_part = Part::Rows;
    }
    piece.reserve(PieceSize + RowRoom);
    while (m_part == Part::Rows && piece.size() < PieceSize) {
        if (m_nextRow < m_listing->entries.size())
            appendListingRow(piece, m_listing->entries[m_nextRow++]);
        else
            m_part = Part::Closing;
    }
    if (m_part == Part::Closing) {
        piece += closing();
        m_part = Part::End;
    }
    return piece;
}

QByteArray ListingPage::opening() const
{
    const qsizetype depth = m_listing->folder.size();
    const QByteArray shareName = htmlText(nameOf(*m_listing, 0));
    const QByteArray title = depth == 0 ? shareName : htmlText(m_listing->folder.last()) + " · " + shareName;
    QByteArray html = pageOpening(title, PageKind::Listing) + iconSprite() + "<header>\n" + breadcrumbs(*m_listing) +
                      "<div class=\"heading\">" + (depth == 0 ? lampSvg(48) : QByteArray()) + "<div><h1>" +
                      isolated(nameOf(*m_listing, depth)) + "</h1>\n";
    if (const QByteArray text = summary(*m_listing); !text.isEmpty())
        html += "<p class=\"summary\">" + text + "</p>\n";
    html += "</div></div>\n</header>\n<main>\n";
    if (depth > 0 || !m_listing->entries.empty())
        html += "<ul class=\"entries\" role=\"list\" aria-label=\"Folders and files\">\n";
    if (depth > 0)
        appendUpRow(html, *m_listing);
    return html;
}

QByteArray ListingPage::closing() const
{
    QByteArray html;
    if (!m_listing->folder.isEmpty() || !m_listing->entries.empty())
        html += "</ul>\n";
    if (m_listing->entries.empty())
        html += "<div class=\"message empty\">" + lampSvg(48) +
                "<p><strong>This folder is empty</strong></p>\n<p>What is put into it shows up here when the "
                "page is "
                "loaded again.</p></div>\n";
    if (m_listing->truncated)
        html += "<p class=\"more\">This folder holds more than " +
                readableCount(qint64(m_listing->entries.size()), "name", "names") +
                ". The others are not shown, but open at their own address.</p>\n";
    return html + pageClosing();
}

Body listingBody(std::shared_ptr<const Listing> listing)
{
    if (listing->entries.size() > ShortListing)
        return Body(std::make_unique<ListingPage>(std::move(listing)));
    ListingPage page(std::move(listing));
    QByteArray bytes;
    for (QByteArray piece = page.next(); !piece.isEmpty(); piece = page.next())
        bytes += piece;
    return Body(std::move(bytes));
}

} // namespace porchlight
