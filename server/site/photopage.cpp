// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/photopage.h"

#include "server/http/encodedpath.h"
#include "server/record/decimal.h"
#include "server/site/htmltext.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/pageparts.h"

#include <QDateTime>

#include <algorithm>

namespace porchlight {
namespace {

/// Up to so many photos make a page of one piece.
constexpr size_t ShortAlbum = 24;
/// What most photos take, bytes.
constexpr qsizetype ItemRoom = 2048;
/// The shape of a photo whose own is not known yet.
constexpr int UsualWidth = 480, UsualHeight = 320;

constexpr qint64 MsPerDay = 24 * 60 * 60 * 1000;

/// The day it was taken on, by the clock of the camera; null when it has no date.
QDate dayOf(const AlbumItem &item)
{
    if (item.takenMs == 0)
        return {};
    const qint64 days = item.takenMs / MsPerDay - (item.takenMs % MsPerDay < 0 ? 1 : 0);
    return QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + days);
}

QByteArray summary(const Album &album, const Phrases &phrases, QDate today)
{
    const auto videos = std::count_if(album.items.begin(), album.items.end(),
                                      [](const AlbumItem &item) { return item.isVideo; });
    const qint64 all = qint64(album.items.size());
    const char *what = videos == 0 ? "photoCount" : videos == all ? "videoCount" : "photosAndVideos";
    QByteArray text = phrases.count(what, all);

    QDate first, last;
    for (const AlbumItem &item : album.items) {
        const QDate day = dayOf(item);
        if (day.isNull())
            continue;
        first = first.isNull() ? day : std::min(first, day);
        last = last.isNull() ? day : std::max(last, day);
    }
    if (!first.isNull())
        text += " · " + phrases.dates(first, last, today);
    return text;
}

/// "0:41", "1:02:03".
QByteArray duration(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    QByteArray text;
    if (seconds >= 3600) {
        appendDecimal(text, seconds / 3600);
        text.append(':');
    }
    appendDecimal(text, seconds / 60 % 60, seconds >= 3600 ? 2 : 1);
    text.append(':');
    appendDecimal(text, seconds % 60, 2);
    return text;
}

/// The address of a smaller copy, for an attribute; `version` is a part of a query.
QByteArray copyAddress(const QByteArray &file, const char *size, const QByteArray &version)
{
    return file + "?size=" + size + "&amp;v=" + version.toPercentEncoding();
}

/// How wide a tile is in tenths of its height: the stylesheet has a class for each, as the page may have no
/// style of its own. What is narrower or wider is cut.
int tenthsOfHeight(int width, int height)
{
    return int(std::clamp<qint64>((qint64(width) * 10 + height / 2) / height, 4, 30));
}

QByteArray searchMenu(const Phrases &phrases)
{
    return "<details class=\"menu searching\"><summary>" + phrases.text("search") + "</summary>" + searchForm(phrases) +
           "</details>\n";
}

QByteArray orderMenu(FolderQuery query, bool newestFirst, const Phrases &phrases)
{
    QByteArray html = menuOpening(phrases.text(newestFirst ? "newestFirst" : "oldestFirst"));
    query.type.reset();
    query.order = FolderQuery::Order::AsItSuits;
    html += menuLink(query.address(), phrases.text("newestFirst"), newestFirst);
    query.order = FolderQuery::Order::Ascending;
    html += menuLink(query.address(), phrases.text("oldestFirst"), !newestFirst);
    return html + menuClosing();
}

void appendAlbum(QByteArray &html, const SubAlbum &album, const QByteArray &carried, const Phrases &phrases)
{
    QByteArray folder = "./";
    appendSegment(folder, album.name);
    folder.append('/');
    html.append("<li><a href=\"").append(folder).append(carried).append("\"><span class=\"cover\">");
    if (album.cover.isEmpty())
        html.append("<svg aria-hidden=\"true\"><use href=\"#folder\"/></svg>");
    else
        html.append("<img src=\"")
            .append(copyAddress(folder + encodeSegment(album.cover), "tile", album.coverVersion))
            .append("\" alt=\"\" loading=\"lazy\" decoding=\"async\">");
    html.append("</span><span class=\"name\">").append(isolatedName(album.name)).append("</span>");
    if (album.items > 0)
        html.append(" <span class=\"count\">").append(phrases.count("items", album.items)).append("</span>");
    html.append("</a></li>\n");
}

void appendData(QByteArray &html, const char *name, const QByteArray &value)
{
    if (!value.isEmpty())
        html.append("\" data-").append(name).append("=\"").append(htmlText(value));
}

} // namespace

PhotoPage::PhotoPage(std::shared_ptr<const Album> album, FolderQuery query, Language language, QDate today)
    : m_album(std::move(album))
    , m_query(query)
    , m_language(language)
    , m_today(today)
{}

QByteArray PhotoPage::next()
{
    QByteArray piece;
    if (m_part == Part::Opening) {
        piece = opening();
        m_part = Part::Items;
    }
    piece.reserve(PieceSize + ItemRoom);
    while (m_part == Part::Items && piece.size() < PieceSize) {
        if (m_nextItem == m_album->items.size())
            m_part = Part::Closing;
        else
            appendItem(piece, m_album->items[m_nextItem++]);
    }
    if (m_part == Part::Closing) {
        piece += closing();
        m_part = Part::End;
    }
    return piece;
}

