// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lessonhandler.h"
#include "server/lesson/pacedbody.h"
#include "server/site/siteplans.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace porchlight;
using namespace porchlight::test;

Q_DECLARE_METATYPE(TeacherAnswer)
Q_DECLARE_METATYPE(LessonSettings)

namespace {

template <typename T>
bool decided(const Exchange &exchange)
{
    return std::any_of(exchange.decisions.begin(), exchange.decisions.end(),
                       [](const Decision &each) { return std::holds_alternative<T>(each); });
}

/// Promises its answers, or streams them; all they can say of themselves is `m_yes`.
class StubSite final : public RequestHandler
{
public:
    explicit StubSite(bool yes)
        : m_yes(yes)
    {}
    ResponsePlan answer(const Request &request) override
    {
        ResponsePlan plan;
        if (request.head.target() == QByteArrayView("/promise"))
            plan.pending = std::make_unique<Promise>(m_yes);
        else
            plan.body = Body(std::make_unique<Stream>(m_yes));
        return plan;
    }

private:
    class Promise final : public PendingAnswer
    {
    public:
        explicit Promise(bool yes)
            : m_yes(yes)
        {}
        void start(std::function<void(ResponsePlan)>) override {}
        bool endsWithVisitor() const override { return m_yes; }

    private:
        const bool m_yes;
    };
    class Stream final : public BodyStream
    {
    public:
        explicit Stream(bool yes)
            : m_yes(yes)
        {}
        QByteArray next() override { return {}; }
        qint64 length() const override { return m_yes ? 7 : -1; }
        bool takesItsTime() const override { return m_yes; }
        bool endsWithVisitor() const override { return m_yes; }
        qint64 events() const override { return m_yes ? 2 : -1; }
        QList<QByteArray> takeEvents() override
        {
            return m_yes ? QList<QByteArray>{"order 1"} : QList<QByteArray>();
        }

    private:
        const bool m_yes;
    };

    const bool m_yes;
};

/// As the views list them: by the time of each.
bool areInOrder(const Decisions &decisions)
{
    return std::is_sorted(decisions.begin(), decisions.end(),
                          [](const Decision &a, const Decision &b) { return a.at < b.at; });
}

} // namespace

