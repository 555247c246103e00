// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/errorpage.h"

#include "server/record/statuswords.h"
#include "server/site/htmltext.h"
#include "server/site/pageframe.h"
#include "server/site/pageicons.h"

namespace porchlight {
namespace {

enum class Way : quint8 { Home, TryAgain, Folder };

struct Explanation
{
    const char *heading;
    QByteArray whatHappened;
    const char *whatToDo;
    Way way = Way::Home;
};

Explanation explanationOf(int status)
{
    switch (status) {
    case 400:
        return {"This request could not be understood",
                "What your browser asked for breaks the rules of HTTP, the language that browsers and "
                "servers speak.",
                "If you typed the address, look for stray characters such as % in it."};
    case 403:
        return {"This may not be read",
                "It is there, but the computer that shares it does not let Porchlight open it.",
                "The person who shares the folder can change that."};
    case 404:
        return {"There is nothing at this address",
                "It may have been moved, renamed or taken away since the link was made.",
                "If you typed the address, check its spelling: capital letters count."};
    case 405:
        return {"Files here can only be looked at",
                "Your browser asked to change something, and this site only hands things out.",
                "Nothing was changed."};
    case 408:
        return {
            "The request took too long to arrive",
            "Porchlight waited for the rest of what your browser wanted to say, and it did not come in time.",
            "A weak Wi-Fi signal is the usual cause. Move closer and try again.", Way::TryAgain};
    case 412:
        return {"This file has changed meanwhile",
                "Your browser asked for one certain version of it, and that is no longer the current one.",
                "Open it again to get the version of today."};
    case 413:
        return {"That was too much to send", "The request carried more content than Porchlight takes.",
                "Nothing of it was kept."};
    case 414:
        return {"This address is too long",
                "Porchlight reads addresses of up to 8,192 characters, and this one is longer.",
                "Start from the list of files instead."};
    case 416:
        return {"That part of the file does not exist",
                "Your browser asked for a piece that lies behind the end of the file. It has probably become "
                "shorter.",
                "Open it again from its beginning."};
    case 417:
        return {"This request expects too much",
                "It came with a wish in its Expect header that Porchlight does not know.",
                "A browser does not send one, so another program probably did."};
    case 421:
        return {"This is not that computer",
                "Your browser asked Porchlight for another computer, by a name or address that is not one "
                "of this one.",
                "If you typed the address, use localhost in it."};
    case 431:
        return {"This request carries too many headers",
                "Headers are the notes a browser sends along with a request, cookies among them.",
                "Deleting the cookies of this address in your browser helps."};
    case 500:
        return {"Something went wrong here",
                "Porchlight failed while it made this answer. You did nothing wrong.",
                "Try again. If it stays this way, tell the person who shares the folder.", Way::TryAgain};
    case 501:
        return {"Porchlight does not know how to do that",
                "Every request names a method, a verb such as GET. The one in this request is not among "
                "those Porchlight knows.",
                "A browser does not send such requests by itself, so another program probably did."};
    case 503:
        return {"Too busy for the moment", "More visitors are here than Porchlight can serve at once.",
                "Wait a few seconds, then try again.", Way::TryAgain};
    case 505:
        return {"This version of HTTP is not spoken here",
                "HTTP is the language of browsers and servers. Porchlight speaks its versions 1.0 and 1.1.",
                "Any browser knows them, so another program probably sent this request."};
    default:
        break;
    }
    if (status >= 500)
        return {"This request could not be answered",
                "The fault is on the side of the computer that shares the folder.", "Try again in a moment.",
                Way::TryAgain};
    return {"This request could not be answered", "Something in it does not fit what is shared here.",
            "Start from the list of files instead."};
}

const char *buttonOf(Way way)
{
    switch (way) {
    case Way::Home:
        break;
    case Way::TryAgain:
        return "<a class=\"button\" href=\"\">Try again</a>";
    case Way::Folder:
        return "<a class=\"button\" href=\"./\">Back to the folder</a>";
    }
    return "<a class=\"button\" href=\"/\">See everything that is shared</a>";
}

QByteArray pageOf(int status, const Explanation &explanation)
{
    const QByteArray code = QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray();
    return pageOpening(code, PageKind::Error) + "<main>\n<div class=\"message\">" + lampSvg(64) +
           "<p class=\"pill" + (status >= 500 ? " server" : "") + "\">" + code + "</p>\n<h1>" +
           explanation.heading + "</h1>\n<p>" + explanation.whatHappened + "</p>\n<p>" +
           explanation.whatToDo + "</p>\n" + buttonOf(explanation.way) + "</div>\n" + pageClosing();
}

} // namespace

QByteArray errorPage(int status)
{
    return pageOf(status, explanationOf(status));
}

QByteArray crossSitePage()
{
    return pageOf(403, {"Only for this computer itself",
                        "Another website asked for this through your browser, and it gets no answer.",
                        "If you followed a link, type the address yourself instead."});
}

QByteArray folderGonePage()
{
    return pageOf(
        503,
        {"The shared folder is away",
         "Porchlight is running, but the folder it shares is not there at the moment.",
         "If it is on a USB stick, plug the stick in again. This page works as soon as the folder is back.",
         Way::TryAgain});
}

QByteArray itemMissingPage(QByteArrayView name)
{
    return pageOf(404, {"Something you chose is not there",
                        "This folder holds nothing that is called “<bdi>" + htmlText(name) + "</bdi>”.",
                        "It may have been renamed or taken away. Choose again.", Way::Folder});
}

QByteArray nothingChosenPage()
{
    return pageOf(400, {"Nothing is chosen", "No file or folder was ticked, so there is nothing to download.",
                        "Tick what you would like to have, then try again.", Way::Folder});
}

QByteArray folderChangedPage()
{
    return pageOf(409, {"The folder has changed",
                        "Something was added, renamed or taken away since its list was made for you.",
                        "Open the folder again, then choose once more.", Way::Folder});
}

QByteArray tooManyZipsPage()
{
    return pageOf(503, {"Two downloads at a time",
                        "Two zips are on their way to you already, and a third would slow them down.",
                        "Wait until one of them has arrived, then try again.", Way::TryAgain});
}

} // namespace porchlight
