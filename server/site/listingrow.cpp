// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingrow.h"

#include "server/http/encodedpath.h"
#include "server/record/decimal.h"
#include "server/site/htmltext.h"
#include "server/site/readableunits.h"

#include <QVarLengthArray>

namespace porchlight {
namespace {

/// A row being written. A long listing has thousands: QByteArray takes longer for each piece that is
/// appended.
using RowText = QVarLengthArray<char, 2048>;

void put(RowText &row, QByteArrayView text)
{
    row.append(text.data(), text.size());
}

/// What all rows of one icon have in common, put together once.
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
void putFigures(RowText &text, const FolderEntry &entry, const Phrases &phrases)
{
    put(text, "</span> <span class=\"size\">");
    if (!entry.isFolder)
        put(text, phrases.size(entry.size));
    put(text, "</span> <time class=\"time\" datetime=\"");
    put(text, machineTime(entry.modifiedNs));
    put(text, "\">");
    put(text, phrases.moment(entry.modifiedNs));
    put(text, "</time></a></li>\n");
}

/// The end of an address from the name on, and what stands before the name that is shown.
void putAddress(RowText &text, const FolderEntry &entry, MediaKind kind, const RowFrame &frame,
                const QByteArray &carried)
{
    put(text, encodeSegment(entry.name));
    if (entry.isFolder) {
        put(text, "/");
        put(text, carried);
    }
    put(text, !entry.isFolder && hasPreview(entry.name, kind) ? frame.previewed : frame.isolatedName);
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
    RowText text;
    if (survivesForm(shown)) {
        put(text, frame.box);
    } else {
        put(text, frame.opening);
        put(text, "<input type=\"checkbox\" disabled value=\"");
    }
    put(text, shown);
    put(text, "\" aria-label=\"");
    put(text, shown);
    if (row.number >= 0) {
        put(text, "\" data-number=\"");
        appendDecimal(text, row.number);
    }
    put(text, "\"><a href=\"./");
    putAddress(text, entry, row.kind, frame, carried);
    put(text, shown);
    put(text, "</bdi>");
    putFigures(text, entry, phrases);
    html.append(text.constData(), text.size());
}

void appendFoundRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below,
                    const Phrases &phrases)
{
    const MediaKind kind = entry.isFolder ? MediaKind::Other : mediaKindOfName(entry.name);
    const RowFrame &frame = frameOf(entry, kind);
    RowText text;
    put(text, frame.opening);
    put(text, "<a href=\".");
    put(text, encodePath(below, true));
    putAddress(text, entry, kind, frame, {});
    put(text, htmlText(entry.name));
    put(text, "</bdi>");
    if (!below.isEmpty()) {
        put(text, " <small class=\"place\">");
        put(text, phrases.text("inFolder", "folder", "<bdi>" + htmlText(below.join('/')) + "</bdi>"));
        put(text, "</small>");
    }
    putFigures(text, entry, phrases);
    html.append(text.constData(), text.size());
}

QByteArray upRow(const QByteArray &address, const QByteArray &text)
{
    static const RowFrame frame("up");
    return frame.opening + "<a href=\"" + address + frame.nameOpening + text + "</span></a></li>\n";
}

} // namespace porchlight