/// What a teacher does to answers, with the real server.
class LessonTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::shared_ptr<Lesson> m_lesson;
    std::unique_ptr<LiveServer> m_server;

    size_t waiting() const { return m_lesson->door().waiting().size(); }
    quint64 firstWaiting() const { return m_lesson->door().waiting().front().exchange; }
    /// Whether the newest state of the only exchange is that the lesson lets it take its time.
    bool isDelayed() const
    {
        const QList<Exchange> published = m_server->published();
        return !published.isEmpty() && !published.last().decisions.empty() &&
               std::holds_alternative<decision::SlowedDown>(published.last().decisions.back());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "soup"));
        QVERIFY(m_folder.write(QStringLiteral("b.txt"), "bread"));
        QVERIFY(m_folder.write(QStringLiteral("big.bin"), QByteArray(200'000, 'x')));
    }
    void init()
    {
        m_lesson =
            std::make_shared<Lesson>([](int status, const RequestHead &) { return errorPlan(status, {}); });
        Limits limits;
        limits.stopGrace = std::chrono::milliseconds(200);
        m_server =
            std::make_unique<LiveServer>(underLesson(folderHandlers(m_folder.path()), m_lesson), limits, 2);
        QVERIFY(m_server->isRunning());
    }
    void cleanup() { m_server.reset(); }

    void aHeldRequestIsAnsweredAsTheTeacherSays_data()
    {
        QTest::addColumn<TeacherAnswer>("answer");
        QTest::addColumn<int>("status");
        QTest::addRow("as it is") << TeacherAnswer(teacheranswer::AsItIs{}) << 200;
        QTest::addRow("404") << TeacherAnswer(teacheranswer::Status{404}) << 404;
        QTest::addRow("500") << TeacherAnswer(teacheranswer::Status{500}) << 500;
        QTest::addRow("403") << TeacherAnswer(teacheranswer::Status{403}) << 403;
        QTest::addRow("301") << TeacherAnswer(teacheranswer::Redirect{301, "/b.txt"}) << 301;
        QTest::addRow("later") << TeacherAnswer(teacheranswer::Later{std::chrono::milliseconds(50)}) << 200;
    }
    void aHeldRequestIsAnsweredAsTheTeacherSays()
    {
        QFETCH(const TeacherAnswer, answer);
        QFETCH(const int, status);
        m_lesson->apply({.hold = true});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        QCOMPARE(m_lesson->door().waiting().front().requestHead, get("/a.txt"));
        QTRY_VERIFY(!m_server->published().isEmpty() &&
                    decided<decision::HeldAtDoor>(m_server->published().last()));
        QVERIFY(m_server->published().last().isRunning());
        QVERIFY(m_lesson->door().answer(firstWaiting(), answer));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, status);
        if (status == 200)
            QCOMPARE(response.body, "soup");
        if (status == 301)
            QCOMPARE(response.field("Location"), "/b.txt");
        QCOMPARE(waiting(), 0u);
        const Exchange exchange = m_server->finished("/a.txt");
        QVERIFY(decided<decision::HeldAtDoor>(exchange));
        QCOMPARE(decided<decision::LetIn>(exchange), status == 200);
        QCOMPARE(decided<decision::AnsweredByTeacher>(exchange), status != 200);
        QVERIFY(areInOrder(exchange.decisions));
    }

    void onlyWhatMatchesIsHeld()
    {
        m_lesson->apply({.hold = true, .holdWords = "GET a.TXT"});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/b.txt")));
        QCOMPARE(client.receive().body, "bread");
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        m_lesson->apply({});
        QCOMPARE(client.receive().body, "soup");
    }

    void aVisitorWhoGivesUpWaitsNoMore()
    {
        m_lesson->apply({.hold = true});
        {
            RawClient client(m_server->port());
            QVERIFY(client.send(get("/a.txt")));
            QTRY_COMPARE(waiting(), 1u);
        }
        QTRY_COMPARE(waiting(), 0u);
        const Exchange exchange = m_server->finished("/a.txt");
        QCOMPARE(exchange.ending, Ending::VisitorLeft);
        QCOMPARE(exchange.status, 0);
        QVERIFY(decided<decision::HeldAtDoor>(exchange));
    }

    void aFullDoorLetsTheNextPass()
    {
        m_lesson->apply({.hold = true});
        std::vector<std::unique_ptr<RawClient>> guests;
        for (size_t i = 0; i < Door::MaxWaiting; ++i) {
            guests.push_back(RawClient::from(i % 2 ? 2 : 1, m_server->port()));
            QVERIFY(guests.back()->send(get("/a.txt")));
        }
        QTRY_COMPARE(waiting(), Door::MaxWaiting);
        RawClient next(m_server->port());
        QVERIFY(next.send(get("/b.txt")));
        QCOMPARE(next.receive().body, "bread");
        const Exchange passed = m_server->finished("/b.txt");
        QVERIFY(decided<decision::PassedFullDoor>(passed));
        QVERIFY(areInOrder(passed.decisions));
        m_lesson->apply({}); // all are let in
        for (const auto &guest : guests)
            QCOMPARE(guest->receive().body, "soup");
    }

    void atPaceStepAFullDoorIsToldToo()
    {
        m_lesson->apply({.pace = Pace::Step});
        std::vector<std::unique_ptr<RawClient>> guests;
        for (size_t i = 0; i < Door::MaxWaitingPerAddress; ++i) {
            guests.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(guests.back()->send(get("/a.txt")));
        }
        QTRY_COMPARE(waiting(), Door::MaxWaitingPerAddress);
        RawClient next(m_server->port());
        QVERIFY(next.send(get("/b.txt")));
        QCOMPARE(next.receive().body, "bread");
        const Exchange passed = m_server->finished("/b.txt");
        QVERIFY(decided<decision::PassedFullDoor>(passed));
        QVERIFY(areInOrder(passed.decisions));
    }

    void oneVisitorDoesNotFillTheDoorForOthers()
    {
        m_lesson->apply({.hold = true});
        std::vector<std::unique_ptr<RawClient>> pushing;
        for (size_t i = 0; i < Door::MaxWaitingPerAddress; ++i) {
            pushing.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(pushing.back()->send(get("/a.txt")));
        }
        QTRY_COMPARE(waiting(), Door::MaxWaitingPerAddress);
        RawClient oneMore(m_server->port());
        QVERIFY(oneMore.send(get("/b.txt")));
        QCOMPARE(oneMore.receive().body, "bread");
        const auto other = RawClient::from(2, m_server->port());
        QVERIFY(other->send(get("/a.txt")));
        QTRY_COMPARE(waiting(), Door::MaxWaitingPerAddress + 1);
    }

    /// The teacher lets all in between the decision to hold it and its place at the door.
    void whoComesAsAllAreLetInIsLetInToo()
    {
        m_lesson->apply({.hold = true});
        LessonHandler handler(std::make_unique<StubSite>(false), m_lesson);
        const auto head = std::get<RequestHead>(parseRequestHead(get("/a.txt")));
        ResponsePlan plan = handler.answer({head, QHostAddress(QHostAddress::LocalHost), {}, 7});
        QVERIFY(plan.pending);
        m_lesson->apply({});
        plan.pending->start([&plan](ResponsePlan given) { plan.decisions = std::move(given.decisions); });
        QCOMPARE(plan.decisions.size(), 1u);
        QVERIFY(std::holds_alternative<decision::LetIn>(plan.decisions.front()));
    }

    void whoIsAnsweredLaterIsLetInNow()
    {
        m_lesson->apply({.hold = true});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        QVERIFY(m_lesson->door().answer(firstWaiting(), teacheranswer::Later{std::chrono::seconds(10)}));
        QTRY_VERIFY(isDelayed());
        QVERIFY(decided<decision::LetIn>(m_server->published().last()));
        m_lesson->apply({});
        QCOMPARE(client.receive().body, "soup");
    }

    void stoppingWithHeldRequestsEnds()
    {
        m_lesson->apply({.hold = true});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        QVERIFY(m_server->stop());
        QCOMPARE(waiting(), 0u);
        QVERIFY(!m_lesson->door().answer(1, teacheranswer::AsItIs{}));
    }

    /// Each of them waits for longer than stopping has patience.
    void stoppingAnswersWhoeverTheLessonDelays_data()
    {
        QTest::addColumn<QList<LessonSettings>>("settings");
        QTest::addColumn<bool>("answeredLater");
        const LessonSettings slowest{.pace = Pace::Slow, .slowness = LessonSettings::MaxSlowness};
        LessonSettings heldAndSlow = slowest;
        heldAndSlow.hold = true;
        const LessonSettings farAway{.everyone = {.latency = std::chrono::seconds(2)}};
        QTest::addRow("held, at the slowest pace") << QList{heldAndSlow} << false;
        QTest::addRow("on its way in at the slowest pace") << QList{slowest} << false;
        QTest::addRow("on its way out at the slowest pace")
            << QList{LessonSettings{.pace = Pace::Step}, slowest} << false;
        QTest::addRow("on a slow network") << QList{farAway} << false;
        QTest::addRow("answered in 10 seconds") << QList{LessonSettings{.hold = true}} << true;
    }
    void stoppingAnswersWhoeverTheLessonDelays()
    {
        QFETCH(const QList<LessonSettings>, settings);
        QFETCH(const bool, answeredLater);
        RawClient client(m_server->port());
        for (const LessonSettings &each : settings) {
            m_lesson->apply(each);
            if (&each == &settings.first())
                QVERIFY(client.send(get("/a.txt")));
            QTRY_VERIFY(waiting() == 1 || isDelayed());
        }
        if (answeredLater) {
            m_lesson->door().answer(firstWaiting(), teacheranswer::Later{std::chrono::seconds(10)});
            QTRY_VERIFY(isDelayed());
        }
        m_lesson->apply({});
        QVERIFY(m_server->stop());
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "soup");
        const Exchange exchange = m_server->finished("/a.txt");
        QCOMPARE(exchange.ending, Ending::Complete);
        QVERIFY(areInOrder(exchange.decisions));
    }

    void aSlowBodyEndsWithTheLesson()
    {
        m_lesson->apply({.pace = Pace::Step});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/big.bin")));
        QTRY_COMPARE(waiting(), 1u);
        QVERIFY(m_lesson->door().nextStep());
        QTRY_COMPARE(waiting(), 1u);
        m_lesson->apply({.pace = Pace::Slow, .slowness = LessonSettings::MaxSlowness});
        QVERIFY(client.receiveBytes(100).contains("200 OK"));
        QElapsedTimer time;
        time.start();
        m_lesson->apply({});
        qsizetype received = 0;
        while (received < 195'000) {
            const QByteArray more = client.receiveBytes(200'000, 1'000);
            QVERIFY(!more.isEmpty());
            received += more.size();
        }
        QVERIFY2(time.elapsed() < 1'000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(m_server->finished("/big.bin").ending, Ending::Complete);
    }

    /// Narrowed while it was on its way.
    void theWordsThatCountAreThoseOfWhenItArrives()
    {
        LessonSettings settings{.hold = true, .everyone = {.latency = std::chrono::milliseconds(500)}};
        m_lesson->apply(settings);
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_VERIFY(isDelayed());
        settings.holdWords = "b.txt";
        m_lesson->apply(settings);
        QCOMPARE(client.receive().body, "soup");
    }

    void slowPhasesTakeTheirTime()
    {
        const LessonSettings slow{.pace = Pace::Slow, .slowness = 2};
        m_lesson->apply(slow);
        RawClient client(m_server->port());
        QElapsedTimer time;
        time.start();
        QVERIFY(client.send(get("/big.bin")));
        const RawResponse response = client.receive();
        QCOMPARE(response.body.size(), 200'000);
        QCOMPARE(response.field("Content-Length"), "200000");
        // In, out, and most of the content: its first tenth of a second comes at once.
        QVERIFY2(time.elapsed() >= 2 * slow.phaseTime().count(), qPrintable(QString::number(time.elapsed())));
        const Exchange exchange = m_server->finished("/big.bin");
        QVERIFY(decided<decision::SlowedDown>(exchange));
        QVERIFY(decided<decision::SentAsStream>(exchange));
        QVERIFY(!decided<decision::SentBySendfile>(exchange));
        QVERIFY(areInOrder(exchange.decisions));
    }

    void eachStepWaits()
    {
        m_lesson->apply({.pace = Pace::Step});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        QVERIFY(m_lesson->door().nextStep());
        QTRY_COMPARE(waiting(), 1u); // now with an answer
        QTRY_VERIFY(!m_server->published().isEmpty() &&
                    decided<decision::FoundFile>(m_server->published().last()));
        QVERIFY(m_lesson->door().nextStep());
        QCOMPARE(client.receive().body, "soup");
        QVERIFY(!m_lesson->door().nextStep());
    }

    void leavingStepModeLetsAllGoOn()
    {
        m_lesson->apply({.pace = Pace::Step});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        QTRY_COMPARE(waiting(), 1u);
        m_lesson->apply({});
        QCOMPARE(client.receive().body, "soup");
    }

    void withCachingOffNothingIsEverUnchanged()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        const QByteArray etag = client.receive().field("ETag");
        QVERIFY(!etag.isEmpty());
        const QByteArray again = get("/a.txt", "If-None-Match: " + etag + "\r\n");
        QVERIFY(client.send(again));
        QCOMPARE(client.receive().status, 304);
        m_lesson->apply({.cachingOff = true});
        QVERIFY(client.send(again));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "soup");
        QCOMPARE(response.field("Cache-Control"), "no-store");
        QCOMPARE(response.count("ETag"), 0);
        QCOMPARE(response.count("Last-Modified"), 0);
        // Its first request was finished long ago; the answer without the copy is the third.
        QTRY_VERIFY(decided<decision::ValidatorsDropped>(m_server->published().last()) &&
                    !m_server->published().last().isRunning());
        const Exchange exchange = m_server->published().last();
        QVERIFY(exchange.requestHead.contains("If-None-Match")); // what it really sent
        QVERIFY(areInOrder(exchange.decisions));
    }

    void withCachingOffNoDownloadIsGluedTogetherOfTwoVersions()
    {
        m_lesson->apply({.cachingOff = true});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt", "Range: bytes=2-\r\nIf-Range: \"another version\"\r\n")));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, "soup");
        QVERIFY(client.send(get("/a.txt", "Range: bytes=2-\r\n")));
        QCOMPARE(client.receive().body, "up");
    }

    void aSlowLinkIsSharedByAVisitorsConnections()
    {
        m_lesson->apply({.everyone = {.bytesPerSecond = 500'000}});
        QElapsedTimer time;
        time.start();
        RawClient one(m_server->port()), two(m_server->port());
        QVERIFY(one.send(get("/big.bin")));
        QVERIFY(two.send(get("/big.bin")));
        const RawResponse first = one.receive();
        const RawResponse second = two.receive();
        QCOMPARE(first.body.size(), 200'000);
        QCOMPARE(second.body, first.body);
        // 400,000 bytes, of which 50,000 come at once.
        QVERIFY2(time.elapsed() >= 650, qPrintable(QString::number(time.elapsed())));
    }

    void oneAnswerAfterTheOtherIsLimitedToo()
    {
        QVERIFY(m_folder.write(QStringLiteral("small.bin"), QByteArray(20'000, 'x')));
        m_lesson->apply({.everyone = {.bytesPerSecond = 200'000}});
        RawClient client(m_server->port());
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 8; ++i) {
            QVERIFY(client.send(get("/small.bin")));
            QCOMPARE(client.receive().body.size(), 20'000);
        }
        // 160,000 bytes, of which 20,000 come at once.
        QVERIFY2(time.elapsed() >= 600, qPrintable(QString::number(time.elapsed())));
    }

    void aChangedLinkReachesRunningAnswers()
    {
        m_lesson->apply({.everyone = {.bytesPerSecond = 10'000}}); // 20 s
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/big.bin")));
        QVERIFY(client.receiveBytes(100).contains("200 OK"));
        m_lesson->apply({});
        QElapsedTimer time;
        time.start();
        qsizetype received = 0;
        while (received < 195'000) {
            const QByteArray more = client.receiveBytes(200'000, 1'000);
            QVERIFY(!more.isEmpty());
            received += more.size();
        }
        QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    }

    void narrowingTheWordsLetsTheOthersIn()
    {
        m_lesson->apply({.hold = true});
        RawClient one(m_server->port()), two(m_server->port());
        QVERIFY(one.send(get("/a.txt")));
        QVERIFY(two.send(get("/b.txt")));
        QTRY_COMPARE(waiting(), 2u);
        m_lesson->apply({.hold = true, .holdWords = "b.txt"});
        QCOMPARE(one.receive().body, "soup");
        QCOMPARE(waiting(), 1u);
        m_lesson->apply({});
        QCOMPARE(two.receive().body, "bread");
    }

    void aHalfClosedClientIsAnsweredWhenSlow()
    {
        m_lesson->apply({.pace = Pace::Slow, .slowness = 2});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt")));
        client.shutdownWrite();
        QCOMPARE(client.receive().body, "soup");
    }

    void aChosenVisitorHasItsOwnLink()
    {
        LessonSettings settings;
        settings.links.insert(QHostAddress(QHostAddress::LocalHost),
                              {.latency = std::chrono::milliseconds(150)});
        m_lesson->apply(settings);
        RawClient near(m_server->port());
        QElapsedTimer time;
        time.start();
        QVERIFY(near.send(get("/a.txt")));
        QCOMPARE(near.receive().body, "soup");
        QVERIFY(time.elapsed() >= 145);
        settings.links.clear();
        settings.links.insert(QHostAddress(QStringLiteral("192.0.2.1")),
                              {.latency = std::chrono::seconds(60)});
        m_lesson->apply(settings);
        QVERIFY(near.send(get("/a.txt")));
        QCOMPARE(near.receive(false, 2000).body, "soup");
    }

    void rangesAndHeadKeepTheirMeaning()
    {
        m_lesson->apply({.everyone = {.bytesPerSecond = 1'000'000}});
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/a.txt", "Range: bytes=1-2\r\n")));
        const RawResponse part = client.receive();
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, "ou");
        QVERIFY(client.send("HEAD /big.bin HTTP/1.1\r\nHost: x\r\n\r\n"));
        QCOMPARE(client.receive(true).field("Content-Length"), "200000");
    }

    void whatTheSitesAnswerIsLikeStays_data()
    {
        QTest::addColumn<bool>("yes");
        QTest::addRow("each can be given up, and takes its time") << true;
        QTest::addRow("none") << false;
    }
    void whatTheSitesAnswerIsLikeStays()
    {
        QFETCH(const bool, yes);
        m_lesson->apply({.cachingOff = true, .everyone = {.bytesPerSecond = 10'000}});
        LessonHandler handler(std::make_unique<StubSite>(yes), m_lesson);
        const auto answerTo = [&handler](const QByteArray &target) {
            const auto head = std::get<RequestHead>(parseRequestHead(get(target)));
            return handler.answer({head, QHostAddress(QHostAddress::LocalHost), {}, 7});
        };
        const ResponsePlan promised = answerTo("/promise");
        QVERIFY(promised.pending);
        QCOMPARE(promised.pending->endsWithVisitor(), yes);
        const ResponsePlan streamed = answerTo("/stream");
        QVERIFY(dynamic_cast<PacedBody *>(streamed.body.stream.get()));
        QCOMPARE(streamed.body.stream->length(), yes ? 7 : -1);
        QCOMPARE(streamed.body.stream->takesItsTime(), yes);
        QCOMPARE(streamed.body.stream->endsWithVisitor(), yes);
        QCOMPARE(streamed.body.stream->events(), yes ? 2 : -1);
        QCOMPARE(streamed.body.stream->takeEvents().size(), yes ? 1 : 0);
    }

    void nothingIsChangedWithoutALesson()
    {
        QVERIFY(!m_lesson->settings());
        m_lesson->apply({.slowness = 40});
        QVERIFY(!m_lesson->settings());
    }
};

QTEST_GUILESS_MAIN(LessonTest)
#include "tst_lesson.moc"
