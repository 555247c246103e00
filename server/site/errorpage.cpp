// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/errorpage.h"

#include "server/record/statuswords.h"
#include "server/site/htmltext.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"
#include "server/site/phrases.h"

#include <algorithm>
#include <array>

namespace porchlight {
namespace {

enum class Way : quint8 { Home, TryAgain, Folder };

/// Statuses that have words of their own: "error404Heading" and so on.
constexpr std::array Explained{400, 403, 404, 405, 408, 412, 413, 414,
                               416, 417, 421, 431, 500, 501, 503, 505};

QByteArray keyOf(int status)
{
    if (std::find(Explained.begin(), Explained.end(), status) != Explained.end())
        return QByteArray::number(status);
    return status >= 500 ? "5xx" : "4xx";
}

Way wayOf(int status)
{
    const bool mayPass = status == 408 || status == 500 || status == 503;
    return mayPass || keyOf(status) == "5xx" ? Way::TryAgain : Way::Home;
}

QByteArray buttonOf(Way way, const Phrases &phrases)
{
    const auto button = [&](const char *address, const char *key) {
        return "<a class=\"button\" href=\"" + QByteArray(address) + "\">" + phrases.text(key) + "</a>";
    };
    switch (way) {
    case Way::Home:
        break;
    case Way::TryAgain:
        return button("", "wayTryAgain");
    case Way::Folder:
        return button("./", "wayFolder");
    }
    return button("/", "wayHome");
}

/// `name` takes the place of "{name}" in what happened; HTML text.
QByteArray pageOf(int status, const QByteArray &key, Way way, Language language, const QByteArray &name = {})
{
    const Phrases &phrases = Phrases::of(language);
    const auto text = [&](const char *part) { return phrases.text(("error" + key + part).constData()); };
    const QByteArray code = QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray();
    return pageOpening(code, PageKind::Error, language) + "<main>\n<div class=\"message\">" + lampSvg(64) +
           "<p class=\"pill" + (status >= 500 ? " server" : "") + "\">" + code + "</p>\n<h1>" +
           text("Heading") + "</h1>\n<p>" + text("Happened").replace("{name}", name) + "</p>\n<p>" +
           text("Next") + "</p>\n" + buttonOf(way, phrases) + "</div>\n" + pageClosing(language);
}

} // namespace

QByteArray errorPage(int status, Language language)
{
    return pageOf(status, keyOf(status), wayOf(status), language);
}

QByteArray crossSitePage(Language language)
{
    return pageOf(403, "CrossSite", Way::Home, language);
}

QByteArray locationPage(Language language)
{
    return pageOf(403, "Location", Way::Folder, language);
}

QByteArray folderGonePage(Language language)
{
    return pageOf(503, "FolderGone", Way::TryAgain, language);
}

QByteArray itemMissingPage(QByteArrayView name, Language language)
{
    return pageOf(404, "ItemMissing", Way::Folder, language, "<bdi>" + htmlText(name) + "</bdi>");
}

QByteArray nothingChosenPage(Language language)
{
    return pageOf(400, "NothingChosen", Way::Folder, language);
}

QByteArray folderChangedPage(Language language)
{
    return pageOf(409, "FolderChanged", Way::Folder, language);
}

QByteArray tooManyZipsPage(Language language)
{
    return pageOf(503, "TooManyZips", Way::TryAgain, language);
}

} // namespace porchlight
