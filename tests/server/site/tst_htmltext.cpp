// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/htmltext.h"

#include <QtTest>

using namespace porchlight;

class HtmlTextTest : public QObject
{
    Q_OBJECT
private slots:
    void shows_data();
    void shows();
};

void HtmlTextTest::shows_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char *title, QByteArray name, QByteArray html) {
        QTest::addRow("%s", title) << name << html;
    };
    const QByteArray mark = "\xef\xbf\xbd"; // U+FFFD
    row("plain text stays", "IMG_2 (1).jpg", "IMG_2 (1).jpg");
    row("UTF-8 stays", "Größe 写真 🏮", "Größe 写真 🏮");
    row("joined emoji stay", "👩‍👧.jpg", "👩‍👧.jpg");
    row("tags", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;");
    row("quotes", "\"'", "&quot;&#39;");
    row("ampersands", "&lt;", "&amp;lt;");
    row("tags beside other letters", "é<b>", "é&lt;b&gt;");
    row("line ends", "a\r\nb", "a" + mark + mark + "b");
    row("an escape sequence", "\x1b[31m", mark + "[31m");
    row("DEL", "\x7f", mark);
    row("C1 controls", "\xc2\x85", mark);
    row("right-to-left override", "photo\xe2\x80\xaegpj.exe", "photo" + mark + "gpj.exe");
    row("bidirectional isolates", "\xe2\x81\xa6\xe2\x81\xa9", mark + mark);
    row("line separator", "\xe2\x80\xa8", mark);
    row("Arabic stays", "صورة.jpg", "صورة.jpg");
    row("noncharacters", "\xef\xbf\xbe\xf0\x9f\xbf\xbf", mark + mark);
    row("Latin-1 bytes", "caf\xe9.txt", "caf" + mark + ".txt");
    row("a cut sequence at the end", "a\xe2\x82", "a" + mark + mark);
    row("nothing", "", "");
    row("nothing to see", "\xef\xbb\xbf", mark); // U+FEFF
    row("blanks of several kinds", "\xe2\x80\x8b \xe3\x85\xa4", mark + mark + mark);
    row("spaces alone", "  ", mark + mark);
    row("an invisible start", "\xef\xbb\xbf" "a", "\xef\xbb\xbf" "a");
}

void HtmlTextTest::shows()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, html);
    QCOMPARE(htmlText(name), html);
}

QTEST_APPLESS_MAIN(HtmlTextTest)
#include "tst_htmltext.moc"
