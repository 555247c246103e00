// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingrow.h"

#include "server/http/encodedpath.h"
#include "server/record/decimal.h"
#include "server/site/htmltext.h"
#include "server/site/readableunits.h"

namespace porchlight {
namespace {

void openRow(QByteArray &html, QByteArrayView icon)
{
    html.append("<li class=\"").append(icon).append("\">");
}

void openName(QByteArray &html, QByteArrayView icon)
{
    html.append("\"><span class=\"icon\"><svg aria-hidden=\"true\"><use href=\"#")
        .append(icon)
        .append("\"/></svg></span><span class=\"name\">");
}

const char *iconOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
        return "image";
    case MediaKind::Video:
        return "video";
    case MediaKind::Audio:
        return "audio";
    case MediaKind::Page:
        return "page";
    case MediaKind::Document:
    case MediaKind::Text:
        return "document";
    case MediaKind::Archive:
        return "archive";
    case MediaKind::Style:
    case MediaKind::Script:
    case MediaKind::Font:
    case MediaKind::Other:
        break;
    }
    return "file";
}

/// Whether the guest sees more of it on a page of ours than in the browser alone.
bool hasPreview(QByteArrayView name, MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image:
    case MediaKind::Video:
    case MediaKind::Audio:
    case MediaKind::Text:
    case MediaKind::Style:
    case MediaKind::Script:
        return true;
    case MediaKind::Document:
        return name.size() > 4 && name.last(4).compare(".pdf", Qt::CaseInsensitive) == 0;
    case MediaKind::Page:
    case MediaKind::Archive:
    case MediaKind::Font:
    case MediaKind::Other:
        break;
    }
    return false;
}

/// The end of a row: size and time.
void appendFigures(QByteArray &html, const FolderEntry &entry, const Phrases &phrases)
{
    html.append("</span> <span class=\"size\">");
    if (!entry.isFolder)
        html.append(phrases.size(entry.size));
    html.append("</span> <time class=\"time\" datetime=\"")
        .append(machineTime(entry.modifiedNs))
        .append("\">")
        .append(phrases.moment(entry.modifiedNs))
        .append("</time></a></li>\n");
}

/// Whether a form sends the name as it is; a script can tell the server by number of the others too.
bool survivesForm(QByteArrayView shown)
{
    return shown.indexOf("\xef\xbf\xbd") < 0; // U+FFFD, see htmlText()
}

} // namespace

void appendListingRow(QByteArray &html, const ListingRow &row, const QByteArray &carried,
                      const Phrases &phrases)
{
    const FolderEntry &entry = row.entry;
    const QByteArrayView icon = entry.isFolder ? "folder" : iconOf(row.kind);
    openRow(html, icon);
    html.append("<input type=\"checkbox\" ");
    const qsizetype from = html.size();
    html.append("name=\"item\" value=\"");
    const qsizetype nameAt = html.size();
    appendHtmlText(html, entry.name);
    const QByteArray shown = html.sliced(nameAt);
    if (!survivesForm(shown))
        html.replace(from, nameAt - from, "disabled value=\"");
    html.append("\" aria-label=\"").append(shown);
    if (row.number >= 0) {
        html.append("\" data-number=\"");
        appendDecimal(html, row.number);
    }
    html.append("\"><a href=\"./");
    appendSegment(html, entry.name);
    if (entry.isFolder)
        html.append('/').append(carried);
    else if (hasPreview(entry.name, row.kind))
        html.append("?preview");
    openName(html, icon);
    html.append("<bdi>").append(shown).append("</bdi>");
    appendFigures(html, entry, phrases);
}

void appendFoundRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below,
                    const Phrases &phrases)
{
    const MediaKind kind = entry.isFolder ? MediaKind::Other : mediaKindOfName(entry.name);
    const QByteArrayView icon = entry.isFolder ? "folder" : iconOf(kind);
    openRow(html, icon);
    html.append("<a href=\".").append(encodePath(below, true));
    appendSegment(html, entry.name);
    if (entry.isFolder)
        html.append('/');
    else if (hasPreview(entry.name, kind))
        html.append("?preview");
    openName(html, icon);
    html.append("<bdi>");
    appendHtmlText(html, entry.name);
    html.append("</bdi>");
    if (!below.isEmpty())
        html.append(" <small class=\"place\">")
            .append(phrases.text("inFolder", "folder", "<bdi>" + htmlText(below.join('/')) + "</bdi>"))
            .append("</small>");
    appendFigures(html, entry, phrases);
}

QByteArray upRow(const QByteArray &address, const QByteArray &text)
{
    QByteArray html;
    openRow(html, "up");
    html.append("<a href=\"").append(address);
    openName(html, "up");
    return html.append(text).append("</span></a></li>\n");
}

} // namespace porchlight
