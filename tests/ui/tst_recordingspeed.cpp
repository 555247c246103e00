// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/exchangejson.h"
#include "server/session/session.h"
#include "tests/support/optimised.h"
#include "tests/support/stallwatch.h"
#include "tests/ui/flowexchanges.h"
#include "ui/exchangemodel.h"
#include "ui/flow/flowpage.h"
#include "ui/flow/flowplaybar.h"
#include "ui/flow/flowview.h"
#include "ui/inspector.h"
#include "ui/requestspage.h"
#include "ui/requestviews.h"
#include "ui/sharingview.h"
#include "ui/theme.h"
#include "ui/visitors/visitorspage.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr int Count = IsRelease ? int(Session::MaxExchanges) : 10'000;
constexpr int Guests = 600;
constexpr double MostMilliseconds = 50; // of processor time between two turns of the event loop
constexpr double MostForALongLine = IsRelease ? 100 : 1'000; // milliseconds; it took minutes
/// What else a machine does costs caches, and so processor time: one undisturbed attempt counts.
constexpr int MostAttempts = IsRelease ? 3 : 1;

/// A long day: every visitor opens pages of photos.
std::shared_ptr<const Session> longDay()
{
    auto session = std::make_shared<Session>();
    for (int i = 0; i < Count; ++i) {
        const QByteArray number = QByteArray::number(i);
        Exchange e = i % 13 == 0 ? withDecisions(exchange(quint64(i + 1), "/Lake/?" + number),
                                                 {decision::FoundFolder{"Lake"}, decision::ShowedAlbum{12}})
                                 : withDecisions(exchange(quint64(i + 1), "/Lake/" + number + ".jpg"),
                                                 {decision::FoundFile{"Lake/1.jpg", 1'000}});
        e.visitor = QHostAddress(0x0A000000u + quint32(i / 13 % Guests));
        e.startedAt += qint64(i) * 20;
        session->exchanges.push_back(std::move(e));
    }
    session->savedAt = session->exchanges.back().startedAt;
    return session;
}

} // namespace

class TestRecordingSpeed final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }
    void aLongRecordingHoldsNothingUp();
    void aRecordingMayBeLeftWhileItComes();
    void aLongLineHoldsNothingUp_data();
    void aLongLineHoldsNothingUp();
};

void TestRecordingSpeed::aLongRecordingHoldsNothingUp()
{
    SharingView view;
    view.resize(1180, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    // What the first recording of all costs (fonts, styles) is not what a long one does.
    view.showRecording(std::make_shared<Session>(Session{.exchanges = {exchange(1)}}),
                       QStringLiteral("A moment"));
    QCoreApplication::processEvents();
    const auto *flow = view.findChild<FlowPage *>();
    auto *play = flow->findChild<FlowPlayBar *>()->findChild<QPushButton *>();
    const auto *visitors = view.findChild<VisitorsPage *>()->findChild<QTableView *>()->model();

    double longest = MostMilliseconds;
    for (int attempt = 0; attempt < MostAttempts && longest >= MostMilliseconds; ++attempt) {
        auto session = longDay();
        StallWatch watch;
        view.showRecording(std::move(session), QStringLiteral("A long day"));
        QVERIFY(!play->isEnabled());
        watch.note();
        const FlowLog &log = flow->findChild<FlowView *>()->log();
        QTRY_VERIFY_WITH_TIMEOUT(!log.isEmpty() && log.at(log.end() - 1).exchange.id == quint64(Count),
                                 60'000);
        const auto *requests = view.requests()->shown()->findChild<ExchangeModel *>();
        QTRY_COMPARE_WITH_TIMEOUT(requests->rowCount(), Count, 60'000);
        QTRY_VERIFY(play->isEnabled());
        watch.note();
        longest = watch.longestOfCpu();
        qInfo("%d exchanges: longest stall %.1f ms (%.1f ms of processor time)", Count,
              watch.longestByClock(), longest);
        QCOMPARE(log.end() - log.first(), quint64(FlowLog::MaxEntries));
        QCOMPARE(visitors->rowCount(), Guests);
    }
    if (IsRelease)
        QVERIFY2(longest < MostMilliseconds, qPrintable(QString::number(longest)));
}

void TestRecordingSpeed::aRecordingMayBeLeftWhileItComes()
{
    SharingView view;
    view.addBatch(batch({exchange(1)}));
    view.showRecording(longDay(), QStringLiteral("A long day"));
    view.requests()->backToLive();
    const auto *visitors = view.findChild<VisitorsPage *>()->findChild<QTableView *>()->model();
    QCOMPARE(visitors->rowCount(), 1);
    QCoreApplication::processEvents(); // a turn of what might still come
    QCOMPARE(visitors->rowCount(), 1);
    const FlowLog &log = view.findChild<FlowView *>()->log();
    QCOMPARE(log.end() - log.first(), quint64(1));
}

/// Breaking a text into lines can take a time that grows with the square of its length.
void TestRecordingSpeed::aLongLineHoldsNothingUp_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<bool>("isField");
    QTest::addRow("a target of many words") << QByteArray("a%20") << false;
    QTest::addRow("a target of one word") << QByteArray("a") << false;
    QTest::addRow("a field of many words") << QByteArray("a ") << true;
}

void TestRecordingSpeed::aLongLineHoldsNothingUp()
{
    QFETCH(QByteArray, piece);
    QFETCH(bool, isField);
    SharingView view;
    view.resize(1180, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showRecording(std::make_shared<Session>(Session{.exchanges = {exchange(1)}}),
                       QStringLiteral("A moment"));
    QCoreApplication::processEvents();

    const QByteArray longest = piece.repeated((MaxHeadRead - 1'000) / piece.size()); // beside all other lines
    const Exchange shown =
        isField ? withField(exchange(1), "X-Long: " + longest) : exchange(1, '/' + longest + ".html");
    auto session = std::make_shared<Session>();
    session->exchanges = {withDecisions(shown, {decision::FoundFile{longest, 1'000}})};
    StallWatch watch;
    view.showRecording(std::move(session), QStringLiteral("A long line"));
    view.showFlow();
    const FlowLog &log = view.findChild<FlowView *>()->log();
    QTRY_VERIFY(!log.isEmpty() && log.at(log.first()).exchange.requestHead.size() > MaxHeadRead / 2);
    view.findChild<FlowView *>()->viewport()->repaint();
    watch.note();
    qInfo("Flow: %.0f ms of processor time", watch.longestOfCpu());
    QVERIFY(watch.longestOfCpu() < MostForALongLine);
    StallWatch inspecting;
    emit view.findChild<FlowPage *>()->exchangeChosen(shown);
    QCoreApplication::processEvents();
    view.findChild<Inspector *>()->repaint();
    inspecting.note();
    qInfo("Inspector: %.0f ms of processor time", inspecting.longestOfCpu());
    QVERIFY(inspecting.longestOfCpu() < MostForALongLine);
}

QTEST_MAIN(TestRecordingSpeed)
#include "tst_recordingspeed.moc"
