// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/session.h"
#include "tests/ui/exchanges.h"
#include "ui/exchangefilterproxy.h"
#include "ui/exchangemodel.h"
#include "ui/fittedtext.h"
#include "ui/flow/flowview.h"
#include "ui/inspector.h"
#include "ui/lesson/lessoncards.h"
#include "ui/lesson/linkcard.h"
#include "ui/recordingbanner.h"
#include "ui/requestspage.h"
#include "ui/requesttools.h"
#include "ui/requestviews.h"
#include "ui/rowdelegate.h"
#include "ui/sharepanel.h"
#include "ui/sharingview.h"
#include "ui/textlabel.h"
#include "ui/totalsbar.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitormodel.h"
#include "ui/visitors/visitorspage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace porchlight;
using test::exchange;
using test::running;

namespace {

Exchange from(Exchange e, const QString &address, const QByteArray &agent)
{
    e.visitor = QHostAddress(address);
    e.requestHead.replace(test::iPhone, agent);
    return e;
}

Visitor visitor(int number, const QString &device)
{
    return {QHostAddress(0xC0A80128u + quint32(number)), device, number % Visitors::Colours,
            number / Visitors::Colours};
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QString statusLine(const SharingView &view)
{
    QStringList words;
    for (const auto *label : view.totals()->findChildren<TextLabel *>())
        words += label->text();
    return words.join(u' ');
}

} // namespace

class TestVisitorsPage final : public QObject
{
    Q_OBJECT
private slots:
    void namesAreGivenDevicesOrColours();
    void namesSurviveInASession();
    void countsEachRequestOnce();
    void saysWhatTheyDoNow();
    void nameIsEditedInPlace();
    void tableAndFilterFollowTheNames();
    void anonymousShowsNothingOfAVisitor();
    void anonymousPhonesOfOneAddressAreToldApart();
    void whoCameWhileRequestsWereLeftOutIsCalledTheSameEverywhere();
    void whoWentStaysInTheList();
    void whoWasNotSeenForLongestLeavesFirst();
    void recordingShowsItsOwnVisitors();
    void enterAndDoubleClickShowTheRequests();
    void enterShowsOneVisitorOnly_data();
    void enterShowsOneVisitorOnly();
    void requestsOfARecordedVisitorAreThoseOfTheRecording();
    void columnsFitTheWindow_data();
    void columnsFitTheWindow();
    void deviceIsLeftOutUntilAVisitorHasAName();
    void statusLineCountsAsTheListDoes();
    void statusLineCountsTheRecordingWhileOneIsOpen();
};

void TestVisitorsPage::namesAreGivenDevicesOrColours()
{
    VisitorNames names;
    const Visitor maria = visitor(1, QStringLiteral("iPhone · Safari"));
    QCOMPARE(names.nameOf(maria), QStringLiteral("iPhone · Safari"));
    QSignalSpy changed(&names, &VisitorNames::changed);
    names.give(maria, QStringLiteral("  Maria\n\u202E "));
    QCOMPARE(names.nameOf(maria).left(5), QStringLiteral("Maria"));
    QVERIFY(!names.nameOf(maria).contains(QChar(0x202E)));
    names.give(maria, QStringLiteral("Maria"));
    QCOMPARE(names.nameOf(visitor(1, QStringLiteral("Mac · Safari"))), QStringLiteral("Mac · Safari"));
    names.setAnonymous(true);
    QCOMPARE(names.nameOf(maria), QStringLiteral("Blue phone"));
    QCOMPARE(names.nameOf(visitor(9, QStringLiteral("iPad"))), QStringLiteral("Blue tablet 2"));
    QCOMPARE(names.nameOf(visitor(2, QStringLiteral("curl"))), QStringLiteral("Violet visitor"));
    names.setAnonymous(false);
    QCOMPARE(names.nameOf(maria), QStringLiteral("Maria"));
    names.give(maria, {});
    QCOMPARE(names.nameOf(maria), QStringLiteral("iPhone · Safari"));
    QCOMPARE(changed.size(), 5);
}

void TestVisitorsPage::namesSurviveInASession()
{
    VisitorNames names, restored;
    names.give(visitor(1, QStringLiteral("iPhone")), QStringLiteral("Maria"));
    restored.restore(names.given(), true);
    QVERIFY(restored.isAnonymous());
    restored.setAnonymous(false);
    QCOMPARE(restored.nameOf(visitor(1, QStringLiteral("iPhone"))), QStringLiteral("Maria"));
}

void TestVisitorsPage::countsEachRequestOnce()
{
    VisitorNames names;
    VisitorModel model(names);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({exchange(1), running(2, "/boat.mp4", 500, 2'000)});
    model.add({from(exchange(3), QStringLiteral("192.168.1.41"), test::windowsPc),
               running(2, "/boat.mp4", 900, 2'000), exchange(2, "/boat.mp4", 200, 2'000), exchange(4)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, VisitorModel::Name), QStringLiteral("iPhone · Safari"));
    QCOMPARE(cell(model, 0, VisitorModel::Requests), QStringLiteral("3"));
    QCOMPARE(cell(model, 0, VisitorModel::Received), QStringLiteral("4.0 KB"));
    QCOMPARE(cell(model, 1, VisitorModel::Requests), QStringLiteral("1"));
    QCOMPARE(cell(model, 1, VisitorModel::Address), QStringLiteral("192.168.1.41"));
    QCOMPARE(cell(model, 0, VisitorModel::LastSeen), QStringLiteral("10:42:31"));
}

void TestVisitorsPage::saysWhatTheyDoNow()
{
    VisitorNames names;
    VisitorModel model(names);
    model.add({running(1, "/Lake/boat%20.mp4", 500, 2'000)});
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("receives /Lake/boat .mp4"));
    Exchange held = running(2, "/pier.jpg", 0, -1);
    held.status = 0;
    held.decisions = {decision::HeldAtDoor{}};
    model.add({held});
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("waits at the door with /pier.jpg"));
    held.decisions.push_back(decision::LetIn{});
    model.add({held});
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("receives /pier.jpg"));
    model.add({exchange(1), exchange(2)});
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("nothing"));
}

void TestVisitorsPage::nameIsEditedInPlace()
{
    VisitorNames names;
    VisitorsPage page(names);
    page.resize(900, 400);
    page.show();
    page.addBatch(test::batch({exchange(1)}));
    auto *table = page.findChild<QTableView *>();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, VisitorModel::Name));
    QTest::keyClick(table, Qt::Key_F2);
    auto *editor = table->findChild<QLineEdit *>();
    QVERIFY(editor);
    QSignalSpy left(&page, &VisitorsPage::requestsRequested);
    QTest::keyClicks(editor, QStringLiteral("Maria"));
    page.addBatch(test::batch({exchange(2)})); // what happens meanwhile takes nothing back
    page.findChild<VisitorModel *>()->passTo(exchange(2).startedAt + 3'600'000);
    QCOMPARE(editor->text(), QStringLiteral("Maria"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(left.isEmpty()); // Enter ends the editing, no more
    QTRY_COMPARE(cell(*table->model(), 0, VisitorModel::Name), QStringLiteral("Maria"));
    QVERIFY(!(table->model()->flags(table->model()->index(0, VisitorModel::Address)) & Qt::ItemIsEditable));
}

void TestVisitorsPage::tableAndFilterFollowTheNames()
{
    VisitorNames names;
    ExchangeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.useNames(names);
    ExchangeFilterProxy proxy(&model);
    const QAbstractItemModelTester proxyTester(&proxy,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({exchange(1), from(exchange(2), QStringLiteral("192.168.1.41"), test::windowsPc)});
    proxy.setFilter(RequestFilter(QStringLiteral("maria"), QuickFilter::All));
    QCOMPARE(proxy.rowCount(), 0);
    names.give(model.visitorOf(model.serialAt(0)), QStringLiteral("Maria"));
    QCOMPARE(proxy.rowCount(), 1);
    QCOMPARE(cell(proxy, 0, ExchangeModel::VisitorName), QStringLiteral("Maria"));
    names.setAnonymous(true);
    QCOMPARE(proxy.rowCount(), 0);
    QCOMPARE(cell(model, 0, ExchangeModel::VisitorName), QStringLiteral("Orange phone"));
    QCOMPARE(cell(model, 1, ExchangeModel::VisitorName), QStringLiteral("Blue computer"));
    QVERIFY(!model.index(0, ExchangeModel::VisitorName)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(QStringLiteral("192")));
}

void TestVisitorsPage::anonymousShowsNothingOfAVisitor()
{
    VisitorNames names;
    VisitorsPage page(names);
    page.addBatch(test::batch({exchange(1)}));
    auto *anonymise = page.tools()->findChild<QPushButton *>();
    anonymise->click();
    QVERIFY(names.isAnonymous());
    QCOMPARE(anonymise->text(), QStringLiteral("Show na&mes"));
    const auto *model = page.findChild<QTableView *>()->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)}) {
            const QString text = model->index(0, column).data(role).toString();
            QVERIFY(!text.contains(QStringLiteral("192.168")));
            QVERIFY(!text.contains(QStringLiteral("iPhone")));
        }
    }
    names.setAnonymous(false);
    QCOMPARE(anonymise->text(), QStringLiteral("Anony&mise"));
}

