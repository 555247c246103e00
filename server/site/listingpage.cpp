// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingpage.h"

#include "server/http/encodedpath.h"
#include "server/site/listingrow.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/pageparts.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace porchlight {
namespace {

/// Up to so many rows make a page of one piece.
constexpr size_t ShortListing = 64;
/// More than a row takes, bytes.
constexpr qsizetype RowRoom = 4096;

EntryType typeOf(const FolderEntry &entry, MediaKind kind)
{
    return entry.isFolder ? EntryType::Folder : entryTypeOf(kind);
}

std::vector<MediaKind> kindsOf(const Listing &listing)
{
    std::vector<MediaKind> kinds;
    kinds.reserve(listing.entries.size());
    for (const FolderEntry &entry : listing.entries)
        kinds.push_back(entry.isFolder ? MediaKind::Other : mediaKindOfName(entry.name));
    return kinds;
}

bool keepsOrder(const FolderQuery &query)
{
    return !query.type && query.sort == FolderQuery::Sort::Name && !query.descending();
}

/// The entries that the query asks for, in the order it asks for; folders stay first, and equals by name.
std::vector<quint32> orderOf(const Listing &listing, const std::vector<MediaKind> &kinds,
                             const FolderQuery &query)
{
    const std::vector<FolderEntry> &entries = listing.entries;
    std::vector<quint32> order;
    for (quint32 i = 0; i < entries.size(); ++i) {
        if (!query.type || typeOf(entries[i], kinds[i]) == *query.type)
            order.push_back(i);
    }
    const auto sortBy = [&](auto key) {
        std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
            if (entries[a].isFolder != entries[b].isFolder)
                return entries[a].isFolder;
            return query.descending() ? key(b) < key(a) : key(a) < key(b);
        });
    };
    switch (query.sort) {
    case FolderQuery::Sort::Name:
        sortBy([](quint32 i) { return i; });
        break;
    case FolderQuery::Sort::Size:
        sortBy([&](quint32 i) { return entries[i].size; });
        break;
    case FolderQuery::Sort::Time:
        sortBy([&](quint32 i) { return entries[i].modifiedNs; });
        break;
    }
    return order;
}

QByteArray summary(const Listing &listing, const Phrases &phrases)
{
    const auto folders = std::count_if(listing.entries.begin(), listing.entries.end(),
                                       [](const FolderEntry &e) { return e.isFolder; });
    const qint64 files = qint64(listing.entries.size()) - folders;
    qint64 bytes = 0;
    for (const FolderEntry &entry : listing.entries)
        bytes += entry.size;

    QByteArray text;
    if (folders > 0)
        text += phrases.count("folders", folders) + (files > 0 ? ", " : "");
    if (files > 0)
        text += phrases.count("files", files) + " · " + phrases.size(bytes);
    return text;
}

const char *phraseOf(EntryType type)
{
    static constexpr std::array<const char *, AllEntryTypes.size()> Keys{
        "typeFolder", "typeImage", "typeVideo",   "typeAudio", "typeDocument",
        "typeText",   "typePage",  "typeArchive", "typeOther"};
    return Keys[size_t(type)];
}

using TypesPresent = std::bitset<AllEntryTypes.size()>;

TypesPresent typesIn(const Listing &listing, const std::vector<MediaKind> &kinds)
{
    TypesPresent types;
    for (size_t i = 0; i < kinds.size(); ++i)
        types.set(size_t(typeOf(listing.entries[i], kinds[i])));
    return types;
}

/// Nothing when there is nothing to choose.
QByteArray typeMenu(TypesPresent types, FolderQuery query, const Phrases &phrases)
{
    if (types.count() < 2 && !query.type)
        return {};
    const auto current = query.type;
    QByteArray html = menuOpening(phrases.text(current ? phraseOf(*current) : "allTypes"));
    query.type.reset();
    html += menuLink(query.address(), phrases.text("allTypes"), !current);
    for (const EntryType type : AllEntryTypes) {
        if (!types.test(size_t(type)))
            continue;
        query.type = type;
        html += menuLink(query.address(), phrases.text(phraseOf(type)), type == current);
    }
    return html + menuClosing();
}

/// The heads of the columns: each sorts by its column, and the other way round when it already does.
QByteArray columnHeads(const FolderQuery &query, const Phrases &phrases)
{
    using Sort = FolderQuery::Sort;
    using Order = FolderQuery::Order;
    QByteArray html = "<nav class=\"columns\" aria-label=\"" + phrases.text("sortBy") + "\">";
    for (const auto &[sort, key] :
         {std::pair(Sort::Name, "name"), {Sort::Size, "size"}, {Sort::Time, "changed"}}) {
        const bool isCurrent = sort == query.sort;
        FolderQuery next = query;
        next.sort = sort;
        // The largest and the newest are what people look for; names begin at A.
        const bool descends = isCurrent ? !query.descending() : sort != Sort::Name;
        next.order = descends ? Order::Descending : Order::AsItSuits;
        html += "<a href=\"" + next.address() + "\">" + phrases.text(key);
        if (isCurrent)
            html += QByteArray("<span class=\"") + (query.descending() ? "down" : "up-arrow") +
                    "\" role=\"img\" aria-label=\"" +
                    phrases.text(query.descending() ? "descending" : "ascending") + "\"></span>";
        html += "</a>";
    }
    return html + "</nav>\n";
}

} // namespace

