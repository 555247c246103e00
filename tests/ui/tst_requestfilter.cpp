// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/requestfilter.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

Q_DECLARE_METATYPE(porchlight::QuickFilter)

namespace {

Exchange ended(Exchange e, Ending ending)
{
    e.ending = ending;
    return e;
}

} // namespace

class TestRequestFilter final : public QObject
{
    Q_OBJECT
private slots:
    void text_data();
    void text();
    void quick_data();
    void quick();
    void emptyFilterAcceptsAll();
    void runningExchangeBecomesSlow();
};

void TestRequestFilter::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<bool>("accepted");
    const Exchange photo = exchange(1, "/Lake/Gro%C3%9Fer%20Strand.jpg", 200, 2'400'000, 38);
    const auto row = [](const char *tag, const char *text, const Exchange &e, bool accepted) {
        QTest::addRow("%s", tag) << QString::fromUtf8(text) << e << accepted;
    };
    row("nothing", "", photo, true);
    row("spaces", "   ", photo, true);
    row("word of the path", "lake", photo, true);
    row("word in any case", "LaKE", photo, true);
    row("word of the readable path", "großer", photo, true);
    row("quoted words with their space", "\"großer strand\"", photo, true);
    row("word that is not there", "mountain", photo, false);
    row("word of the visitor", "safari", photo, true);
    row("address of the visitor", "168.1.40", photo, true);
    row("a visitor's whole address", "visitor:\"192.168.1.40\"", photo, true);
    row("a part of a visitor's address", "visitor:192.168.1.4", photo, false);
    row("a visitor's whole name", "visitor:\"iphone · safari\"", photo, true);
    row("a part of a visitor's name", "visitor:iphone", photo, false);
    row("a visitor by name and address", "visitor:\"192.168.1.40\" visitor:\"iPhone · Safari\"", photo, true);
    row("another visitor at the address", "visitor:\"192.168.1.40\" visitor:\"curl\"", photo, false);
    row("a visitor's name is not looked for in the path", "visitor:lake", exchange(1, "lake"), false);
    row("who a visitor is, quoted as a whole, is a word", "\"visitor:1\"", exchange(1, "/visitor:1"), true);
    row("a visitor not yet typed", "visitor:", photo, true);
    row("method", "get", photo, true);
    row("all words must match", "lake iphone get", photo, true);
    row("one word of several is missing", "lake iphone post", photo, false);
    row("status", "404", exchange(1, "/", 404), true);
    row("another status", "404", exchange(1, "/", 200), false);
    row("status is not looked for in the path", "404", exchange(1, "/404.html", 200), false);
    row("quoted status is a word", "\"404\"", exchange(1, "/404.html", 200), true);
    row("class of status", "4xx", exchange(1, "/", 416), true);
    row("class of status in capitals", "4XX", exchange(1, "/", 416), true);
    row("another class", "4xx", exchange(1, "/", 500), false);
    row("number that is no status is a word", "1234", exchange(1, "/IMG_1234.jpg"), true);
    row("600 is no status but a word", "600", exchange(1, "/600.jpg"), true);
    row("larger than", ">1MB", photo, true);
    row("not larger than", ">2.4MB", photo, false);
    row("smaller than", "<10kb", exchange(1, "/", 200, 9'999), true);
    row("not smaller than", "<10kb", exchange(1, "/", 200, 10'000), false);
    row("size without unit is bytes", ">999", exchange(1, "/", 200, 1'000), true);
    row("between two sizes", ">1kb <2kb", exchange(1, "/", 200, 1'500), true);
    row("a lone > is a word", ">", exchange(1, "/a>b"), true);
    row("slow", "slow", exchange(1, "/", 200, 1, 1'000), true);
    row("not slow", "slow", exchange(1, "/", 200, 1, 999), false);
    row("slow and large", "slow >1MB", exchange(1, "/", 200, 2'000'000, 3'000), true);
    row("open quotation mark", "\"lake", photo, true);
    row("escape is found as it is shown", "\\x1B", exchange(1, "/\x1b"), true);
    row("pattern characters are only characters", ".*", photo, false);
}

void TestRequestFilter::text()
{
    QFETCH(QString, text);
    QFETCH(Exchange, exchange);
    const Visitor visitor = Visitors().describe(exchange);
    QTEST(RequestFilter(text).accepts(exchange, visitor, exchange.startedAt), "accepted");
}

void TestRequestFilter::quick_data()
{
    QTest::addColumn<QuickFilter>("quick");
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *tag, QuickFilter quick, const Exchange &e, bool accepted) {
        QTest::addRow("%s", tag) << quick << e << accepted;
    };
    row("all", QuickFilter::All, exchange(1), true);
    row("a folder is a page", QuickFilter::Pages, exchange(1, "/Lake/"), true);
    row("a page", QuickFilter::Pages, exchange(1, "/a.htm"), true);
    row("a photo is no page", QuickFilter::Pages, exchange(1, "/a.jpg"), false);
    row("a photo", QuickFilter::Images, exchange(1, "/a.jpg?size=480"), true);
    row("an unchanged picture", QuickFilter::Images, exchange(1, "/favicon.ico", 304), true);
    row("a video is no image", QuickFilter::Images, exchange(1, "/a.mp4"), false);
    row("success is no problem", QuickFilter::Problems, exchange(1), false);
    row("redirect is no problem", QuickFilter::Problems, exchange(1, "/", 301), false);
    row("not found", QuickFilter::Problems, exchange(1, "/", 404), true);
    row("failed", QuickFilter::Problems, exchange(1, "/", 500), true);
    row("cut", QuickFilter::Problems, ended(exchange(1), Ending::FileShrank), true);
    row("left", QuickFilter::Problems, ended(exchange(1), Ending::VisitorLeft), true);
    row("refused", QuickFilter::Problems, ended(exchange(1, "/", 400), Ending::Refused), true);
    row("running is no problem", QuickFilter::Problems, running(1, "/", 1, 2), false);
}

void TestRequestFilter::quick()
{
    QFETCH(QuickFilter, quick);
    QFETCH(Exchange, exchange);
    QFETCH(bool, accepted);
    const Visitor visitor = Visitors().describe(exchange);
    QCOMPARE(RequestFilter({}, quick).accepts(exchange, visitor, 0), accepted);
}

void TestRequestFilter::emptyFilterAcceptsAll()
{
    QVERIFY(RequestFilter().acceptsAll());
    QVERIFY(RequestFilter(QStringLiteral("  ")).acceptsAll());
    QVERIFY(!RequestFilter(QStringLiteral("a")).acceptsAll());
    QVERIFY(!RequestFilter({}, QuickFilter::Problems).acceptsAll());
}

void TestRequestFilter::runningExchangeBecomesSlow()
{
    const RequestFilter slow(QStringLiteral("slow"));
    const Exchange e = running(1, "/", 1, 2);
    QVERIFY(!slow.accepts(e, RequestFilter::Words(0), e.startedAt + 900));
    QVERIFY(slow.accepts(e, RequestFilter::Words(0), e.startedAt + 1'000));
}

QTEST_GUILESS_MAIN(TestRequestFilter)
#include "tst_requestfilter.moc"
