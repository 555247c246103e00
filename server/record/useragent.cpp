// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/useragent.h"

#include <algorithm>
#include <span>

namespace porchlight {

namespace {

constexpr qsizetype MaxToken = 24;

struct Mark
{
    const char *in; ///< Stands in the field, in this case.
    const char *name;
};

// The first mark that is found counts, so what imitates others comes before what it imitates.
constexpr Mark Tools[] = {
    {"Porchlight-Visitor/", "Practice visitor"}, // the window's own (LoneVisitor)
    {"curl/", "curl"},
    {"Wget/", "wget"},
    {"Wget2/", "wget"},
    {"aria2/", "aria2"},
    {"HTTPie/", "HTTPie"},
    {"PostmanRuntime/", "Postman"},
    {"python-requests/", "Python"},
    {"python-httpx/", "Python"},
    {"Python-urllib/", "Python"},
    {"aiohttp/", "Python"},
    {"Go-http-client/", "Go program"},
    {"Java/", "Java program"},
    {"libwww-perl/", "Perl"},
    {"PowerShell/", "PowerShell"},
    {"ApacheBench/", "ApacheBench"},
    {"VLC/", "VLC"},
    {"Lavf/", "Media player"},
    {"WhatsApp/", "WhatsApp preview"},
    {"facebookexternalhit/", "Facebook preview"},
    {"Microsoft-WebDAV-MiniRedir/", "Windows PC · Explorer"},
};

constexpr Mark Devices[] = {
    {"Windows Phone", "Windows phone"},
    {"iPod", "iPod"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Apple TV", "TV"},
    {"AppleTV", "TV"},
    {"GoogleTV", "TV"},
    {"Google TV", "TV"},
    {"Android TV", "TV"},
    {"SMART-TV", "TV"},
    {"SmartTV", "TV"},
    {"Smart TV", "TV"},
    {"Web0S", "TV"},
    {"HbbTV", "TV"},
    {"BRAVIA", "TV"},
    {"CrKey", "TV"},
    {"Roku", "TV"},
    {"; AFT", "TV"}, // Amazon's Fire TV models: AFTT, AFTMM, …
    {"PlayStation", "PlayStation"},
    {"Xbox", "Xbox"},
    {"Nintendo", "Nintendo"},
    {"Quest", "VR headset"},
    {"CrOS", "Chromebook"},
    {"Windows", "Windows PC"},
    {"Macintosh", "Mac"},
    {"FreeBSD", "BSD PC"},
    {"OpenBSD", "BSD PC"},
    {"NetBSD", "BSD PC"},
    {"Linux", "Linux PC"},
    {"X11", "Linux PC"},
    {"CFNetwork/", "Apple device"},
};

constexpr Mark Browsers[] = {
    {"FBAN/", "Facebook"},
    {"FBAV/", "Facebook"},
    {"Instagram", "Instagram"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"EdgA/", "Edge"},
    {"EdgiOS/", "Edge"},
    {"Edg/", "Edge"},
    {"Edge/", "Edge"},
    {"OPR/", "Opera"},
    {"OPT/", "Opera"},
    {"OPiOS/", "Opera"},
    {"Opera", "Opera"},
    {"Vivaldi/", "Vivaldi"},
    {"YaBrowser/", "Yandex"},
    {"UCBrowser/", "UC Browser"},
    {"DuckDuckGo/", "DuckDuckGo"},
    {"Ddg/", "DuckDuckGo"},
    {"Silk/", "Silk"},
    {"FxiOS/", "Firefox"},
    {"Focus/", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Epiphany/", "GNOME Web"},
    {"HeadlessChrome/", "Chrome without a window"},
    {"Chromium/", "Chromium"},
    {"Chrome/", "Chrome"},
    {"Trident/", "Internet Explorer"},
    {"MSIE ", "Internet Explorer"},
    {"Safari/", "Safari"},
};

const char *firstOf(std::span<const Mark> marks, QByteArrayView text)
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark &mark) { return text.contains(QByteArrayView(mark.in)); });
    return found == marks.end() ? nullptr : found->name;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/// The run of name characters around `at`, without product versions and the like.
QString tokenAround(QByteArrayView text, qsizetype at)
{
    qsizetype from = at;
    while (from > 0 && isTokenCharacter(text[from - 1]))
        --from;
    qsizetype to = at;
    while (to < text.size() && isTokenCharacter(text[to]))
        ++to;
    return QString::fromLatin1(text.sliced(from, std::min(to - from, MaxToken)));
}

QString botName(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    if (lower.contains("cubot")) // makes phones
        return {};
    for (const char *mark : {"bot", "crawler", "spider"}) {
        if (const qsizetype at = lower.indexOf(mark); at >= 0)
            return QStringLiteral("Bot · ") + tokenAround(text, at);
    }
    return {};
}

QString androidName(QByteArrayView text, bool isBrowser)
{
    if (text.contains("Mobile"))
        return QStringLiteral("Android phone");
    return isBrowser ? QStringLiteral("Android tablet") : QStringLiteral("Android device");
}

/// The product of an unknown client: what stands before the first slash or space.
QString productName(QByteArrayView text)
{
    const auto start = std::find_if(text.begin(), text.end(), isTokenCharacter);
    const QString name = tokenAround(text, start - text.begin());
    return name == QLatin1String("Mozilla") ? QStringLiteral("Browser") : name;
}

} // namespace

QString friendlyUserAgent(QByteArrayView userAgent)
{
    const QByteArrayView text = userAgent.first(std::min(userAgent.size(), MaxUserAgentRead));
    if (text.isEmpty())
        return {};
    if (const char *tool = firstOf(Tools, text))
        return QString::fromUtf8(tool);
    if (const QString bot = botName(text); !bot.isEmpty())
        return bot;
    const char *browser = firstOf(Browsers, text);
    QString device = QString::fromUtf8(firstOf(Devices, text));
    // TVs and headsets run Android too, and Android calls itself Linux.
    if ((device.isEmpty() || device == QLatin1String("Linux PC")) && text.contains("Android"))
        device = androidName(text, browser);
    if (device.isEmpty())
        return productName(text);
    return browser ? device + QStringLiteral(" · ") + QString::fromUtf8(browser) : device;
}

} // namespace porchlight