/// The table of requests never knew the second one.
void TestVisitorsPage::whoCameWhileRequestsWereLeftOutIsCalledTheSameEverywhere()
{
    SharingView view;
    VisitorsPage *const page = view.findChild<VisitorsPage *>();
    page->tools()->findChild<QPushButton *>()->click();
    auto *const tools = view.findChild<RequestTools *>();
    const auto others = [](int id) {
        return from(exchange(quint64(id)), QStringLiteral("192.168.1.%1").arg(50 + id), test::iPhone);
    };
    view.addBatch(test::batch({others(1)}));
    emit tools->pauseToggled(true);
    view.addBatch(test::batch({others(2)}));
    emit tools->clearRequested();
    emit tools->pauseToggled(false);
    Exchange third = others(3);
    third.decisions = {decision::HeldAtDoor{}};
    LessonCards *const lesson = view.panel()->lessonCards();
    lesson->setOn(true);
    lesson->door()->showWaiting({{third.id, third.visitor, third.requestHead, 0, WaitsFor::Teacher}});
    view.addBatch(test::batch({third}));

    auto *const requests = view.findChild<ExchangeModel *>();
    QTRY_COMPARE(requests->rowCount(), 1);
    const QString name = QStringLiteral("Violet phone");
    QCOMPARE(cell(*requests, 0, ExchangeModel::VisitorName), name);
    QCOMPARE(requests->index(0, 0).data(ExchangeModel::VisitorColourRole).toInt(), 2);
    QCOMPARE(view.findChild<FlowView *>()->log().laneName(2), name);
    QCOMPARE(cell(*page->findChild<VisitorModel *>(), 2, VisitorModel::Name), name);
    QCOMPARE(lesson->link()->findChild<QComboBox *>()->itemText(3), name);
    const QList<TextLabel *> labels = lesson->door()->findChildren<TextLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) {
        return label->text().contains(QStringLiteral("Violet phone asks"));
    }));
}