ListingPage::ListingPage(std::shared_ptr<const Listing> listing, FolderQuery query, Language language)
    : m_listing(std::move(listing))
    , m_query(query)
    , m_language(language)
    , m_isInOrder(keepsOrder(query))
    , m_kinds(kindsOf(*m_listing))
    , m_carried(query.carried())
{
    if (!m_isInOrder)
        m_order = orderOf(*m_listing, m_kinds, query);
}

QByteArray ListingPage::next()
{
    QByteArray piece;
    if (m_part == Part::Opening) {
        piece = opening();
        m_part = Part::Rows;
    }
    piece.reserve(PieceSize + RowRoom);
    const Phrases &phrases = Phrases::of(m_language);
    while (m_part == Part::Rows && piece.size() < PieceSize) {
        if (m_nextRow == rows()) {
            m_part = Part::Closing;
            break;
        }
        const size_t i = m_isInOrder ? m_nextRow : m_order[m_nextRow];
        appendListingRow(piece, {m_listing->entries[i], m_kinds[i], m_isInOrder ? -1 : qint64(i)}, m_carried,
                         phrases);
        ++m_nextRow;
    }
    if (m_part == Part::Closing) {
        piece += closing();
        m_part = Part::End;
    }
    return piece;
}

QByteArray ListingPage::opening() const
{
    const Phrases &phrases = Phrases::of(m_language);
    const auto &[shareName, folder] = std::tie(m_listing->shareName, m_listing->folder);
    const qsizetype depth = folder.size();
    const QByteArray words = phrases.json({"chosen", "chooseAll", "chooseNone", "shownOf", "preview", "open",
                                           "download", "close", "previous", "next"});
    QByteArray html =
        pageOpening(folderTitle(shareName, folder, phrases), PageKind::Listing, m_language, words) +
        iconSprite() + "<header>\n" + breadcrumbs(shareName, folder, m_carried, phrases) +
        "<div class=\"heading\">" + (depth == 0 ? lampSvg(48) : QByteArray()) + "<div><h1>" +
        isolatedName(folderName(shareName, folder, depth, phrases)) + "</h1>\n";
    if (const QByteArray text = summary(*m_listing, phrases); !text.isEmpty())
        html += "<p class=\"summary\">" + text + "</p>\n";
    html += "</div></div>\n";
    if (!m_listing->entries.empty()) {
        const TypesPresent types = typesIn(*m_listing, m_kinds);
        html += "<div class=\"tools\">" + searchForm(phrases) + typeMenu(types, m_query, phrases);
        if (types.test(size_t(EntryType::Image)) || types.test(size_t(EntryType::Video)))
            html += viewSwitch(m_query, FolderQuery::View::Files, phrases);
        html += downloadAllLink(phrases) + "</div>\n";
    }
    html += "</header>\n<main>\n";
    if (rows() > 0)
        html += "<form class=\"files\" action=\"./\" data-of=\"" + QByteArray::number(m_listing->modifiedNs) +
                "\"><input type=\"hidden\" name=\"zip\">\n" + columnHeads(m_query, phrases);
    if (depth > 0 || rows() > 0)
        html +=
            "<ul class=\"entries\" role=\"list\" aria-label=\"" + phrases.text("foldersAndFiles") + "\">\n";
    if (depth > 0)
        html += upRow(
            encodePath(folder.first(depth - 1), true) + m_carried,
            phrases.text("upTo", "folder", isolatedName(folderName(shareName, folder, depth - 1, phrases))));
    return html;
}

QByteArray ListingPage::closing() const
{
    const Phrases &phrases = Phrases::of(m_language);
    QByteArray html;
    if (!m_listing->folder.isEmpty() || rows() > 0)
        html += "</ul>\n";
    if (rows() > 0)
        html += "<p class=\"chosen\"><button>" + phrases.text("downloadChosen") + "</button></p>\n</form>\n";
    else if (m_listing->entries.empty())
        html += emptyMessage(phrases.text("emptyTitle"), phrases.text("emptyText"));
    else
        html += emptyMessage(phrases.text("nothingOfTypeTitle"), phrases.text("nothingOfTypeText"));
    if (m_listing->truncated)
        html +=
            "<p class=\"more\">" +
            phrases.text("moreNames", "names", phrases.count("names", qint64(m_listing->entries.size()))) +
            "</p>\n";
    return html + pageClosing(m_language);
}

Body listingBody(std::shared_ptr<const Listing> listing, FolderQuery query, Language language)
{
    const bool isShort = listing->entries.size() <= ShortListing;
    auto page = std::make_unique<ListingPage>(std::move(listing), query, language);
    if (!isShort)
        return Body(std::move(page));
    QByteArray bytes;
    for (QByteArray piece = page->next(); !piece.isEmpty(); piece = page->next())
        bytes += piece;
    return Body(std::move(bytes));
}

} // namespace porchlight
