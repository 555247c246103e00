// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/previewpage.h"

#include "server/http/encodedpath.h"
#include "server/site/htmltext.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/preview/markdownhtml.h"
#include "server/site/preview/previewkind.h"
#include "server/site/preview/textencoding.h"
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

/// The file's name and all that its page refers to, as they stand in HTML.
struct Names
{
    QByteArray text;
    QByteArray url;
};

QByteArray opening(const StoredFile &file, const Names &names, const QByteArray &folderName)
{
    const QByteArray folder = folderName.isEmpty() ? QByteArrayLiteral("Shared files") : htmlText(folderName);
    return pageOpening(names.text + " · " + folder, PageKind::Preview) +
           "<header>\n<nav class=\"crumbs\" aria-label=\"The folder of this file\"><ol>\n<li><a "
           "href=\"./\" target=\"_top\">" +
           lampSvg(22) + "<bdi>" + folder +
           "</bdi></a></li>\n</ol></nav>\n<div class=\"heading\"><div><h1><bdi>" + names.text +
           "</bdi></h1>\n<p class=\"summary\">" + readableSize(file.size) + " · <time datetime=\"" +
           machineTime(file.modifiedNs) + "\">" + readableTime(file.modifiedNs) +
           "</time></p>\n</div></div>\n<p class=\"actions\"><a class=\"plain\" href=\"" + names.url +
           "?download\" download>Download</a> <a class=\"plain\" href=\"" + names.url +
           "\" target=\"_top\">Open by itself</a></p>\n</header>\n<main>\n";
}

QByteArray mediaElement(PreviewKind kind, const Names &names)
{
    switch (kind) {
    case PreviewKind::Image:
        return "<img class=\"preview\" src=\"" + names.url + "\" alt=\"" + names.text + "\">\n";
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
    return "<div class=\"message empty\">" + lampSvg(48) +
           "<p><strong>There is no preview of this kind of file</strong></p>\n<p>Download it to open it with "
           "a program on your own device.</p></div>\n";
}

Body textBody(const StoredFile &file, const QByteArray &before)
{
    QByteArray behind = "</pre>\n";
    if (file.size > TextStream::MaxShown)
        behind += "<p class=\"more\">This is only the beginning, " + readableSize(TextStream::MaxShown) +
                  " of " + readableSize(file.size) + ". Download the file to read on.</p>\n";
    // HTML leaves out a line break that follows the tag at once.
    return Body(std::make_unique<TextStream>(file, before + "<pre class=\"preview\" tabindex=\"0\">\n",
                                             behind + pageClosing()));
}

} // namespace

Body previewBody(const StoredFile &file, const QByteArray &folderName)
{
    const QByteArray name = file.path.mid(file.path.lastIndexOf('/') + 1);
    const Names names{htmlText(name), "./" + encodeSegment(name)};
    const QByteArray before = opening(file, names, folderName);
    const PreviewKind kind = previewKind(name, readBeginning(file, BeginningSize));
    if (kind == PreviewKind::Text || (kind == PreviewKind::Markdown && file.size > MaxMarkdown))
        return textBody(file, before);
    if (kind != PreviewKind::Markdown)
        return Body(before + mediaElement(kind, names) + pageClosing());

    const QByteArray content = readBeginning(file, MaxMarkdown);
    const QString text = QStringDecoder(textEncoding(content, true))(content);
    return Body(before + "<article class=\"preview\">\n" + markdownHtml(text.toUtf8()) + "</article>\n" +
                pageClosing());
}

} // namespace porchlight