void TestVisitorsPage::anonymousPhonesOfOneAddressAreToldApart()
{
    SharingView view;
    view.resize(1180, 700);
    view.show();
    LessonCards *const lesson = view.panel()->lessonCards();
    lesson->setOn(true);
    const auto rename = [&] { // as its button does
        QTest::mouseClick(view.findChild<VisitorsPage *>()->tools()->findChild<QPushButton *>(),
                          Qt::LeftButton);
    };
    const auto isSaid = [&](const QString &text) {
        const QList<TextLabel *> labels = view.findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const TextLabel *label) { return label->text().contains(text); });
    };
    const auto waiting = [](const Exchange &exchange) {
        return WaitingRequest{exchange.id, exchange.visitor, exchange.requestHead, 0, WaitsFor::Teacher};
    };
    const QString one = exchange(1).visitor.toString();
    Exchange first = from(running(1, "/a.jpg", 0, 0), one, test::iPhone);
    Exchange second = from(running(2, "/b.jpg", 0, 0), one, test::windowsPc);
    for (Exchange *each : {&first, &second}) {
        each->status = 0;
        each->decisions = {decision::HeldAtDoor{}};
    }
    rename();
    lesson->door()->showWaiting({waiting(first), waiting(second)}); // before they are counted
    view.addBatch(test::batch({first, second}));

    QVERIFY(isSaid(QStringLiteral("Orange phone asks")));
    const auto *others = lesson->door()->findChild<QListWidget *>();
    QCOMPARE(others->item(0)->text(), QStringLiteral("Orange computer 2 asks GET /b.jpg"));
    const FlowLog &flow = view.findChild<FlowView *>()->log();
    QCOMPARE(flow.laneName(0), QStringLiteral("Orange phone"));
    QCOMPARE(flow.laneName(1), QStringLiteral("Orange computer 2"));
    const auto *whose = lesson->link()->findChild<QComboBox *>();
    QCOMPARE(whose->itemText(1), QStringLiteral("Orange phone and 1 more"));
    rename();
    QCOMPARE(whose->itemText(1), QStringLiteral("Everyone at %1 (2 devices)").arg(one));

    second.ending = Ending::VisitorLeft;
    second.at[size_t(Phase::Done)] = 1'000'000;
    lesson->door()->showWaiting({waiting(first)});
    view.addBatch(test::batch({second}));
    QVERIFY(isSaid(QStringLiteral("Windows PC · Edge gave up waiting.")));
    view.findChild<RequestViews *>()->live()->reveal(second); // what happened, in the inspector
    const auto told = [&] { return view.findChild<Inspector *>()->findChild<FittedText *>()->toPlainText(); };
    QVERIFY2(told().startsWith(QStringLiteral("Windows PC · Edge asked for")), qPrintable(told()));
    rename();
    QVERIFY2(told().startsWith(QStringLiteral("Orange computer 2 asked for")), qPrintable(told()));
    QVERIFY(isSaid(QStringLiteral("Orange computer 2 gave up waiting.")));
    QVERIFY(!isSaid(QStringLiteral("iPhone")));
    QVERIFY(!isSaid(QStringLiteral("Windows PC")));
}

