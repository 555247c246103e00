// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/pagevisits.h"
#include "server/session/recording.h"
#include "ui/shippedlessons.h"

#include <QTest>

#include <algorithm>

using namespace porchlight;

namespace {

Session sessionOf(int lesson)
{
    const auto read = readRecording(shippedLessons().at(lesson).path);
    const auto *session = std::get_if<Session>(&read);
    return session ? *session : Session();
}

PageVisits visitsOf(const Session &session)
{
    PageVisits visits;
    for (const Exchange &exchange : session.exchanges)
        visits.add(exchange, 0);
    return visits;
}

} // namespace

class TestShippedLessons final : public QObject
{
    Q_OBJECT
private slots:
    void allOpen();
    void namesNobodysComputer();
    void pictureOfTheStyleIsCausedByIt();
    void firstVisitAsksForNothingTwice();
    void secondVisitIsToldThatNothingChanged();
};

void TestShippedLessons::allOpen()
{
    QCOMPARE(shippedLessons().size(), 2);
    for (int lesson = 0; lesson < 2; ++lesson) {
        QVERIFY(!shippedLessons().at(lesson).title.isEmpty());
        const Session session = sessionOf(lesson);
        QCOMPARE(session.folder, QStringLiteral("A day at the lake"));
        QVERIFY(session.exchanges.size() >= 6);
        for (const Exchange &exchange : session.exchanges) {
            QCOMPARE(exchange.ending, Ending::Complete);
            QVERIFY(!exchange.decisions.empty());
            QVERIFY(exchange.nanosecondsAt(Phase::Done) > 0);
        }
    }
}

void TestShippedLessons::namesNobodysComputer()
{
    for (int lesson = 0; lesson < 2; ++lesson) {
        for (const Exchange &exchange : sessionOf(lesson).exchanges) {
            QCOMPARE(exchange.visitor, QHostAddress(QStringLiteral("192.168.1.40")));
            QCOMPARE(exchange.requestField("Host"), QByteArray("192.168.1.23:8080"));
            for (const char *ours : {"127.0.0.1", "localhost", "/tmp", "/home"})
                QVERIFY(!(exchange.requestHead + exchange.responseHead + exchange.responseContent)
                             .contains(ours));
        }
    }
}

void TestShippedLessons::pictureOfTheStyleIsCausedByIt()
{
    const Session session = sessionOf(0);
    const PageVisits visits = visitsOf(session);
    QCOMPARE(visits.visits().size(), 1u);
    const auto idOf = [&](const char *target) {
        const auto found =
            std::find_if(session.exchanges.begin(), session.exchanges.end(),
                         [&](const Exchange &exchange) { return exchange.target() == target; });
        return found == session.exchanges.end() ? 0 : found->id;
    };
    QCOMPARE(visits.causeOf(idOf("/")), std::optional<quint64>(0));
    QCOMPARE(visits.causeOf(idOf("/style.css")), std::optional(idOf("/")));
    QCOMPARE(visits.causeOf(idOf("/morning.jpg")), std::optional(idOf("/")));
    QCOMPARE(visits.causeOf(idOf("/lamp.svg")), std::optional(idOf("/style.css")));
}

void TestShippedLessons::firstVisitAsksForNothingTwice()
{
    for (const Exchange &exchange : sessionOf(0).exchanges)
        QCOMPARE(exchange.status, 200); // 304 belongs to the second
}

void TestShippedLessons::secondVisitIsToldThatNothingChanged()
{
    const Session session = sessionOf(1);
    const PageVisits visits = visitsOf(session);
    QCOMPARE(visits.visits().size(), 2u);
    const auto notChanged = [&](const PageVisit &visit) {
        return std::count_if(visit.exchanges.begin(), visit.exchanges.end(),
                             [&](const VisitedExchange &each) {
                                 return session.exchanges[each.id - 1].status == 304 &&
                                        session.exchanges[each.id - 1].target().endsWith(".jpg");
                             });
    };
    QCOMPARE(notChanged(visits.visits().front()), 0);
    QCOMPARE(notChanged(visits.visits().back()), 3);
}

QTEST_GUILESS_MAIN(TestShippedLessons)
#include "tst_shippedlessons.moc"
