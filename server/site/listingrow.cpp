// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingrow.h"

#include "server/http/encodedpath.h"
#include "server/http/mediakind.h"
#include "server/site/htmltext.h"
#include "server/site/readableunits.h"

namespace porchlight {
namespace {

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

} // namespace

void appendListingRow(QByteArray &html, const FolderEntry &entry, const QList<QByteArray> &below)
{
    const QByteArrayView icon = entry.isFolder ? "folder" : iconOf(mediaKindOfName(entry.name));
    html.append("<li class=\"").append(icon).append("\"><a href=\".");
    if (below.isEmpty())
        html.append('/');
    else
        html.append(encodePath(below, true));
    appendSegment(html, entry.name);
    if (entry.isFolder)
        html.append('/');
    html.append("\"><span class=\"icon\"><svg aria-hidden=\"true\"><use href=\"#")
        .append(icon)
        .append("\"/></svg></span><span class=\"name\"><bdi>");
    appendHtmlText(html, entry.name);
    html.append("</bdi>");
    if (!below.isEmpty()) {
        html.append(" <small class=\"place\">in <bdi>");
        appendHtmlText(html, below.join('/'));
        html.append("</bdi></small>");
    }
    html.append("</span> <span class=\"size\">");
    if (!entry.isFolder)
        html.append(readableSize(entry.size));
    html.append("</span> <time class=\"time\" datetime=\"")
        .append(machineTime(entry.modifiedNs))
        .append("\">")
        .append(readableTime(entry.modifiedNs))
        .append("</time></a></li>\n");
}

} // namespace porchlight