void TestVisitorsPage::whoWentStaysInTheList()
{
    constexpr qint64 minute = 60'000;
    VisitorNames names;
    VisitorModel model(names);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({exchange(1, "/", 200, 4'000),
               from(running(2, "/boat.mp4", 5, 9), QStringLiteral("192.168.1.41"), test::windowsPc)});
    names.give(model.visitorAt(0), QStringLiteral("Maria"));
    const qint64 then = exchange(1).startedAt;
    const auto isDim = [&](int row) { return model.index(row, 0).data(ExchangeModel::DimRole).toBool(); };
    model.passTo(then + 4 * minute);
    QVERIFY(!isDim(0));
    model.passTo(then + 6 * minute);
    QVERIFY(isDim(0));
    QVERIFY(!isDim(1)); // is still sent something
    QCOMPARE(cell(model, 0, VisitorModel::Name), QStringLiteral("Maria"));
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("away"));
    QCOMPARE(cell(model, 0, VisitorModel::Requests), QStringLiteral("1"));
    QCOMPARE(cell(model, 0, VisitorModel::Received), QStringLiteral("4.0 KB"));
    QCOMPARE(cell(model, 0, VisitorModel::LastSeen), QStringLiteral("10:42:31"));
    model.passTo(then + 24 * 60 * minute);
    QCOMPARE(cell(model, 0, VisitorModel::LastSeen), QStringLiteral("18 Jul, 10:42"));
    Exchange again = exchange(3);
    again.startedAt += 24 * 60 * minute;
    model.add({again});
    QVERIFY(!isDim(0));
    QCOMPARE(model.rowCount(), 2);
}

