// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/pagevisits.h"

#include <QTest>

using namespace porchlight;

namespace {

struct Step
{
    quint64 id;
    qint64 at; ///< Milliseconds since the first.
    QByteArray target;
    QByteArray fields; ///< Of the request.
    QByteArray type = {};
    int status = 200;
    QByteArray responseFields = {};
    int visitor = 0;
};

const QByteArray navigation = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";
const QByteArray picture = "Accept: image/avif,*/*;q=0.8\r\n";
const QByteArray style = "Accept: text/css,*/*;q=0.1\r\n";

QByteArray from(const QByteArray &path)
{
    return "Referer: http://porch:8080" + path + "\r\n";
}

Exchange exchange(const Step &step)
{
    Exchange e;
    e.id = step.id;
    e.startedAt = 1'000'000 + step.at;
    e.requestHead = "GET " + step.target + " HTTP/1.1\r\nHost: porch:8080\r\n" + step.fields + "\r\n";
    e.responseHead = "HTTP/1.1 " + QByteArray::number(step.status) + " X\r\n" +
                     (step.type.isEmpty() ? QByteArray() : "Content-Type: " + step.type + "\r\n") +
                     step.responseFields + "\r\n";
    e.status = step.status;
    e.at = {0, 0, 0, 0, 0, 10'000'000};
    e.ending = Ending::Complete;
    return e;
}

/// "1 2<1 3<2 | 4": two visits, 2 caused by 1 and 3 by 2.
QString shape(const PageVisits &visits)
{
    QStringList texts;
    for (const PageVisit &visit : visits.visits()) {
        QStringList ids;
        for (const VisitedExchange &each : visit.exchanges)
            ids += QString::number(each.id) +
                   (each.causedBy ? QStringLiteral("<%1").arg(each.causedBy) : QString());
        texts += ids.join(u' ');
    }
    return texts.join(QStringLiteral(" | "));
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Step>)

class TestPageVisits final : public QObject
{
    Q_OBJECT
private slots:
    void groups_data();
    void groups();
    void laterStatesTellWhatAnAnswerWas();
    void visitIsFoundByItsExchanges();
    void oldestGoFirst();
    void onePageHoldsOnlySoMuch();
};

void TestPageVisits::groups_data()
{
    QTest::addColumn<std::vector<Step>>("steps");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::vector<Step> &steps, const char *expected) {
        QTest::newRow(name) << steps << QString::fromLatin1(expected);
    };
    const Step page{1, 0, "/", navigation, "text/html; charset=utf-8"};

