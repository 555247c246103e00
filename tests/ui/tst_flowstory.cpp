// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/flowexchanges.h"
#include "ui/flow/flowstory.h"
#include "ui/shortened.h"

#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

char initial(FlowParty party)
{
    return "VPFD"[int(party)];
}

char sign(FlowMessage::Fate fate)
{
    return ">~?x"[int(fate)]; // arrived, under way, held, cut
}

/// "V>P GET /Lake/ (“May I have the Lake page?”)", a line a message.
QString told(const Exchange &exchange)
{
    QStringList lines;
    for (const FlowMessage &message : tellFlow(exchange, QStringLiteral("iPhone · Safari"))) {
        QString line = QString(QLatin1Char(initial(message.from))) + QLatin1Char(sign(message.fate)) +
                       QLatin1Char(initial(message.to)) + QLatin1Char(' ') + message.label;
        if (!message.caption.isEmpty())
            line += QStringLiteral(" (") + message.caption + QLatin1Char(')');
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class FlowStoryTest final : public QObject
{
    Q_OBJECT
private slots:
    void tells_data();
    void tells();
    void aLongTargetIsShortened();
    void keepsTimeInOrder();
    void waitsAtTheDoorUntilLetIn();
};

void FlowStoryTest::tells_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("expected");
    const std::vector<Exchange> design = flowExchanges();
    QTest::addRow("an album: the folder is listed, and the phone learns of its photos")
        << design[0]
        << QStringLiteral("V>P GET /Lake/ (“May I have the Lake page?”)\nP>F list Lake/\nF>P 11 photos\n"
                          "P>V 200 OK · 22.0 KB (the page — now the phone knows it needs 11 photos)");
    QTest::addRow("a photo: the file is read")
        << design[1]
        << QStringLiteral("V>P GET /Lake/beach.jpg\nP>F read beach.jpg\nF>P 2.4 MB\nP>V 200 OK · 2.4 MB");
    QTest::addRow("a copy that is still good: nothing is sent, and a weekday says since when")
        << design[2]
        << QStringLiteral("V>P GET /favicon.ico (“only if it changed since Saturday”)\n"
                          "P>V 304 Not Modified (nothing to send: the phone’s copy is still good)");
    QTest::addRow("held: it waits at the door") << design[3] << QStringLiteral("V?P GET /Lake/pier.jpg");
    QTest::addRow("a file whose version is known is only looked at")
        << withField(withDecisions(exchange(1, "/a.jpg", 304, 0),
                                   {decision::FoundFile{"a.jpg", 9}, decision::ETagMatched{}}),
                     "If-None-Match: \"6a1f\"")
        << QStringLiteral("V>P GET /a.jpg (“only if it changed”)\nP>F look at a.jpg\nF>P not changed\n"
                          "P>V 304 Not Modified (nothing to send: the phone’s copy is still good)");
    Exchange comparing =
        withField(withDecisions(running(1, "/a.jpg", 0, -1), {decision::FoundFile{"a.jpg", 1'800}}),
                  "If-None-Match: \"6a1f\"");
    comparing.status = 0;
    QTest::addRow("a version that is being compared: nothing is said to be read yet")
        << comparing << QStringLiteral("V>P GET /a.jpg (“only if it changed”)\nP>F look at a.jpg");
    QTest::addRow("the front page") << withDecisions(exchange(1, "/"),
                                                     {decision::FoundFolder{""}, decision::ListedFolder{}})
                                    << QStringLiteral(
                                           "V>P GET / (“May I have the front page?”)\nP>F list the folder\n"
                                           "F>P the names in it\nP>V 200 OK · 1.0 KB (the page)");
    QTest::addRow("a page whose name is a number is called by its path")
        << exchange(1, "/order/1")
        << QStringLiteral(
               "V>P GET /order/1 (“May I have the page /order/1?”)\nP>V 200 OK · 1.0 KB (the page)");
    QTest::addRow("an index page is read instead of the list")
        << withDecisions(exchange(1, "/site/"),
                         {decision::FoundFolder{"site"}, decision::UsedIndexPage{"index.html"},
                          decision::FoundFile{"site/index.html", 1'000}})
        << QStringLiteral("V>P GET /site/ (“May I have the site page?”)\nP>F read index.html\nF>P 1.0 KB\n"
                          "P>V 200 OK · 1.0 KB (the page)");
    const Decisions packed{decision::FoundFile{"cafe.css", 8'400},
                           decision::Compressed{"gzip", 8'400, 1'000}};
    QTest::addRow("packed: why it became smaller")
        << withDecisions(exchange(1, "/cafe.css"), packed)
        << QStringLiteral("V>P GET /cafe.css\nP>F read cafe.css\nF>P 8.4 KB\n"
                          "P>V 200 OK · 1.0 KB (packed smaller on the way (gzip))");
    QTest::addRow("a packed page") << withDecisions(exchange(1, "/"), packed)
                                   << QStringLiteral(
                                          "V>P GET / (“May I have the front page?”)\nP>F read cafe.css\n"
                                          "F>P 8.4 KB\nP>V 200 OK · 1.0 KB "
                                          "(the page · packed smaller on the way (gzip))");
    QTest::addRow("nothing there") << withDecisions(exchange(1, "/old.txt", 404, 900),
                                                    {decision::NothingThere{}})
                                   << QStringLiteral(
                                          "V>P GET /old.txt\nP>F look for old.txt\nF>P nothing there\n"
                                          "P>V 404 Not Found · 900 B (there is nothing of that name)");
    QTest::addRow("hidden: the folder is not asked")
        << withDecisions(exchange(1, "/.ssh", 403, 900), {decision::NameHidden{}})
        << QStringLiteral("V>P GET /.ssh\nP>V 403 Refused · 900 B (hidden files are not shared)");
    QTest::addRow("a folder without its slash")
        << withDecisions(exchange(1, "/Lake", 301, 0),
                         {decision::FoundFolder{"Lake"}, decision::RedirectedToFolder{"/Lake/"}})
        << QStringLiteral("V>P GET /Lake (“May I have the Lake page?”)\nP>F look for Lake/\n"
                          "F>P it is a folder\nP>V 301 Moved (please ask for /Lake/ instead)");
    QTest::addRow("a part of a film")
        << withField(withDecisions(exchange(1, "/boat.mp4", 206, 8'000'000),
                                   {decision::FoundFile{"boat.mp4", 80'000'000},
                                    decision::RangeTaken{0, 7'999'999, 80'000'000}}),
                     "Range: bytes=0-7999999")
        << QStringLiteral("V>P GET /boat.mp4 (“only a part of it”)\nP>F read a part of boat.mp4\n"
                          "F>P 8.0 MB\nP>V 206 Part of it · 8.0 MB (just that part)");
    Exchange sending =
        withDecisions(running(1, "/a.zip", 3'000'000, 6'000'000), {decision::FoundFile{"a.zip", 6'000'000}});
    QTest::addRow("an answer under way") << sending
                                         << QStringLiteral("V>P GET /a.zip\nP>F read a.zip\nF>P 6.0 MB\n"
                                                           "P~V 200 sending 50% (3.0 MB of 6.0 MB so far)");
    Exchange left = sending;
    left.ending = Ending::VisitorLeft;
    QTest::addRow("a visitor who left meanwhile")
        << left
        << QStringLiteral("V>P GET /a.zip\nP>F read a.zip\nF>P 6.0 MB\n"
                          "PxV 200 visitor left (the phone closed the connection after 3.0 MB of 6.0 MB)");
    Exchange gaveUp = held(1, "/a.jpg");
    gaveUp.ending = Ending::VisitorLeft;
    QTest::addRow("a visitor who gave up waiting at the door")
        << gaveUp
        << QStringLiteral("V>P GET /a.jpg\n"
                          "V>P closes the connection (the phone gave up waiting at the door)");
    Exchange refused = exchange(1, "/", 431, 0);
    refused.ending = Ending::Refused;
    refused.refusal = Refusal::TooManyFromOneAddress;
    refused.status = 503;
    refused.requestHead.clear();
    QTest::addRow("refused before it asked")
        << refused
        << QStringLiteral("V>P connects\nP>V 503 Too Busy (this visitor has as many connections open as one "
                          "may have)");
    Exchange stream = running(1, "/orders", 0, -1);
    stream = withField(withDecisions(stream, {decision::OpenedEventStream{}}), "Accept: text/event-stream");
    stream.events = 12;
    QTest::addRow("a stream of events stays open")
        << stream
        << QStringLiteral("V>P GET /orders (“Tell me whenever something changes”)\n"
                          "P>V 200 OK · stays open (from now on I tell you what happens)\n"
                          "P>V 12 events (each as soon as it happens)");
    Exchange order =
        withDecisions(exchange(1, "/order", 303, 0), {decision::AskedDatabase{"is soup on the menu", 1},
                                                      decision::WroteDatabase{"one order"}});
    order.requestHead.replace("GET", "POST");
    order.responseHead = "HTTP/1.1 303 See Other\r\nLocation: /thanks\r\n\r\n";
    QTest::addRow("an order: the database is asked and written")
        << order
        << QStringLiteral("V>P POST /order (“Please take what I filled in”)\nP>D is soup on the menu\n"
                          "D>P 1 row\nP>D one order\nD>P kept\n"
                          "P>V 303 See Other (please ask for /thanks instead)");
    Exchange chosen = withDecisions(exchange(1, "/a.jpg", 404, 0),
                                    {decision::HeldAtDoor{}, decision::AnsweredByTeacher{404}});
    chosen.decisions[0].at = 0;
    chosen.decisions[1].at = 2'000'000'000;
    QTest::addRow("the teacher's answer")
        << chosen
        << QStringLiteral("V>P GET /a.jpg (it waited 2.0 s at the door)\n"
                          "P>V 404 Not Found (the teacher chose this answer)");
    QTest::addRow("a page that an app made")
        << withDecisions(exchange(1, "/menu"),
                         {decision::AskedDatabase{"the menu", 8}, decision::MadeByApp{"the menu page"}})
        << QStringLiteral("V>P GET /menu (“May I have the menu page?”)\nP>D the menu\nD>P 8 rows\n"
                          "P>V 200 OK · 1.0 KB (made just now: the menu page)");
    QTest::addRow("what an app refuses")
        << withDecisions(exchange(1, "/order", 403, 0), {decision::RefusedByApp{"the form is too old"}})
        << QStringLiteral("V>P GET /order (“May I have the order page?”)\n"
                          "P>V 403 Refused (the form is too old)");
    QTest::addRow("caching switched off: sent again")
        << withField(withDecisions(exchange(1, "/a.jpg"),
                                   {decision::ValidatorsDropped{}, decision::FoundFile{"a.jpg", 1'000}}),
                     "If-None-Match: \"6a1f\"")
        << QStringLiteral("V>P GET /a.jpg (“only if it changed”)\nP>F read a.jpg\nF>P 1.0 KB\n"
                          "P>V 200 OK · 1.0 KB (sent again, because the lesson switched caching off)");
    QTest::addRow("slowed down by the lesson")
        << withDecisions(
               exchange(1, "/a.jpg"),
               {decision::SlowedDown{500}, decision::FoundFile{"a.jpg", 1'000}, decision::SlowedDown{1'500}})
        << QStringLiteral("V>P GET /a.jpg\nP>F read a.jpg\nF>P 1.0 KB\n"
                          "P>V 200 OK · 1.0 KB (the lesson took 2.0 s longer)");
    QTest::addRow("what visitors send is made plain")
        << withDecisions(exchange(1, "/%E2%80%AEevil<b>.txt"), {decision::FoundFile{"\x1B[evil<b>.txt", 1}})
        << QStringLiteral("V>P GET /\\u202Eevil<b>.txt\nP>F read \\x1B[evil<b>.txt\nF>P 1 B\n"
                          "P>V 200 OK · 1.0 KB");
}

void FlowStoryTest::tells()
{
    QFETCH(Exchange, exchange);
    QFETCH(QString, expected);
    QCOMPARE(told(exchange), expected);
}

/// To measure and to break 64 KB of it took half a minute.
void FlowStoryTest::aLongTargetIsShortened()
{
    const QByteArray longest = QByteArray("a%20").repeated(16'000);
    const Exchange e = withField(withDecisions(exchange(1, "/Lake/" + longest + "pier.html"),
                                               {decision::FoundFile{"Lake/" + longest, 900}}),
                                 "Accept: text/html");
    const FlowStory story = tellFlow(e, QStringLiteral("iPhone · Safari"));
    QVERIFY(story.front().label.startsWith(QLatin1String("GET /Lake/a a")));
    QVERIFY(story.front().label.endsWith(QLatin1String("a a pier.html")));
    for (const FlowMessage &message : story) {
        QVERIFY(message.label.size() <= LongestShown + 1);
        QVERIFY(message.caption.size() <= LongestShown + 1);
    }
}

void FlowStoryTest::keepsTimeInOrder()
{
    for (Exchange each : flowExchanges()) {
        for (Decision &decision : each.decisions)
            decision.at = 700'000;
        qint64 last = 0;
        for (const FlowMessage &message : tellFlow(each, {})) {
            QVERIFY(message.begins >= last);
            QVERIFY(message.ends >= message.begins);
            last = message.begins;
        }
    }
}

void FlowStoryTest::waitsAtTheDoorUntilLetIn()
{
    Exchange waited = withDecisions(exchange(1, "/a.jpg"), {decision::HeldAtDoor{}, decision::LetIn{}});
    waited.decisions[0].at = 1'000'000;
    waited.decisions[1].at = 3'201'000'000;
    const FlowStory story = tellFlow(waited, {});
    QCOMPARE(int(story.front().fate), int(FlowMessage::Fate::Arrived));
    QCOMPARE(story.front().caption, QStringLiteral("it waited 3.2 s at the door"));
    QCOMPARE(story.size(), size_t(2));
}

QTEST_GUILESS_MAIN(FlowStoryTest)
#include "tst_flowstory.moc"
