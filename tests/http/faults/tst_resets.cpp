// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/siteplans.h"
#include "tests/http/faults/descriptors.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <functional>
#include <map>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Visits = 200;
constexpr qsizetype BigSize = 8 * 1024 * 1024; // more than any socket buffer takes

/// Answers after a while, at length, or at once.
class Handler final : public RequestHandler
{
public:
    ResponsePlan answer(const Request &request) override
    {
        if (request.head.target() == "/slow")
            QThread::msleep(3); // the disk
        if (request.head.target() == "/long")
            return {.body = Body(QByteArray(BigSize, 'x'))};
        return {.body = Body(QByteArray("hello"))};
    }
};

/// Lets the server run on for 0 to 2 ms.
void pauseAtRandom()
{
    QThread::usleep(QRandomGenerator::global()->bounded(2'000u));
}

using Visit = std::function<bool(RawClient &)>;
using Endings = QList<Ending>;

} // namespace

Q_DECLARE_METATYPE(Visit)

/// Visitors whose connection breaks at any moment.
class ResetsTest final : public QObject
{
    Q_OBJECT

private slots:
    void connectionBreaks_data();
    void connectionBreaks();
};

void ResetsTest::connectionBreaks_data()
{
    QTest::addColumn<Visit>("visit");     // what comes before the reset; false when it went wrong
    QTest::addColumn<Endings>("sure");    // what every visit leaves in the record
    QTest::addColumn<Endings>("perhaps"); // and what besides, when the server was quicker than the reset
    const auto row = [](const char *name, Visit visit, const Endings &sure, const Endings &perhaps) {
        QTest::newRow(name) << visit << sure << perhaps;
    };
    const auto sends = [](const QByteArray &bytes) {
        return [bytes](RawClient &client) { return client.send(bytes); };
    };
    using enum Ending;
    row("while it is accepted", [](RawClient &) { return true; }, {}, {});
    row("before a head",
        [](RawClient &) {
            pauseAtRandom();
            return true;
        },
        {}, {});
    row("with the request still unread", sends(get("/")), {}, {Complete, VisitorLeft});
    row("in the middle of a head",
        [](RawClient &client) {
            const bool sent = client.send("GET / HTTP/1.1\r\nHo");
            pauseAtRandom();
            return sent;
        },
        {}, {VisitorLeft});
    row("in the middle of a request's content",
        [](RawClient &client) {
            const bool sent = client.send(get("/", "Content-Length: 10\r\n") + "12345");
            pauseAtRandom();
            return sent;
        },
        {}, {VisitorLeft});
    row("while the answer is made",
        [](RawClient &client) {
            const bool sent = client.send(get("/slow"));
            pauseAtRandom();
            return sent;
        },
        {}, {Complete, VisitorLeft});
    row("in the middle of an answer",
        [](RawClient &client) { return client.send(get("/long")) && !client.receiveBytes(1'000).isEmpty(); },
        {VisitorLeft}, {});
    row("between two requests",
        [](RawClient &client) { return client.send(get("/")) && client.receive().complete; }, {Complete}, {});
    row("between pipelined requests",
        [](RawClient &client) {
            return client.send(get("/") + get("/slow") + get("/long") + get("/")) &&
                   client.receive().complete;
        },
        {Complete}, {Complete, VisitorLeft});
    row("after its own end, with the answer running",
        [](RawClient &client) {
            const bool sent = client.send(get("/long"));
            client.shutdownWrite();
            return sent && !client.receiveBytes(1'000).isEmpty();
        },
        {VisitorLeft}, {});
    row("while the server lingers",
        [](RawClient &client) {
            const bool answered = client.send(get("/", "Connection: close\r\n")) && client.receive().complete;
            pauseAtRandom();
            return answered;
        },
        {Complete}, {});
    row("while the refused request is read away",
        [](RawClient &client) {
            return client.send("BAD\r\n\r\n" + QByteArray(200'000, 'x')) && client.receive().status == 400;
        },
        {Refused}, {});
}

void ResetsTest::connectionBreaks()
{
    QFETCH(Visit, visit);
    QFETCH(Endings, sure);
    QFETCH(Endings, perhaps);
    LiveServer server([] { return std::make_unique<Handler>(); }, {}, 2);
    const int before = openDescriptors();
    for (int i = 0; i < Visits; ++i) {
        RawClient client(server.port());
        QVERIFY(visit(client));
        client.reset();
    }
    // Connections are accepted in their order: after this visit none of those is still to come.
    {
        RawClient last(server.port());
        QVERIFY(last.send(get("/last")));
        QCOMPARE(last.receive().body, "hello");
    }
    QTRY_VERIFY(openDescriptors() <= before);
    QTRY_VERIFY(server.finished().size() >= Visits * sure.size());

    std::map<Ending, int> seen;
    for (const Exchange &each : server.finished()) {
        QVERIFY(!each.visitor.isNull());
        if (each.target() == "/last")
            continue;
        ++seen[each.ending];
    }
    for (const auto &[ending, count] : seen) {
        const auto least = Visits * sure.count(ending);
        QVERIFY2(count >= least && count <= least + Visits * 3 * perhaps.count(ending),
                 qPrintable(QStringLiteral("%1 times ending %2").arg(count).arg(int(ending))));
    }
    for (const Ending ending : sure)
        QVERIFY(seen[ending] >= Visits);

    RawClient client(server.port());
    QVERIFY(client.send(get("/")));
    QCOMPARE(client.receive().body, "hello");
}

QTEST_GUILESS_MAIN(ResetsTest)
#include "tst_resets.moc"
