// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exchanges.h"
#include "ui/exchangefilterproxy.h"
#include "ui/exchangemodel.h"
#include "ui/sharingview.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitormodel.h"
#include "ui/visitors/visitorspage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
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
    return {QHostAddress(0xC0A80128u + quint32(number)), device, number % Visitors::Colours, number};
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
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
    void forgedVisitorsFillOnlySoMuch();
    void enterAndDoubleClickShowTheRequests();
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
    const auto *model = page.findChild<QTableView *>()->model();
    for (int column = 0; column < model->columnCount(); ++column) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)}) {
            const QString text = model->index(0, column).data(role).toString();
            QVERIFY(!text.contains(QStringLiteral("192.168")));
            QVERIFY(!text.contains(QStringLiteral("iPhone")));
        }
    }
    names.setAnonymous(false);
    QVERIFY(!anonymise->isChecked());
}

void TestVisitorsPage::forgedVisitorsFillOnlySoMuch()
{
    VisitorNames names;
    VisitorModel model(names);
    std::vector<Exchange> forged;
    for (int i = 0; i < Visitors::MaxVisitors + 50; ++i)
        forged.push_back(
            from(exchange(quint64(i + 1)), QStringLiteral("10.0.0.1"), "Forged" + QByteArray::number(i)));
    model.add(forged);
    QCOMPARE(model.rowCount(), Visitors::MaxVisitors);
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
    QCOMPARE(asked.front().front().toString(), QStringLiteral("192.168.1.41"));
    const auto *proxy = view.findChild<ExchangeFilterProxy *>();
    QCOMPARE(proxy->rowCount(), 1);
    QCOMPARE(proxy->exchangeAt(0).id, 2u);
}

QTEST_MAIN(TestVisitorsPage)
#include "tst_visitorspage.moc"
