// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/useragent.h"

#include <QTest>

using namespace porchlight;

class TestUserAgent final : public QObject
{
    Q_OBJECT
private slots:
    void name_data();
    void name();
    void hostileNamesAreShortAndPrintable_data();
    void hostileNamesAreShortAndPrintable();
};

void TestUserAgent::name_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const char *field, const char *name) {
        QTest::addRow("%s", tag) << QByteArray(field) << QString::fromUtf8(name);
    };
    row("Safari on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/17.5 "
        "Mobile/15E148 Safari/604.1",
        "iPhone · Safari");
    row("Chrome on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "CriOS/125.0.6422.80 Mobile/15E148 Safari/604.1",
        "iPhone · Chrome");
    row("Firefox on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 14_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "FxiOS/126.0 "
        "Mobile/15E148 Safari/605.1.15",
        "iPhone · Firefox");
    row("Edge on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/17.0 "
        "EdgiOS/124.0.2478.89 Mobile/15E148 Safari/605.1.15",
        "iPhone · Edge");
    row("Facebook's app on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Mobile/21E236 "
        "[FBAN/FBIOS;FBAV/464.0.0.36.105;FBDV/iPhone14,5;FBSN/iOS]",
        "iPhone · Facebook");
    row("media player of an iPhone",
        "AppleCoreMedia/1.0.0.20F66 (iPhone; U; CPU OS 16_5 like Mac OS X; en_us)", "iPhone");
    row("Safari on an iPad",
        "Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/12.1.2 "
        "Mobile/15E148 Safari/604.1",
        "iPad · Safari");
    row("Safari on an iPod",
        "Mozilla/5.0 (iPod touch; CPU iPhone OS 12_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/12.0 "
        "Mobile/15E148 Safari/604.1",
        "iPod · Safari");
    row("Chrome on an Android phone",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile "
        "Safari/537.36",
        "Android phone · Chrome");
    row("Samsung Internet",
        "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) "
        "SamsungBrowser/25.0 "
        "Chrome/121.0.0.0 Mobile Safari/537.36",
        "Android phone · Samsung Internet");
    row("Firefox on an Android phone", "Mozilla/5.0 (Android 14; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0",
        "Android phone · Firefox");
    row("Firefox on an Android tablet",
        "Mozilla/5.0 (Android 13; Tablet; rv:126.0) Gecko/126.0 Firefox/126.0", "Android tablet · Firefox");
    row("Chrome on an Android tablet",
        "Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 "
        "Safari/537.36",
        "Android tablet · Chrome");
    row("Edge on an Android phone",
        "Mozilla/5.0 (Linux; Android 10; HD1913) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/124.0.6367.179 Mobile "
        "Safari/537.36 EdgA/124.0.2478.64",
        "Android phone · Edge");
    row("Opera on an Android phone",
        "Mozilla/5.0 (Linux; Android 10; VOG-L29) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/124.0.6367.179 Mobile "
        "Safari/537.36 OPR/76.2.4027.73374",
        "Android phone · Opera");
    row("a phone of a maker called Cubot",
        "Mozilla/5.0 (Linux; Android 9; CUBOT_P30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/110.0.0.0 "
        "Mobile "
        "Safari/537.36",
        "Android phone · Chrome");
    row("an Android app", "Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ3A.230805.001)",
        "Android device");
    row("the window's own visitor", "Porchlight-Visitor/1", "Practice visitor");
    row("Edge on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 "
        "Safari/537.36 "
        "Edg/125.0.2535.51",
        "Windows PC · Edge");
    row("Chrome on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 "
        "Safari/537.36",
        "Windows PC · Chrome");
    row("Firefox on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:126.0) Gecko/20100101 Firefox/126.0",
        "Windows PC · Firefox");
    row("Internet Explorer 11", "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
        "Windows PC · Internet Explorer");
    row("old Edge on a Windows phone",
        "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, "
        "like Gecko) "
        "Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063",
        "Windows phone · Edge");
    row("the file manager of Windows", "Microsoft-WebDAV-MiniRedir/10.0.19045", "Windows PC · Explorer");
    row("PowerShell", "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.3031",
        "PowerShell");
    row("Safari on a Mac",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Version/17.5 "
        "Safari/605.1.15",
        "Mac · Safari");
    row("Firefox on a Mac",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:126.0) Gecko/20100101 Firefox/126.0",
        "Mac · Firefox");
    row("an app of a Mac", "Podcasts/3.9 CFNetwork/1494.0.7 Darwin/23.4.0", "Apple device");
    row("Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0",
        "Linux PC · Firefox");
    row("Chromium on Linux",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Chromium/80.0.3987.87 "
        "Chrome/80.0.3987.87 Safari/537.36",
        "Linux PC · Chromium");
    row("headless Chromium",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/125.0.6422.60 "
        "Safari/537.36",
        "Linux PC · Chrome without a window");
    row("GNOME Web",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 "
        "Safari/605.1.15 "
        "Epiphany/605.1.15",
        "Linux PC · GNOME Web");
    row("Firefox on FreeBSD", "Mozilla/5.0 (X11; FreeBSD amd64; rv:126.0) Gecko/20100101 Firefox/126.0",
        "BSD PC · Firefox");
    row("a Chromebook",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 "
        "Safari/537.36",
        "Chromebook · Chrome");
    row("a television with webOS",
        "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 "
        "Safari/537.36 "
        "WebAppManager",
        "TV · Chrome");
    row("a television with Tizen",
        "Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 "
        "TV Safari/537.36",
        "TV · Safari");
    row("Fire TV",
        "Mozilla/5.0 (Linux; Android 9; AFTMM Build/PS7624; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Version/4.0 "
        "Chrome/108.0.5359.160 Mobile Safari/537.36",
        "TV · Chrome");
    row("a games console",
        "Mozilla/5.0 (PlayStation; PlayStation 5/6.50) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 "
        "Safari/605.1.15",
        "PlayStation · Safari");
    row("curl", "curl/8.5.0", "curl");
    row("wget", "Wget/1.21.3", "wget");
    row("Python", "python-requests/2.31.0", "Python");
    row("Go", "Go-http-client/1.1", "Go program");
    row("VLC", "VLC/3.0.20 LibVLC/3.0.20", "VLC");
    row("a search engine",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/125.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Bot · Googlebot");
    row("a preview of a chat", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Bot · Slackbot-LinkExpanding");
    row("WhatsApp's preview", "WhatsApp/2.23.20.0", "WhatsApp preview");
    row("an unknown program", "MyDownloader/1.0 (by me)", "MyDownloader");
    row("an unknown browser", "Mozilla/5.0", "Browser");
    row("nothing", "", "");
}

void TestUserAgent::name()
{
    QFETCH(QByteArray, field);
    QTEST(friendlyUserAgent(field), "name");
}

void TestUserAgent::hostileNamesAreShortAndPrintable_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addRow("escape sequence") << QByteArray("\x1b]0;title\x07/1.0");
    QTest::addRow("markup") << QByteArray("<script>alert(1)</script>");
    QTest::addRow("right-to-left override") << QByteArray("\xe2\x80\xaegpj.bot");
    QTest::addRow("not UTF-8") << QByteArray("\xff\xfe\xfd/1.0");
    QTest::addRow("NUL") << QByteArray("a\0b", 3);
    QTest::addRow("only spaces") << QByteArray("    ");
    QTest::addRow("endless name") << QByteArray(100'000, 'A');
    QTest::addRow("endless bot") << QByteArray(100'000, 'A').append("bot");
    QTest::addRow("endless bot in reach") << QByteArray(400, 'A').append("bot");
}

void TestUserAgent::hostileNamesAreShortAndPrintable()
{
    QFETCH(QByteArray, field);
    const QString name = friendlyUserAgent(field);
    QVERIFY2(name.size() <= 40, qPrintable(name));
    for (const QChar c : name)
        QVERIFY2(c == QChar(0xB7) || (c.unicode() >= 0x20 && c.unicode() < 0x7F && c != QLatin1Char('<')),
                 qPrintable(name));
}

QTEST_GUILESS_MAIN(TestUserAgent)
#include "tst_useragent.moc"
