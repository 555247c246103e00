// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pageparts.h"

#include "server/http/encodedpath.h"
#include "server/site/htmltext.h"
#include "server/site/pageicons.h"

namespace porchlight {

QByteArray isolatedName(QByteArrayView name)
{
    return "<bdi>" + htmlText(name) + "</bdi>";
}

QByteArray folderName(const QByteArray &shareName, const QList<QByteArray> &folder, qsizetype depth,
                      const Phrases &phrases)
{
    if (depth > 0)
        return folder[depth - 1];
    return shareName.isEmpty() ? phrases.text("sharedFiles") : shareName;
}

QByteArray folderTitle(const QByteArray &shareName, const QList<QByteArray> &folder, const Phrases &phrases)
{
    const QByteArray share = htmlText(folderName(shareName, folder, 0, phrases));
    return folder.isEmpty() ? share : htmlText(folder.last()) + " · " + share;
}

QByteArray breadcrumbs(const QByteArray &shareName, const QList<QByteArray> &folder,
                       const QByteArray &carried, const Phrases &phrases)
{
    const qsizetype depth = folder.size();
    if (depth == 0)
        return {};
    QByteArray html = "<nav class=\"crumbs\" aria-label=\"" + phrases.text("foldersAbove") + "\"><ol>\n";
    for (qsizetype i = 0; i < depth; ++i)
        html += "<li><a href=\"" + encodePath(folder.first(i), true) + carried + "\">" +
                (i == 0 ? lampSvg(22) : QByteArray()) +
                isolatedName(folderName(shareName, folder, i, phrases)) + "</a></li>\n";
    return html + "</ol></nav>\n";
}

QByteArray viewSwitch(FolderQuery query, FolderQuery::View shown, const Phrases &phrases)
{
    QByteArray html = "<nav class=\"switch\" aria-label=\"" + phrases.text("showAs") + "\">";
    query.type.reset();
    for (const auto &[view, key] :
         {std::pair(FolderQuery::View::Files, "list"), {FolderQuery::View::Photos, "photos"}}) {
        query.view = view;
        html += "<a href=\"" + query.address() + (view == shown ? "\" aria-current=\"page\">" : "\">") +
                phrases.text(key) + "</a>";
    }
    return html + "</nav>\n";
}

QByteArray searchForm(const Phrases &phrases, const QByteArray &words)
{
    return "<form class=\"search\" role=\"search\" action=\"./\"><input type=\"search\" name=\"q\" required "
           "autocomplete=\"off\" aria-label=\"" +
           phrases.text("searchBelow") + "\" placeholder=\"" + phrases.text("searchHint") + "\" value=\"" +
           words + "\"><button>" + phrases.text("search") + "</button></form>\n";
}

QByteArray menuOpening(const QByteArray &button)
{
    return "<details class=\"menu\"><summary>" + button + "</summary><ul>\n";
}

QByteArray menuLink(const QByteArray &address, const QByteArray &text, bool isCurrent)
{
    return "<li><a href=\"" + address + (isCurrent ? "\" aria-current=\"true\">" : "\">") + text +
           "</a></li>\n";
}

QByteArray menuClosing()
{
    return "</ul></details>\n";
}

QByteArray downloadAllLink(const Phrases &phrases)
{
    return "<a class=\"plain\" href=\"?zip\">" + phrases.text("downloadAll") + "</a>\n";
}

QByteArray emptyMessage(const QByteArray &title, const QByteArray &text)
{
    return "<div class=\"message empty\">" + lampSvg(48) + "<p><strong>" + title + "</strong></p>\n<p>" +
           text + "</p></div>\n";
}

} // namespace porchlight
