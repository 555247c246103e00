// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/previewpage.h"

#include "server/http/encodedpath.h"
#include "server/http/textencoding.h"
#include "server/site/htmltext.h"
#include "server/site/pageframe.h"
#include "server/site/pageparts.h"
#include "server/site/preview/markdownhtml.h"
#include "server/site/preview/previewkind.h"
#include "server/site/preview/textstream.h"
#include "server/site/readableunits.h"

#include <algorithm>

#include <unistd.h>

namespace porchlight {
namespace {

/// What has to be known of a file to tell whether it is text, bytes.
constexpr qint64 BeginningSize = 4096;

QByteArray readBeginning(const StoredFile &file, qint64 size)
{
    QByteArray beginning(std::min(size, file.size), Qt::Uninitialized);
    const ssize_t n = ::pread(file.file->descriptor(), beginning.data(), size_t(beginning.size()), 0);
    beginning.truncate(std::max<ssize_t>(n, 0));
    return beginning;
}

/// The file's name, and where it is, as they stand in HTML.
struct Names
{
    QByteArray text;
    QByteArray url;
};

QByteArray opening(const StoredFile &file, const Names &names, const QByteArray &shareName,
                   PreviewPlace place, const Phrases &phrases)
{
    const QList<QByteArray> path = file.path.split('/');
    const bool isPage = place == PreviewPlace::Page;
    QByteArray html =
        pageOpening(folderTitle(shareName, path, phrases), PageKind::Preview, phrases.language()) +
        "<header>\n";
    if (isPage)
        html += breadcrumbs(shareName, path, {}, phrases);
    html += "<div class=\"heading\"><div><h1" + QByteArray(isPage ? "" : " class=\"visually-hidden\"") +
            "><bdi>" + names.text + "</bdi></h1>\n<p class=\"summary\">" + phrases.size(file.size) +
            " · <time datetime=\"" + machineTime(file.modifiedNs) + "\">" + phrases.moment(file.modifiedNs) +
            "</time></p>\n</div></div>\n";
    if (isPage)
        html += "<p class=\"actions\"><a class=\"plain\" href=\"" + names.url + "?download\" download>" +
                phrases.text("download") + "</a> <a class=\"plain\" href=\"" + names.url + "\">" +
                phrases.text("openByItself") + "</a></p>\n";
    return html + "</header>\n<main>\n";
}

bool isShownByBrowsers(const QByteArray &name)
{
    const QByteArray ending = name.mid(name.lastIndexOf('.') + 1).toLower();
    return ending != "heic" && ending != "heif" && ending != "hif" && ending != "tif" && ending != "tiff";
}

QByteArray mediaElement(PreviewKind kind, const Names &names, const Phrases &phrases)
{
    switch (kind) {
    case PreviewKind::Image: // a smaller copy is a JPEG, which every browser shows
        return "<img class=\"preview\" src=\"" + names.url +
               (isShownByBrowsers(names.text) ? "" : "?size=screen") + "\" alt=\"" + names.text + "\">\n";
    case PreviewKind::Audio:
        return "<audio class=\"preview\" src=\"" + names.url +
               "\" controls preload=\"metadata\" aria-label=\"" + names.text + "\"></audio>\n";
    case PreviewKind::Video:
        return "<video class=\"preview\" src=\"" + names.url +
               "\" controls playsinline preload=\"metadata\" aria-label=\"" + names.text + "\"></video>\n";
    case PreviewKind::Pdf:
        return "<iframe class=\"preview\" src=\"" + names.url + "\" title=\"" + names.text + "\"></iframe>\n";
    case PreviewKind::Markdown:
    case PreviewKind::Text:
    case PreviewKind::None:
        break;
    }
    return emptyMessage(phrases.text("noPreviewTitle"), phrases.text("noPreviewText"));
}

Body textBody(const StoredFile &file, const QByteArray &before, const Phrases &phrases)
{
    QByteArray behind = "</pre>\n";
    if (file.size > TextStream::MaxShown)
        behind += "<p class=\"more\">" +
                  phrases.text("onlyBeginning", "size", phrases.size(TextStream::MaxShown)) + "</p>\n";
    // HTML leaves out a line break that follows the tag at once.
    return Body(std::make_unique<TextStream>(file, before + "<pre class=\"preview\" tabindex=\"0\">\n",
                                             behind + pageClosing(phrases.language())));
}

} // namespace

Body previewBody(const StoredFile &file, const QByteArray &shareName, PreviewPlace place,
                 const Phrases &phrases)
{
    const QByteArray name = file.path.mid(file.path.lastIndexOf('/') + 1);
    const Names names{htmlText(name), "./" + encodeSegment(name)};
    const QByteArray before = opening(file, names, shareName, place, phrases);
    const PreviewKind kind = previewKind(name, readBeginning(file, BeginningSize));
    if (kind == PreviewKind::Text || (kind == PreviewKind::Markdown && file.size > MaxMarkdown))
        return textBody(file, before, phrases);
    if (kind != PreviewKind::Markdown)
        return Body(before + mediaElement(kind, names, phrases) + pageClosing(phrases.language()));

    const QByteArray content = readBeginning(file, MaxMarkdown);
    const QString text = QStringDecoder(textEncoding(content, true))(content);
    const auto html = markdownHtml(text.toUtf8(), phrases);
    if (!html)
        return textBody(file, before, phrases);
    return Body(before + "<article class=\"preview\">\n" + *html + "</article>\n" +
                pageClosing(phrases.language()));
}

} // namespace porchlight
