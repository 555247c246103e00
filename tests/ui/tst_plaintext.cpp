// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plaintext.h"
#include "ui/shortened.h"

#include <QTest>

using namespace porchlight;

class TestPlainText final : public QObject
{
    Q_OBJECT
private slots:
    void bytes_data();
    void bytes();
    void target_data();
    void target();
    void everyCharacterOnlyShowsItself();
    void bothEndsOfALongTextAreShown_data();
    void bothEndsOfALongTextAreShown();
    void toolTipHasNoMarkupOfTheVisitor();
};

void TestPlainText::bytes_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("out");
    QTest::addRow("plain text stays") << QByteArray("GET /a b") << QStringLiteral("GET /a b");
    QTest::addRow("markup stays text") << QByteArray("<img src=x>") << QStringLiteral("<img src=x>");
    QTest::addRow("letters of all scripts stay")
        << QByteArray("Größe 写真 📷") << QStringLiteral("Größe 写真 📷");
    QTest::addRow("escape is shown") << QByteArray("a\x1b[31m") << QStringLiteral("a\\x1B[31m");
    QTest::addRow("NUL is shown") << QByteArray("a\0b", 3) << QStringLiteral("a\\x00b");
    QTest::addRow("tab, CR and LF are shown") << QByteArray("\t\r\n") << QStringLiteral("\\x09\\x0D\\x0A");
    QTest::addRow("DEL is shown") << QByteArray("\x7f") << QStringLiteral("\\x7F");
    QTest::addRow("C1 control is shown") << QByteArray("\xc2\x9b"
                                                       "1m")
                                         << QStringLiteral("\\x9B1m");
    QTest::addRow("right-to-left override is shown")
        << QByteArray("a\xe2\x80\xaegpj.exe") << QStringLiteral("a\\u202Egpj.exe");
    QTest::addRow("isolate is shown") << QByteArray("\xe2\x81\xa6") << QStringLiteral("\\u2066");
    QTest::addRow("Arabic letter mark is shown") << QByteArray("\xd8\x9c") << QStringLiteral("\\u061C");
    QTest::addRow("zero width space is shown") << QByteArray("\xe2\x80\x8b") << QStringLiteral("\\u200B");
    QTest::addRow("line separator is shown") << QByteArray("\xe2\x80\xa8") << QStringLiteral("\\u2028");
    QTest::addRow("soft hyphen is shown") << QByteArray("\xc2\xad") << QStringLiteral("\\u00AD");
    QTest::addRow("leading byte order mark is shown") << QByteArray("\xef\xbb\xbf"
                                                                    "a")
                                                      << QStringLiteral("\\uFEFFa");
    QTest::addRow("tag character is shown") << QByteArray("\xf3\xa0\x81\x81") << QStringLiteral("\\uE0041");
    QTest::addRow("not UTF-8 is replaced") << QByteArray("a\xff"
                                                         "b")
                                           << QStringLiteral("a\uFFFDb");
    QTest::addRow("encoded surrogate is replaced")
        << QByteArray("\xed\xa0\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD");
    QTest::addRow("nothing") << QByteArray() << QString();
}

void TestPlainText::bytes()
{
    QFETCH(QByteArray, in);
    QTEST(plainText(in), "out");
}

void TestPlainText::target_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("out");
    QTest::addRow("no escapes") << QByteArray("/Lake/beach.jpg") << QStringLiteral("/Lake/beach.jpg");
    QTest::addRow("space and umlaut")
        << QByteArray("/Gro%C3%9Fe%20Fotos/") << QStringLiteral("/Große Fotos/");
    QTest::addRow("escaped slash keeps its escape") << QByteArray("/a%2Fb") << QStringLiteral("/a%2Fb");
    QTest::addRow("escaped NUL keeps its escape") << QByteArray("/a%00") << QStringLiteral("/a%00");
    QTest::addRow("escaped percent keeps its escape") << QByteArray("/%2541") << QStringLiteral("/%2541");
    QTest::addRow("escaped query mark keeps its escape") << QByteArray("/a%3Fb") << QStringLiteral("/a%3Fb");
    QTest::addRow("not UTF-8 keeps its escapes") << QByteArray("/%FF%20") << QStringLiteral("/%FF%20");
    QTest::addRow("escaped override is shown")
        << QByteArray("/%E2%80%AEgpj") << QStringLiteral("/\\u202Egpj");
    QTest::addRow("broken escapes stay") << QByteArray("/%zz%4%") << QStringLiteral("/%zz%4%");
}

void TestPlainText::target()
{
    QFETCH(QByteArray, in);
    QTEST(readableTarget(in), "out");
}

void TestPlainText::everyCharacterOnlyShowsItself()
{
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (QChar::isSurrogate(c))
            continue;
        const QString plain = plainText(QStringView(QChar::fromUcs4(c)));
        const auto category = QChar::category(plain.toUcs4().at(0));
        QVERIFY2(category != QChar::Other_Control && category != QChar::Other_Format &&
                     category != QChar::Separator_Line && category != QChar::Separator_Paragraph,
                 qPrintable(QString::number(c, 16)));
    }
}

void TestPlainText::bothEndsOfALongTextAreShown_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    QTest::addRow("what fits stays whole") << QStringLiteral("abcd") << QStringLiteral("abcd");
    QTest::addRow("the middle is left out") << QStringLiteral("abcdef") << QStringLiteral("ab…ef");
    QTest::addRow("no character is cut in two") << QStringLiteral("a📷📷b") << QStringLiteral("a…b");
    QTest::addRow("nothing") << QString() << QString();
}

void TestPlainText::bothEndsOfALongTextAreShown()
{
    QFETCH(QString, in);
    QTEST(shortened(in, 4), "out");
}

void TestPlainText::toolTipHasNoMarkupOfTheVisitor()
{
    QCOMPARE(plainToolTip(QStringLiteral("<img src=x>&")),
             QStringLiteral("<span>&lt;img src=x&gt;&amp;</span>"));
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
