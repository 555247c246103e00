// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingrow.h"

#include "server/http/encodedpath.h"
#include "server/record/decimal.h"
#include "server/site/htmltext.h"
#include "server/site/readableunits.h"

namespace porchlight {
namespace {

/// What all rows of one icon have in common. Put together once, as a long listing has thousands of them and
/// each piece that is appended takes its time.
struct RowFrame
{
    explicit RowFrame(const QByteArray &icon)
        : opening("<li class=\"" + icon + "\">")
        , box(opening + "<input type=\"checkbox\" name=\"item\" value=\"")
        , nameOpening("\"><span class=\"icon\"><svg aria-hidden=\"true\"><use href=\"#" + icon +
                      "\"/></svg></span><span class=\"name\">")
        , isolatedName(nameOpening + "<bdi>")
        , previewed("?preview" + isolatedName)
    {}
    QByteArray opening;
    QByteArray box;          ///< The opening, and a box to tick up to its value.
    QByteArray nameOpening;  ///< From the end of the address to the name.
    QByteArray isolatedName; ///< The same, to a name from the disk.
    QByteArray previewed;    ///< The same for an address of a preview.
};

const RowFrame &frameOf(const FolderEntry &entry, MediaKind kind)
{
    static const RowFrame folder("folder"), image("image"), video("video"), audio("audio"), page("page"),
        document("document"), archive("archive"), file("file");
    if (entry.isFolder)
        return folder;
    switch (kind) {
    case MediaKind::Image:
        return image;
    case MediaKind::Video:
        return video;
    case MediaKind::Audio:
        return audio;
    case MediaKind::Page:
        return page;
    case MediaKind::Document:
    case MediaKind::Text:
        return document;
    case MediaKind::Archive:
        return archive;
    case MediaKind::Style:
    case MediaKind::Script:
    case MediaKind::Font:
    case MediaKind::Other:
        break;
    }
    return file;
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

/// From the end of the name to the end of the row: size and time.
void appendFigures(QByteArray &html, const FolderEntry &entry, const Phrases &phrases)
{
    if (entry.isFolder)
        html.append("</span> <span class=\"size\"></span> <time class=\"time\" datetime=\"");
    else
        html.append("</span> <span class=\"size\">")
            .append(phrases.size(entry.size))
            .append("</span> <time class=\"time\" datetime=\"");
    html.append(machineTime(entry.modifiedNs))
        .append("\">")
        .append(phrases.moment(entry.modifiedNs))
        .append("</time></a></li>\n");
}

/// The end of an address, and the beginning of the name.
void appendNameOpening(QByteArray &html, const FolderEntry &entry, MediaKind kind, const RowFrame &frame,
                       const QByteArray &carried)
{
    if (entry.isFolder)
        html.append('/').append(carried);
    html.append(!entry.isFolder && hasPreview(entry.name, kind) ? frame.previewed : frame.isolatedName);
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
    const RowFrame &frame = frameOf(entry, row.kind);
    const QByteArray shown = htmlText(entry.name);
    if (survivesForm(shown))
        html.append(frame.box);
    else
        html.append(frame.opening).append("<input type=\"checkbox\" disabled value=\"");
    html.append(shown).append("\" aria-label=\"").append(shown);
    if (row.number >= 0) {
        html.append("\" data-number=\"");
        appendDecimal(html, row.number);
    }
    html.append("\"><a href=\"./");
    appendSegment(html, entry.name);
    appendNameOpening(html, entry, row.kind, frame, carried);
    html.append(shown).append("</bdi>");
    appendFigures(html, entry, phrases);
}

void appendFoundRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below,
                    const Phrases &phrases)
{
    const MediaKind kind = entry.isFolder ? MediaKind::Other : mediaKindOfName(entry.name);
    const RowFrame &frame = frameOf(entry, kind);
    html.append(frame.opening).append("<a href=\".").append(encodePath(below, true));
    appendSegment(html, entry.name);
    appendNameOpening(html, entry, kind, frame, {});
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
    static const RowFrame frame("up");
    return frame.opening + "<a href=\"" + address + frame.nameOpening + text + "</span></a></li>\n";
}

} // namespace porchlight