QByteArray PhotoPage::opening() const
{
    const Phrases &phrases = Phrases::of(m_language);
    const auto &[shareName, folder] = std::tie(m_album->shareName, m_album->folder);
    const QByteArray carried = m_query.carried();
    const QByteArray words =
        phrases.json({"close", "previous", "next", "zoom", "download", "downloadOriginal", "downloadRaw",
                      "details", "taken", "camera", "file", "size", "slideshow", "stopSlideshow", "seconds",
                      "fullScreen", "playLive", "cannotShow"});
    QByteArray html =
        pageOpening(folderTitle(shareName, folder, phrases), PageKind::Photos, m_language, words);
    html += iconSprite() + "<header>\n" + breadcrumbs(shareName, folder, carried, phrases) +
            "<div class=\"heading\"><div><h1>" +
            isolatedName(folderName(shareName, folder, folder.size(), phrases)) + "</h1>\n";
    if (!m_album->items.empty())
        html += "<p class=\"summary\">" + summary(*m_album, phrases, m_today) + "</p>\n";
    html += "</div>\n<div class=\"tools\">" + viewSwitch(m_query, FolderQuery::View::Photos, phrases) +
            searchMenu(phrases);
    if (!m_album->items.empty())
        html += orderMenu(m_query, m_album->newestFirst, phrases);
    html += downloadAllLink(phrases) + "</div></div>\n</header>\n<main>\n";
    if (m_album->beingRead > 0)
        html += "<p class=\"note\">" + phrases.count("beingRead", m_album->beingRead) + "</p>\n";
    if (!m_album->albums.empty()) {
        html += "<ul class=\"albums\" role=\"list\" aria-label=\"" + phrases.text("albums") + "\">\n";
        for (const SubAlbum &album : m_album->albums)
            appendAlbum(html, album, carried, phrases);
        html += "</ul>\n";
    }
    if (m_album->items.empty() && m_album->albums.empty())
        html += emptyMessage(phrases.text("emptyAlbumTitle"), phrases.text("emptyAlbumText"));
    return html;
}

void PhotoPage::appendItem(QByteArray &html, const AlbumItem &item)
{
    const Phrases &phrases = Phrases::of(m_language);
    if (const QDate day = dayOf(item); day != m_day) {
        if (m_day)
            html.append("</ul></section>\n");
        m_day = day;
        html.append("<section><h2>")
            .append(day.isNull() ? phrases.text("withoutDate") : phrases.dayHeading(day, m_today))
            .append("</h2>\n<ul class=\"grid\" role=\"list\">\n");
    }

    const QByteArray file = "./" + encodeSegment(item.name);
    const QByteArray name = htmlText(item.name);
    const bool isKnown = item.width > 0 && item.height > 0;
    const int width = isKnown ? item.width : UsualWidth, height = isKnown ? item.height : UsualHeight;
    html.append("<li class=\"w");
    appendDecimal(html, tenthsOfHeight(width, height));
    html.append("\"><a class=\"tile\" href=\"")
        .append(item.isVideo ? file : copyAddress(file, "screen", item.version));
    appendData(html, "caption", item.description);
    appendData(html, "camera", item.camera);
    if (item.takenMs != 0)
        appendData(html, "taken", phrases.takenMoment(item.takenMs));
    appendData(html, "size", phrases.size(item.size));
    if (!item.film.isEmpty())
        appendData(html, "live", "./" + encodeSegment(item.film));
    if (!item.raw.isEmpty())
        appendData(html, "raw", "./" + encodeSegment(item.raw));
    if (!isKnown)
        html.append("\" data-unknown=\"");
    if (!item.isVideo && item.durationMs >= 0)
        html.append("\" data-moving=\"");
    html.append("\"><img src=\"")
        .append(copyAddress(file, "tile", item.version))
        .append("\" srcset=\"")
        .append(copyAddress(file, "tile2", item.version))
        .append(" 2x\" width=\"");
    appendDecimal(html, width);
    html.append("\" height=\"");
    appendDecimal(html, height);
    html.append("\" alt=\"")
        .append(item.isVideo ? phrases.text("video", "name", name) : name)
        .append("\" loading=\"lazy\" decoding=\"async\">");
    if (item.isVideo)
        html.append("<span class=\"badge\"><span aria-hidden=\"true\">▶</span>")
            .append(item.durationMs >= 0 ? " " + duration(item.durationMs) : QByteArray())
            .append("</span>");
    html.append("</a></li>\n");
}

QByteArray PhotoPage::closing() const
{
    const Phrases &phrases = Phrases::of(m_language);
    QByteArray html;
    if (m_day)
        html += "</ul></section>\n";
    if (m_album->truncated)
        html += "<p class=\"more\">" +
                phrases.text("moreNames", "names", phrases.count("names", qint64(m_album->items.size()))) +
                "</p>\n";
    if (m_album->otherFiles > 0) {
        FolderQuery files = m_query;
        files.view = FolderQuery::View::Files;
        html += "<p class=\"more\"><a class=\"link\" href=\"" + files.address() + "\">" +
                phrases.count("otherFiles", m_album->otherFiles) + "</a></p>\n";
    }
    return html + pageClosing(m_language);
}

Body photoPageBody(std::shared_ptr<const Album> album, FolderQuery query, Language language, QDate today)
{
    const bool isShort = album->items.size() <= ShortAlbum;
    auto page = std::make_unique<PhotoPage>(std::move(album), query, language, today);
    if (!isShort)
        return Body(std::move(page));
    QByteArray bytes;
    for (QByteArray piece = page->next(); !piece.isEmpty(); piece = page->next())
        bytes += piece;
    return Body(std::move(bytes));
}

} // namespace porchlight