void TestVisitorsPage::whoWasNotSeenForLongestLeavesFirst()
{
    VisitorNames names;
    VisitorModel model(names);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto forged = [](quint64 id) {
        return from(exchange(id), QStringLiteral("10.0.0.1"), "Forged" + QByteArray::number(id));
    };
    std::vector<Exchange> before{running(1, "/boat.mp4", 5, 9)};
    for (quint64 id = 2; id <= VisitorModel::MaxRows; ++id)
        before.push_back(forged(id));
    const QString maria = QStringLiteral("192.168.1.41");
    before[99] = from(exchange(100), maria, test::windowsPc);
    model.add(before);
    QCOMPARE(model.rowCount(), VisitorModel::MaxRows);
    std::vector<Exchange> after{from(exchange(5'000), maria, test::windowsPc)}; // seen again
    for (quint64 id = 5'001; id <= 5'100; ++id)
        after.push_back(forged(id));
    model.add(after);
    QVERIFY(model.rowCount() < VisitorModel::MaxRows);
    QCOMPARE(cell(model, 0, VisitorModel::Doing), QStringLiteral("receives /boat.mp4"));
    QCOMPARE(cell(model, 1, VisitorModel::Address), maria);
    QCOMPARE(cell(model, 1, VisitorModel::Requests), QStringLiteral("2"));
    QCOMPARE(model.visitorAt(model.rowCount() - 1).address, QHostAddress(QStringLiteral("10.0.0.1")));
    model.add({forged(2)}); // has gone, and comes as a new one
    QCOMPARE(cell(model, model.rowCount() - 1, VisitorModel::Requests), QStringLiteral("1"));
}

void TestVisitorsPage::recordingShowsItsOwnVisitors()
{
    VisitorNames names, recordedNames;
    VisitorsPage page(names);
    page.resize(900, 400);
    page.show();
    auto *model = page.findChild<QTableView *>()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    page.addBatch(test::batch({exchange(1)}));
    recordedNames.restore({{QHostAddress(QStringLiteral("192.168.1.41")), QStringLiteral("Windows PC · Edge"),
                            QStringLiteral("Ben")}},
                          false);
    const auto recorded = [](quint64 id) {
        return from(exchange(id), QStringLiteral("192.168.1.41"), test::windowsPc);
    };
    page.showRecording(QStringLiteral("Monday"), exchange(1).startedAt + 3'600'000, recordedNames);
    page.addRecorded({recorded(1)}, 1);
    page.addRecorded({recorded(2)}, 0);
    page.addBatch(test::batch({exchange(2), from(exchange(3), QStringLiteral("192.168.1.50"), test::tv)}));
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(cell(*model, 0, VisitorModel::Name), QStringLiteral("Ben"));
    QCOMPARE(cell(*model, 0, VisitorModel::Requests), QStringLiteral("2"));
    QCOMPARE(cell(*model, 0, VisitorModel::Doing), QStringLiteral("away")); // when it was saved
    auto *anonymise = page.tools()->findChild<QPushButton *>();
    anonymise->click();
    QVERIFY(recordedNames.isAnonymous());
    QVERIFY(!names.isAnonymous());

    QSignalSpy closed(&page, &VisitorsPage::recordingClosed);
    page.findChild<RecordingBanner *>()->findChild<QPushButton *>()->click();
    QCOMPARE(closed.size(), 1);
    page.showLive();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(cell(*model, 0, VisitorModel::Requests), QStringLiteral("2"));
    QCOMPARE(anonymise->text(), QStringLiteral("Anony&mise"));
    QVERIFY(!page.findChild<RecordingBanner *>()->isVisible());
}

void TestVisitorsPage::enterAndDoubleClickShowTheRequests()
{
    SharingView view;
    view.resize(1180, 700);
    view.show();
    view.addBatch(
        test::batch({exchange(1), from(exchange(2), QStringLiteral("192.168.1.41"), test::windowsPc)}));
    auto *page = view.findChild<VisitorsPage *>();
    QSignalSpy asked(page, &VisitorsPage::requestsRequested);
    auto *table = page->findChild<QTableView *>();
    table->setCurrentIndex(table->model()->index(1, VisitorModel::Requests));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    const auto *proxy = view.findChild<ExchangeFilterProxy *>();
    QCOMPARE(proxy->rowCount(), 1);
    QCOMPARE(proxy->exchangeAt(0).id, 2u);
}

/// It looked for the address anywhere in a request, and in every visitor's.
void TestVisitorsPage::enterShowsOneVisitorOnly_data()
{
    QTest::addColumn<bool>("isAnonymous");
    QTest::addRow("by name and address") << false;
    QTest::addRow("by colour") << true;
}

void TestVisitorsPage::enterShowsOneVisitorOnly()
{
    QFETCH(bool, isAnonymous);
    const auto address = QStringLiteral("192.168.1.4");
    SharingView view;
    view.show();
    view.addBatch(
        test::batch({from(exchange(1), address, test::windowsPc),
                     from(exchange(2, "/192.168.1.4"), QStringLiteral("192.168.1.40"), test::windowsPc),
                     from(exchange(3), address, test::iPhone), from(exchange(4), address, test::windowsPc),
                     from(exchange(5), QStringLiteral("192.168.1.41"), test::windowsPc)}));
    auto *names = view.findChild<VisitorNames *>();
    names->give({QHostAddress(address), QStringLiteral("iPhone · Safari")}, QStringLiteral("6\" phone"));
    names->setAnonymous(isAnonymous);
    auto *table = view.findChild<VisitorsPage *>()->findChild<QTableView *>();
    const auto *proxy = view.findChild<ExchangeFilterProxy *>();
    const auto shownAfterEnter = [&](int row) {
        table->setCurrentIndex(table->model()->index(row, VisitorModel::Requests));
        QTest::keyClick(table, Qt::Key_Return);
        std::vector<quint64> ids;
        for (int i = 0; i < proxy->rowCount(); ++i)
            ids.push_back(proxy->exchangeAt(i).id);
        return ids;
    };
    QCOMPARE(shownAfterEnter(0), (std::vector<quint64>{1, 4}));
    QCOMPARE(shownAfterEnter(1), (std::vector<quint64>{2}));
    QCOMPARE(shownAfterEnter(2), (std::vector<quint64>{3}));
    const QString typed = view.findChild<RequestTools *>()->filterText();
    QCOMPARE(typed.contains(address), !isAnonymous);
}

void TestVisitorsPage::requestsOfARecordedVisitorAreThoseOfTheRecording()
{
    SharingView view;
    view.resize(1180, 700);
    view.show();
    view.addBatch(test::batch({exchange(1), exchange(2)}));
    auto session = std::make_shared<Session>();
    session->exchanges = {from(exchange(1), QStringLiteral("192.168.1.41"), test::windowsPc), exchange(2)};
    view.showRecording(session, QStringLiteral("Monday"));
    auto *table = view.findChild<VisitorsPage *>()->findChild<QTableView *>();
    table->setCurrentIndex(table->model()->index(0, VisitorModel::Requests));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(view.requests()->shown() != view.requests()->live());
    QCOMPARE(view.requests()->shown()->findChild<ExchangeFilterProxy *>()->rowCount(), 1);
    view.requests()->backToLive();
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestVisitorsPage::columnsFitTheWindow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("named");
    QTest::addRow("window of 1180") << 880 << false;
    QTest::addRow("window of 1180, with names") << 880 << true;
    QTest::addRow("window of 900") << 600 << false;
    QTest::addRow("window of 900, with names") << 600 << true;
}

/// "Now" was cut off, and names were, beside empty room.
void TestVisitorsPage::columnsFitTheWindow()
{
    QFETCH(int, width);
    QFETCH(bool, named);
    VisitorNames names;
    VisitorsPage page(names);
    page.resize(width, 400);
    page.show();
    page.addBatch(test::batch({from(exchange(1), QStringLiteral("192.168.1.41"),
                                    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, "
                                    "like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36")}));
    if (named)
        names.give(page.findChild<VisitorModel *>()->visitorAt(0), QStringLiteral("Annegret from class 7b"));
    const auto *table = page.findChild<QTableView *>();
    const auto isRoomFor = [&](int column) {
        const int text = table->fontMetrics().horizontalAdvance(cell(*table->model(), 0, column));
        return table->columnWidth(column) >= text + 2 * RowDelegate::Padding;
    };
    QTRY_VERIFY(isRoomFor(VisitorModel::Name) || (named && width < 880));
    QVERIFY(isRoomFor(VisitorModel::Doing));
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    QVERIFY(table->columnViewportPosition(VisitorModel::Doing) + table->columnWidth(VisitorModel::Doing) <=
            table->viewport()->width());
}

void TestVisitorsPage::deviceIsLeftOutUntilAVisitorHasAName()
{
    VisitorNames names;
    VisitorsPage page(names);
    page.resize(880, 400);
    page.show();
    page.addBatch(test::batch({exchange(1)}));
    const auto *table = page.findChild<QTableView *>();
    QVERIFY(table->isColumnHidden(VisitorModel::Device));
    names.give(page.findChild<VisitorModel *>()->visitorAt(0), QStringLiteral("Maria"));
    QVERIFY(!table->isColumnHidden(VisitorModel::Device));
    names.setAnonymous(true);
    QVERIFY(table->isColumnHidden(VisitorModel::Device));
}

/// It said "1 visitor" of two phones behind one address.
void TestVisitorsPage::statusLineCountsAsTheListDoes()
{
    SharingView view;
    view.addBatch(test::batch({exchange(1)}));
    QVERIFY2(statusLine(view).startsWith(QStringLiteral("1 visitor 1 request ")),
             qPrintable(statusLine(view)));
    view.addBatch(test::batch({from(exchange(2), exchange(1).visitor.toString(), test::windowsPc)}));
    QCOMPARE(view.findChild<VisitorsPage *>()->findChild<QTableView *>()->model()->rowCount(), 2);
    QVERIFY2(statusLine(view).startsWith(QStringLiteral("2 visitors 2 requests ")),
             qPrintable(statusLine(view)));
}

/// It went on counting what was live: "10 visitors 173 requests" below a recording of one visitor.
void TestVisitorsPage::statusLineCountsTheRecordingWhileOneIsOpen()
{
    SharingView view;
    view.addBatch(test::batch({exchange(1), exchange(2)}));
    auto session = std::make_shared<Session>();
    session->exchanges = {exchange(1, "/", 200, 4'000),
                          from(exchange(2, "/", 200, 4'000), QStringLiteral("192.168.1.41"), test::windowsPc),
                          exchange(3, "/", 200, 4'000)};
    view.showRecording(session, QStringLiteral("Monday"));
    view.addBatch(test::batch({exchange(3)}));
    QVERIFY2(statusLine(view).startsWith(QStringLiteral("2 visitors 3 requests 12.0 KB ")),
             qPrintable(statusLine(view)));
    QVERIFY(statusLine(view).contains(QStringLiteral("in this recording")));
    view.requests()->backToLive();
    QVERIFY2(statusLine(view).startsWith(QStringLiteral("1 visitor 3 requests 3.0 KB ")),
             qPrintable(statusLine(view)));
    QVERIFY(!statusLine(view).contains(QStringLiteral("in this recording")));
}

QTEST_MAIN(TestVisitorsPage)
#include "tst_visitorspage.moc"
