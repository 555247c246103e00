// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/answer.h"
#include "ui/doorstate.h"
#include "ui/flow/flowstory.h"
#include "ui/lesson/doorcard.h"
#include "ui/textlabel.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitormodel.h"
#include "ui/waterfall/waterfall.h"

#include <QTest>

#include <algorithm>

using namespace porchlight;
using namespace porchlight::test;

/// Nothing that could be ordered, as a vector's metatype would try.
struct Told
{
    Decisions decisions;
};
Q_DECLARE_METATYPE(Told)
Q_DECLARE_METATYPE(porchlight::DoorState)

namespace {

constexpr qint64 ms = 1'000'000;

Told at(Decisions decisions)
{
    qint64 each = 0;
    for (Decision &decision : decisions)
        decision.at = ++each * ms;
    return {std::move(decisions)};
}

bool barWaits(const Exchange &exchange)
{
    const Waterfall fall = layOutWaterfall({{exchange, 0}}, exchange.startedAt + 100);
    const auto &bars = fall.rows[0].bars;
    return std::any_of(bars.begin(), bars.end(),
                       [](const WaterfallBar &bar) { return bar.stage == WaterfallStage::AtDoor; });
}

QString visitorDoes(const Exchange &exchange)
{
    VisitorNames names;
    VisitorModel model(names);
    model.add({exchange});
    return model.data(model.index(0, VisitorModel::Doing), Qt::DisplayRole).toString();
}

/// What the door says of the end of one that waited there.
QString doorSays(const Exchange &exchange)
{
    DoorCard door;
    door.showWaiting({{exchange.id, exchange.visitor, exchange.requestHead, 0, WaitsFor::Teacher}});
    door.showWaiting({});
    door.noteExchanges({{exchange}, 0});
    const QList<TextLabel *> labels = door.findChildren<TextLabel *>();
    for (const TextLabel *each : labels) {
        if (each->isVisibleTo(&door) && each->text().contains(QStringLiteral("gave up")))
            return each->text();
    }
    return {};
}

} // namespace

/// All pages say the same of a request that came to a lesson's door.
class TestDoorState final : public QObject
{
    Q_OBJECT
private slots:
    void allPagesSayTheSame_data();
    void allPagesSayTheSame();
};

void TestDoorState::allPagesSayTheSame_data()
{
    QTest::addColumn<Told>("told");
    QTest::addColumn<int>("status");
    QTest::addColumn<DoorState>("state");
    using namespace decision;
    QTest::addRow("never held") << Told{} << 0 << DoorState::DidNotWait;
    QTest::addRow("held") << at({HeldAtDoor{}}) << 0 << DoorState::Waits;
    QTest::addRow("held after the way over a slow network")
        << at({SlowedDown{10}, HeldAtDoor{}}) << 0 << DoorState::Waits;
    QTest::addRow("let in") << at({HeldAtDoor{}, LetIn{}}) << 0 << DoorState::LetIn;
    QTest::addRow("let in, answered")
        << at({HeldAtDoor{}, LetIn{}, NothingThere{}}) << 404 << DoorState::LetIn;
    QTest::addRow("to be answered in 10 seconds")
        << at({HeldAtDoor{}, LetIn{}, SlowedDown{10'000}}) << 0 << DoorState::LetIn;
    QTest::addRow("answered by the teacher")
        << at({HeldAtDoor{}, AnsweredByTeacher{404}}) << 404 << DoorState::Answered;
    QTest::addRow("passed the full door, is sent")
        << at({HeldAtDoor{}, PassedFullDoor{}}) << 200 << DoorState::WentBy;
    QTest::addRow("passed the full door, is being looked for")
        << at({HeldAtDoor{}, PassedFullDoor{}}) << 0 << DoorState::WentBy;
    QTest::addRow("went by at pace Step") << at({PassedFullDoor{}}) << 200 << DoorState::WentBy;
    QTest::addRow("let in, then by a full door at pace Step")
        << at({HeldAtDoor{}, LetIn{}, PassedFullDoor{}}) << 200 << DoorState::LetIn;
    QTest::addRow("saved when nobody was told that it went on, is sent")
        << at({HeldAtDoor{}, FoundFile{"a.txt", 10}}) << 200 << DoorState::DidNotWait;
    QTest::addRow("saved when nobody was told that it went on, is looked for")
        << at({HeldAtDoor{}, SlowedDown{500}}) << 0 << DoorState::DidNotWait;
}

void TestDoorState::allPagesSayTheSame()
{
    QFETCH(const Told, told);
    QFETCH(const int, status);
    QFETCH(const DoorState, state);
    Exchange runs = running(7, "/a.txt", 0, -1);
    runs.status = status;
    runs.decisions = told.decisions;
    runs.at = {0, ms / 2, status ? 50 * ms : -1, -1, -1, -1};
    const bool waits = state == DoorState::Waits;
    const bool stays = waits || state == DoorState::LetIn || state == DoorState::Answered;
    QCOMPARE(doorState(runs), state);
    QCOMPARE(stayAtDoor(runs).has_value(), stays);
    QCOMPARE(visitorDoes(runs).startsWith(QStringLiteral("waits at the door")), waits);
    QCOMPARE(tellFlow(runs, {}).front().fate == FlowMessage::Fate::Held, waits);
    QCOMPARE(answerText(runs) == QStringLiteral("at the door"), waits);
    QCOMPARE(barWaits(runs), stays);

    Exchange left = runs;
    left.status = 0;
    left.ending = Ending::VisitorLeft;
    left.at[size_t(Phase::Done)] = 60 * ms;
    const QString farewell = tellFlow(left, {}).back().caption;
    QCOMPARE(farewell.endsWith(QStringLiteral("gave up waiting at the door")), waits);
    QCOMPARE(!doorSays(left).isEmpty(), waits);
}

QTEST_MAIN(TestDoorState)
#include "tst_doorstate.moc"
