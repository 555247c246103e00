// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/website.h"

#include "tests/support/temporaryfolder.h"

using namespace porchlight;

namespace {

constexpr qint64 Second = 1'000'000'000;

} // namespace

class WebsiteTest final : public QObject
{
    Q_OBJECT
private slots:
    void isAnIndexPageAtTheRoot_data();
    void isAnIndexPageAtTheRoot();
    void isLookedUpOnceASecond();
    void isNoneWhileTheFolderIsAway();
};

void WebsiteTest::isAnIndexPageAtTheRoot_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("isOne");
    QTest::addRow("index.html") << QByteArray("index.html") << true;
    QTest::addRow("index.htm") << QByteArray("index.htm") << true;
    QTest::addRow("a page of another name") << QByteArray("home.html") << false;
    QTest::addRow("index.html in a folder inside") << QByteArray("site/index.html") << false;
    QTest::addRow("a folder called index.html") << QByteArray("index.html/page.html") << false;
}

void WebsiteTest::isAnIndexPageAtTheRoot()
{
    QFETCH(QByteArray, file);
    TemporaryFolder top;
    if (const qsizetype slash = file.indexOf('/'); slash > 0)
        top.folder(file.first(slash));
    top.file(file);
    Website website{SharedFolder(top.path())};
    QTEST(website.isOne(Second), "isOne");
}

void WebsiteTest::isLookedUpOnceASecond()
{
    TemporaryFolder top;
    Website website{SharedFolder(top.path())};
    QVERIFY(!website.isOne(Second));
    top.file("index.html");
    QVERIFY(!website.isOne(2 * Second - 1));
    QVERIFY(website.isOne(2 * Second));
    QCOMPARE(::unlink(top.path("index.html").constData()), 0);
    QVERIFY(website.isOne(3 * Second - 1));
    QVERIFY(!website.isOne(3 * Second));
}

void WebsiteTest::isNoneWhileTheFolderIsAway()
{
    TemporaryFolder top;
    Website website{SharedFolder(top.path("pulled"))};
    QVERIFY(!website.isOne(Second));
}

QTEST_APPLESS_MAIN(WebsiteTest)
#include "tst_website.moc"