    row("a picture joins the page it names", {page, {2, 20, "/a.jpg", picture + from("/"), "image/jpeg"}},
        "1 2<1");
    row("a picture that a style asked for is caused by the style",
        {page,
         {2, 20, "/style.css", style + from("/"), "text/css"},
         {3, 30, "/back.png", picture + from("/style.css"), "image/png"}},
        "1 2<1 3<2");
    row("a style that was not changed causes requests too",
        {page,
         {2, 20, "/style.css", style + from("/"), "", 304},
         {3, 30, "/back.png", picture + from("/style.css"), "image/png"}},
        "1 2<1 3<2");
    row("a picture asked for much later by the page still belongs to it",
        {page, {2, 600'000, "/a.jpg", picture + from("/"), "image/jpeg"}}, "1 2<1");
    row("a link leads to a visit of its own", {page, {2, 500, "/Lake/", navigation + from("/"), "text/html"}},
        "1 | 2");
    row("asking again is a visit of its own, and its pictures belong to it",
        {page, {2, 500, "/", navigation, "", 304}, {3, 520, "/a.jpg", picture + from("/"), "image/jpeg"}},
        "1 | 2 3<2");
    row("pages that differ by query keep their own pictures",
        {{1, 0, "/?page=1", navigation, "text/html"},
         {2, 100, "/?page=2", navigation, "text/html"},
         {3, 120, "/a.jpg", picture + from("/?page=1"), "image/jpeg"},
         {4, 130, "/b.jpg", picture + from("/"), "image/jpeg"}},
        "1 3<1 | 2 4<2");
    row("a browser that names no page: what comes soon joins",
        {page, {2, 3'000, "/favicon.ico", picture, "image/x-icon"}}, "1 2<1");
    row("what comes after the page has loaded joins no page",
        {page, {2, 30'000, "/favicon.ico", picture, "image/x-icon"}}, "1");
    row("after the clock was set back it joins no page either",
        {page, {2, -3'600'000, "/favicon.ico", picture, "image/x-icon"}}, "1");
    row("each thing that comes keeps the page loading",
        {page, {2, 3'000, "/a.jpg", picture, "image/jpeg"}, {3, 6'000, "/b.jpg", picture, "image/jpeg"}},
        "1 2<1 3<1");
    row("a page elsewhere is not ours: time counts",
        {page, {2, 20, "/a.jpg", picture + "Referer: http://elsewhere/\r\n", "image/jpeg"}}, "1 2<1");
    row("another visitor's picture does not join",
        {page, {2, 20, "/a.jpg", picture + from("/"), "image/jpeg", 200, {}, 1}}, "1");
    row("a redirect causes the page it leads to",
        {{1, 0, "/Lake", navigation, "", 301, "Location: /Lake/\r\n"},
         {2, 20, "/Lake/", navigation, "text/html"},
         {3, 30, "/Lake/a.jpg", picture + from("/Lake/"), "image/jpeg"}},
        "1 2<1 3<2");
    row("a form's redirect is followed once",
        {{1, 0, "/order", navigation, "", 303, "Location: http://porch:8080/thanks?no=1\r\n"},
         {2, 20, "/thanks?no=1", navigation, "text/html"},
         {3, 50, "/thanks?no=1", navigation, "text/html"}},
        "1 2<1 | 3");
    row("a redirect nobody followed in time causes nothing",
        {{1, 0, "/Lake", navigation, "", 301, "Location: /Lake/\r\n"},
         {2, 20'000, "/Lake/", navigation, "text/html"}},
        "1 | 2");
    row("where it is said what is asked for, that counts",
        {{1, 0, "/", "Accept: */*\r\nSec-Fetch-Dest: document\r\n", "text/html"},
         {2, 20, "/inner.html", navigation + "Sec-Fetch-Dest: iframe\r\n" + from("/"), "text/html"},
         {3, 30, "/a.jpg", picture + from("/inner.html"), "image/jpeg"}},
        "1 2<1 3<2");
    row("a script that fetches a page's text goes nowhere",
        {page, {2, 20, "/more.html", "Accept: */*\r\n", "text/html"}}, "1 2<1");
    row("a missing picture's error page is no visit",
        {page, {2, 20, "/a.jpg", picture + from("/"), "text/html", 404}}, "1 2<1");
    row("a tool's page is a visit", {{1, 0, "/", "Accept: */*\r\n", "text/html"}}, "1");
    row("a tool's download is none", {{1, 0, "/a.zip", "Accept: */*\r\n", "application/zip"}}, "");
    row("a saved file leaves the page open",
        {page,
         {2, 900, "/?zip", navigation + from("/"), "application/zip", 200,
          "Content-Disposition: attachment\r\n"},
         {3, 950, "/a.jpg", picture + from("/"), "image/jpeg"}},
        "1 2<1 3<1");
    row("what the browser only prepares is no visit",
        {page, {2, 20, "/next/", navigation + "Sec-Purpose: prefetch\r\n" + from("/"), "text/html"}},
        "1 2<1");
    row("a photo by itself is a visit", {{1, 0, "/a.jpg", navigation, "image/jpeg"}}, "1");
    row("a page that is recorded after its picture gets it",
        {{2, 20, "/a.jpg", picture + from("/"), "image/jpeg"}, page}, "1 2<1");
    row("a visitor beyond the limit has no visits", {{1, 0, "/", navigation, "text/html", 200, {}, -1}}, "");
}

void TestPageVisits::groups()
{
    QFETCH(const std::vector<Step>, steps);
    PageVisits visits;
    for (const Step &step : steps) {
        visits.add(exchange(step), step.visitor);
        visits.add(exchange(step), step.visitor); // a state that says nothing new
    }
    QTEST(shape(visits), "expected");
}

void TestPageVisits::laterStatesTellWhatAnAnswerWas()
{
    PageVisits visits;
    const Exchange redirect = exchange({1, 0, "/Lake", navigation, "", 301, "Location: /Lake/\r\n"});
    Exchange early = redirect;
    early.responseHead.clear();
    early.status = 0;
    early.ending = Ending::Running;
    visits.add(early, 0);
    visits.add(redirect, 0);
    visits.add(exchange({2, 20, "/Lake/", navigation, "text/html"}), 0);
    visits.add(redirect, 0);
    visits.add(exchange({3, 40, "/Lake/", navigation, "text/html"}), 0);
    QCOMPARE(shape(visits), QStringLiteral("1 2<1 | 3"));

    visits.clear();
    Exchange slow = exchange({1, 0, "/", navigation, "text/html"});
    slow.at[size_t(Phase::Done)] = -1;
    slow.ending = Ending::Running;
    visits.add(slow, 0);
    slow.at[size_t(Phase::Done)] = 60'000'000'000;
    visits.add(slow, 0);
    visits.add(exchange({2, 61'000, "/favicon.ico", picture, "image/x-icon"}), 0);
    QCOMPARE(shape(visits), QStringLiteral("1 2<1"));
}

void TestPageVisits::visitIsFoundByItsExchanges()
{
    PageVisits visits;
    visits.add(exchange({5, 0, "/Lake/?a", navigation, "text/html"}), 3);
    visits.add(exchange({7, 9, "/a.jpg", picture + from("/Lake/?a"), "image/jpeg"}), 3);
    const PageVisit *visit = visits.visitOf(7);
    QVERIFY(visit);
    QCOMPARE(visit->page(), 5u);
    QCOMPARE(visit->target, QByteArray("/Lake/?a"));
    QCOMPARE(visit->visitor, 3);
    QCOMPARE(visit->startedAt, 1'000'000);
    QCOMPARE(visits.causeOf(7), std::optional<quint64>(5));
    QCOMPARE(visits.causeOf(5), std::optional<quint64>(0));
    QVERIFY(!visits.visitOf(6));
    QCOMPARE(visits.causeOf(6), std::nullopt);
}

void TestPageVisits::oldestGoFirst()
{
    PageVisits visits;
    const quint64 count = PageVisits::MaxVisits + 10;
    for (quint64 i = 1; i <= count; ++i)
        visits.add(exchange({i, qint64(i), "/", navigation, "text/html"}), 0);
    QCOMPARE(visits.visits().size(), PageVisits::MaxVisits);
    QVERIFY(!visits.visitOf(10));
    QCOMPARE(visits.visitOf(11), &visits.visits().front());
    QCOMPARE(visits.visitOf(count), &visits.visits().back());
    visits.add(exchange({count + 1, 0, "/a.jpg", picture + from("/"), "image/jpeg"}), 0);
    QCOMPARE(visits.causeOf(count + 1), std::optional(count));
}

void TestPageVisits::onePageHoldsOnlySoMuch()
{
    PageVisits visits;
    quint64 id = 0;
    for (int page = 0; page < 12; ++page) {
        visits.add(exchange({++id, 0, "/", navigation, "text/html"}), 0);
        for (size_t i = 0; i < PageVisits::MaxPerVisit + 5; ++i)
            visits.add(exchange({++id, 0, "/a.jpg", picture + from("/"), "image/jpeg"}), 0);
        QCOMPARE(visits.visits().back().exchanges.size(), PageVisits::MaxPerVisit);
    }
    QCOMPARE(visits.visits().size() * PageVisits::MaxPerVisit, PageVisits::MaxExchanges);
}

QTEST_GUILESS_MAIN(TestPageVisits)
#include "tst_pagevisits.moc"
