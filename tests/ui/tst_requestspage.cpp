// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/session.h"
#include "tests/ui/requestswindow.h"
#include "ui/exchangemodel.h"
#include "ui/headview.h"
#include "ui/inspector.h"
#include "ui/requestexport.h"
#include "ui/rowdelegate.h"
#include "ui/segmentedswitch.h"
#include "ui/textlabel.h"
#include "ui/timingbar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFontDatabase>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

std::vector<Exchange> many(int count, quint64 firstId = 1)
{
    std::vector<Exchange> exchanges;
    for (int i = 0; i < count; ++i)
        exchanges.push_back(exchange(firstId + quint64(i), "/" + QByteArray::number(i) + ".html"));
    return exchanges;
}

} // namespace

class TestRequestsPage final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void rowAppearsAndIsUpdatedInPlace();
    void filterShowsMatchingRows();
    void escapeClearsTheFilter();
    void quickFilterShowsProblems();
    void pauseCountsWhatWaits();
    void oneIsToldOfAsOne();
    void aSessionHasWhatWaitsToo();
    void pauseHasAKeyOfItsOwn();
    void quickFiltersHaveTheirKeys_data();
    void quickFiltersHaveTheirKeys();
    void largeBatchComesInSlicesAndInOrder();
    void droppedRequestsAreSaid();
    void followsTheNewestUntilScrolledUp();
    void saysHowManyCameWhileNotFollowing();
    void clickOnHeaderSortsAndThirdClickEndsIt();
    void arrowsMoveTheInspector();
    void anOldRequestIsToldWithTheFolderOfItsTime();
    void whatCanBeDoneIsNeverCutOff_data();
    void whatCanBeDoneIsNeverCutOff();
    void copyingAsCurlSaysSo();
    void whatIsNoCommandIsNotCopied();
    void evictedRowStaysInTheInspector();
    void copiedRowsAreNeutralPlainText();
    void clearEmptiesTheTable();
    void exportWritesWhatIsShown();
    void failedExportSaysWhy();
    void stateIsRemembered();
    void hostileRequestIsPlainEverywhere();
    void fitsTheSmallestWindow();
    void columnsFitWhatTheyShow_data();
    void columnsFitWhatTheyShow();
    void looks_data();
    void looks();
};

void TestRequestsPage::initTestCase()
{
    if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) {
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(13 * 72 / 96.0);
        QApplication::setFont(font);
    }
    Theme::apply(false);
}

void TestRequestsPage::rowAppearsAndIsUpdatedInPlace()
{
    RequestsWindow window;
    window.page->addBatch(batch({running(1, "/film.mp4", 410, 1'000)}));
    QCOMPARE(window.rows()->rowCount(), 1);
    QCOMPARE(window.cell(0, ExchangeModel::Answer), QStringLiteral("200 sending 41%"));
    window.page->addBatch(batch({exchange(1, "/film.mp4", 200, 1'000)}));
    QCOMPARE(window.rows()->rowCount(), 1);
    QCOMPARE(window.cell(0, ExchangeModel::Answer), QStringLiteral("200 OK"));
    QCOMPARE(window.cell(0, ExchangeModel::Sent), QStringLiteral("1.0 KB"));
}

void TestRequestsPage::filterShowsMatchingRows()
{
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(window.focusWidget(), window.filterField());
    QTest::keyClicks(window.filterField(), QStringLiteral("lake iphone"));
    QTRY_COMPARE(window.rows()->rowCount(), 3);
    QTest::keyClick(window.filterField(), Qt::Key_Return);
    QCOMPARE(window.focusWidget(), window.table());
}

void TestRequestsPage::escapeClearsTheFilter()
{
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    window.filterField()->setText(QStringLiteral("nothing has this"));
    QTRY_COMPARE(window.rows()->rowCount(), 0);
    QTest::keyClick(window.table(), Qt::Key_Escape);
    QCOMPARE(window.rows()->rowCount(), 10);
    QCOMPARE(window.filterField()->text(), QString());

    window.filterField()->setText(QStringLiteral("404"));
    QTRY_COMPARE(window.rows()->rowCount(), 1);
    QTest::keyClick(window.filterField(), Qt::Key_Escape);
    QCOMPARE(window.rows()->rowCount(), 10);
}

void TestRequestsPage::quickFilterShowsProblems()
{
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    window.tools()->findChild<SegmentedSwitch *>()->choose(3);
    QCOMPARE(window.rows()->rowCount(), 2);
    window.page->addBatch(batch({exchange(20, "/gone", 404)}));
    QCOMPARE(window.rows()->rowCount(), 3);
}

void TestRequestsPage::pauseCountsWhatWaits()
{
    RequestsWindow window;
    window.page->addBatch(batch({running(1, "/film.mp4", 1, 100)}));
    QTest::mouseClick(window.pause(), Qt::LeftButton);
    QCOMPARE(window.pause()->text(), QStringLiteral("Resume"));
    window.page->addBatch(batch(many(1'234, 2)));
    QCOMPARE(window.rows()->rowCount(), 1);
    QCOMPARE(window.pause()->text(), QStringLiteral("Resume (1,234 waiting)"));
    window.page->addBatch(batch({exchange(1, "/film.mp4", 200, 100)}));
    QCOMPARE(window.cell(0, ExchangeModel::Answer), QStringLiteral("200 sending 1%"));
    QTest::mouseClick(window.pause(), Qt::LeftButton);
    QCOMPARE(window.rows()->rowCount(), 1'235);
    QCOMPARE(window.cell(0, ExchangeModel::Answer), QStringLiteral("200 OK"));
    QCOMPARE(window.pause()->text(), QStringLiteral("Pause"));
}

void TestRequestsPage::oneIsToldOfAsOne()
{
    RequestsWindow window;
    window.page->addBatch(batch({exchange(1, "/", 200, 1)}, 1));
    QCOMPARE(window.message(), QStringLiteral("1 request was not shown: too many at once."));
    QCOMPARE(window.rows()->index(0, ExchangeModel::Sent).data(Qt::ToolTipRole).toString(),
             QStringLiteral("<span>1 byte</span>"));
    QTest::mouseClick(window.pause(), Qt::LeftButton);
    window.page->addBatch(batch({exchange(2)}, 1));
    QCOMPARE(window.message(), QStringLiteral("2 requests were not shown: too many at once."));
    QCOMPARE(window.pause()->text(), QStringLiteral("Resume (1 waiting)"));
}

/// What came since the pause was left out.
void TestRequestsPage::aSessionHasWhatWaitsToo()
{
    RequestsWindow window;
    window.page->addBatch(batch({exchange(1), running(2, "/film.mp4", 1, 100)}));
    QTest::mouseClick(window.pause(), Qt::LeftButton);
    window.page->addBatch(batch({exchange(2, "/film.mp4", 200, 100), running(3, "/a", 1, 100)}));
    window.page->addBatch(batch({exchange(3, "/a", 200, 100), exchange(4)}));
    const std::vector<Exchange> saved = window.page->session().exchanges;
    QCOMPARE(saved.size(), size_t(4));
    for (size_t i = 0; i < saved.size(); ++i) {
        QCOMPARE(saved[i].id, i + 1);
        QCOMPARE(saved[i].ending, Ending::Complete);
    }
    QCOMPARE(window.pause()->text(), QStringLiteral("Resume (3 waiting)"));
    QTest::mouseClick(window.pause(), Qt::LeftButton);
    QCOMPARE(window.rows()->rowCount(), 4);
}

/// The keys went with the segments that a narrow window has no room for.
void TestRequestsPage::quickFiltersHaveTheirKeys_data()
{
    QTest::addColumn<int>("width");
    QTest::addRow("side by side") << 880;
    QTest::addRow("as a list") << 1; // as narrow as it gets
}

void TestRequestsPage::quickFiltersHaveTheirKeys()
{
    QFETCH(int, width);
    RequestsWindow window({width, 600});
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *segments = window.tools()->findChild<SegmentedSwitch *>();
    auto *list = window.tools()->findChild<QComboBox *>();
    QCOMPARE(segments->isVisible(), width == 880);
    QCOMPARE(list->isVisible(), width == 1);
    for (const int filter : {3, 1, 2, 0}) {
        QTest::keyClick(&window, Qt::Key(Qt::Key_1 + filter), Qt::AltModifier);
        QCOMPARE(segments->chosen(), filter);
        QCOMPARE(list->currentIndex(), filter);
    }
}

/// It was Ctrl+P, which prints on the flow page.
void TestRequestsPage::pauseHasAKeyOfItsOwn()
{
    RequestsWindow window;
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(!window.pause()->isChecked());
    for (const bool paused : {true, false}) {
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(window.pause()->isChecked(), paused);
    }
}

void TestRequestsPage::largeBatchComesInSlicesAndInOrder()
{
    RequestsWindow window;
    // As from two workers, one after the other.
    std::vector<Exchange> exchanges;
    for (quint64 worker : {0, 1}) {
        for (quint64 i = 0; i < 5'000; ++i)
            exchanges.push_back(exchange(2 * i + worker + 1));
    }
    window.page->addBatch(batch(std::move(exchanges)));
    QCOMPARE(window.rows()->rowCount(), int(RequestsPage::SliceSize));
    QTRY_COMPARE(window.rows()->rowCount(), 10'000);
    for (int row = 1; row < 10'000; ++row)
        QVERIFY(window.cell(row - 1, ExchangeModel::Time) <= window.cell(row, ExchangeModel::Time));
}

void TestRequestsPage::droppedRequestsAreSaid()
{
    RequestsWindow window;
    window.page->addBatch(batch({exchange(1)}));
    QCOMPARE(window.message(), QString());
    window.page->addBatch(batch({}, 3'000));
    window.page->addBatch(batch({}, 200));
    QCOMPARE(window.message(), QStringLiteral("3,200 requests were not shown: too many at once."));
}

void TestRequestsPage::followsTheNewestUntilScrolledUp()
{
    RequestsWindow window;
    QScrollBar *bar = window.table()->verticalScrollBar();
    window.page->addBatch(batch(many(100)));
    QTRY_VERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    window.page->addBatch(batch(many(50, 101)));
    QTRY_COMPARE(bar->value(), bar->maximum());

    bar->setValue(bar->maximum() - 200);
    QVERIFY(!window.action(QStringLiteral("Follow newest"))->isChecked());
    const int before = bar->value();
    window.page->addBatch(batch(many(50, 151)));
    QTRY_COMPARE(window.rows()->rowCount(), 200);
    QCOMPARE(bar->value(), before);

    bar->setValue(bar->maximum());
    QVERIFY(window.table()->isFollowing());
    bar->setValue(0);
    window.action(QStringLiteral("Follow newest"))->trigger();
    QCOMPARE(bar->value(), bar->maximum());
}

/// The table stood still, and only the menu knew how to go on.
void TestRequestsPage::saysHowManyCameWhileNotFollowing()
{
    RequestsWindow window;
    auto *newest = window.table()->findChild<QPushButton *>();
    window.page->addBatch(batch(many(100)));
    QScrollBar *bar = window.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QVERIFY(!newest->isVisible());
    bar->setValue(0);
    QVERIFY(newest->isVisible());
    QCOMPARE(newest->text(), QStringLiteral("Go on following"));
    window.page->addBatch(batch(many(126, 101)));
    QTRY_COMPARE(newest->text(), QStringLiteral("126 new ↓"));
    QVERIFY(window.table()->rect().contains(newest->geometry()));
    window.table()->sortByColumn(ExchangeModel::Took, Qt::DescendingOrder); // the end is not the newest
    QVERIFY(!newest->isVisible());
    window.table()->sortByColumn(-1, Qt::AscendingOrder);
    QVERIFY(newest->isVisible());
    window.filterField()->setText(QStringLiteral("nothing has this"));
    QTRY_COMPARE(newest->text(), QStringLiteral("Go on following"));
    window.tools()->clearFilter();
    QCOMPARE(newest->text(), QStringLiteral("126 new ↓"));
    QTest::mouseClick(newest, Qt::LeftButton);
    QVERIFY(!newest->isVisible());
    QVERIFY(window.action(QStringLiteral("Follow newest"))->isChecked());
    QCOMPARE(bar->value(), bar->maximum());
}

void TestRequestsPage::clickOnHeaderSortsAndThirdClickEndsIt()
{
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    QHeaderView *header = window.table()->horizontalHeader();
    const auto clickSent = [header] {
        const int left = header->sectionViewportPosition(ExchangeModel::Sent);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {left + 20, header->height() / 2});
    };
    clickSent();
    QCOMPARE(window.cell(0, ExchangeModel::Sent), QStringLiteral("0 B"));
    QCOMPARE(window.cell(9, ExchangeModel::Sent), QStringLiteral("8.0 MB"));
    clickSent();
    QCOMPARE(window.cell(0, ExchangeModel::Sent), QStringLiteral("8.0 MB"));
    clickSent();
    QCOMPARE(window.cell(0, ExchangeModel::Sent), QStringLiteral("14.2 KB"));
}

void TestRequestsPage::arrowsMoveTheInspector()
{
    RequestsWindow window;
    window.page->setFolderName(QStringLiteral("Summer 2026"));
    window.page->addBatch(batch(designExchanges()));
    window.table()->setCurrentIndex(window.rows()->index(1, 0));
    auto *inspector = window.page->findChild<Inspector *>();
    QVERIFY(inspector->toldText().contains(QStringLiteral("the folder Lake")));
    QTest::keyClick(window.table(), Qt::Key_Down);
    QCOMPARE(inspector->toldText(),
             QStringLiteral(
                 "iPhone · Safari asked for the photo beach.jpg. Porchlight found it in Summer 2026/Lake and "
                 "sent all 2.4 MB of it in 38 ms. The phone may keep this copy, but must ask each time "
                 "whether it changed."));
}

void TestRequestsPage::anOldRequestIsToldWithTheFolderOfItsTime()
{
    RequestsWindow window;
    Exchange takeout = exchange(1, "/Lake/beach.jpg");
    takeout.decisions = {decision::FoundFile{"Lake/beach.jpg", 1'000}};
    takeout.folder = QStringLiteral("Takeout");
    window.page->addBatch(batch({takeout}));
    window.page->setFolderName(QStringLiteral("Dine-in"));
    window.table()->setCurrentIndex(window.rows()->index(0, 0));
    const QString told = window.page->findChild<Inspector *>()->toldText();
    QVERIFY2(told.contains(QStringLiteral("found it in Takeout/Lake")), qPrintable(told));
}

void TestRequestsPage::whatCanBeDoneIsNeverCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("message");
    QTest::addRow("1180 x 760") << QSize(880, 695) << false;
    QTest::addRow("1180 x 760, with a message") << QSize(880, 695) << true;
    QTest::addRow("900 x 600") << QSize(600, 535) << false;
    QTest::addRow("900 x 600, with a message") << QSize(600, 535) << true;
}

/// Below a long story the buttons were cut off, and the times out of sight.
void TestRequestsPage::whatCanBeDoneIsNeverCutOff()
{
    QFETCH(QSize, size);
    QFETCH(bool, message);
    RequestsWindow window(size);
    Exchange told = exchange(1, "/?zip", 200, 2'900'000, 19);
    told.decisions = {decision::FoundFile{"Lake/beach.jpg", 2'900'000}, decision::SentBySendfile{}};
    told.folder = QStringLiteral("The summer in which we went to the lake and to the sea and up the hills");
    window.page->addBatch(batch({told}, message ? 9 : 0));
    window.table()->setCurrentIndex(window.rows()->index(0, 0));
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(window.message().isEmpty(), !message);
    int seen = 0;
    for (const auto *button : window.page->findChildren<QPushButton *>()) {
        if (!QStringList{QStringLiteral("Copy as curl"), QStringLiteral("Send again…"),
                         QStringLiteral("Show in Flo&w")}
                 .contains(button->text()))
            continue;
        ++seen;
        QCOMPARE(button->visibleRegion(), QRegion(button->rect()));
        QVERIFY(button->width() >= button->minimumSizeHint().width());
        QVERIFY(button->height() >= button->minimumSizeHint().height());
    }
    QCOMPARE(seen, 3);
    const auto *times = window.page->findChild<TimingBar *>();
    if (size.width() > 600)
        QTRY_COMPARE(times->visibleRegion(), QRegion(times->rect()));
}

/// Nothing happened for all one could see.
void TestRequestsPage::copyingAsCurlSaysSo()
{
    RequestsWindow window;
    Exchange known = exchange(2);
    known.requestHead.replace("\r\n\r\n", "\r\nCookie: visitor=7\r\n\r\n");
    window.page->addBatch(batch({exchange(1), known}));
    const auto said = [&] {
        for (const auto *label :
             window.page->findChild<Inspector *>()->actions()->findChildren<TextLabel *>())
            if (label->isVisible())
                return label->text();
        return QString();
    };
    window.table()->setCurrentIndex(window.rows()->index(0, 0));
    QCOMPARE(said(), QString());
    window.action(QStringLiteral("Copy as curl"))->trigger();
    QCOMPARE(said(), QStringLiteral("Copied"));
    window.table()->setCurrentIndex(window.rows()->index(1, 0));
    QCOMPARE(said(), QString());
    for (auto *button : window.page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Copy as curl"))
            button->click();
    }
    QCOMPARE(said(), QStringLiteral("Copied, the visitor’s cookie included"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Cookie: visitor=7")));
}

/// It emptied the clipboard, and said "Copied".
void TestRequestsPage::whatIsNoCommandIsNotCopied()
{
    RequestsWindow window;
    Exchange odd = exchange(1);
    odd.requestHead.replace("GET ", "G@T ");
    window.page->addBatch(batch({odd, exchange(2)}));
    QAction *const action = window.action(QStringLiteral("Copy as curl"));
    const QPushButton *button = nullptr;
    for (const auto *each : window.page->findChildren<QPushButton *>()) {
        if (each->text() == QStringLiteral("Copy as curl"))
            button = each;
    }
    for (const int row : {0, 1}) {
        window.table()->setCurrentIndex(window.rows()->index(row, 0));
        QVERIFY(button->isVisible());
        QCOMPARE(button->isEnabled(), row == 1);
        QCOMPARE(action->isEnabled(), row == 1);
    }
}

void TestRequestsPage::evictedRowStaysInTheInspector()
{
    RequestsWindow window;
    window.page->addBatch(batch({exchange(1, "/first.html")}));
    window.table()->setCurrentIndex(window.rows()->index(0, 0));
    window.page->addBatch(batch(many(100'000, 2)));
    QTRY_COMPARE_WITH_TIMEOUT(window.cell(0, ExchangeModel::AskedFor), QStringLiteral("GET /0.html"), 60'000);
    QCOMPARE(window.rows()->rowCount(), 100'000);
    QVERIFY(window.page->findChild<Inspector *>()->toldText().contains(QStringLiteral("first.html")));
}

void TestRequestsPage::copiedRowsAreNeutralPlainText()
{
    RequestsWindow window;
    Exchange formula = exchange(2);
    formula.requestHead = "=HYPERLINK(1) /x HTTP/1.1\r\n\r\n";
    window.page->addBatch(batch({exchange(1, "/a.html"), formula}));
    window.table()->selectAll();
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].split(QLatin1Char('\t')).at(ExchangeModel::AskedFor), QStringLiteral("GET /a.html"));
    QCOMPARE(lines[1].split(QLatin1Char('\t')).at(ExchangeModel::AskedFor),
             QStringLiteral("'=HYPERLINK(1) /x"));
}

void TestRequestsPage::clearEmptiesTheTable()
{
    RequestsWindow window;
    window.page->addBatch(batch(many(50), 7));
    window.action(QStringLiteral("Clear"))->trigger();
    QCOMPARE(window.rows()->rowCount(), 0);
    QCOMPARE(window.message(), QString());
    window.page->addBatch(batch({exchange(99)}));
    QCOMPARE(window.rows()->rowCount(), 1);
}

void TestRequestsPage::exportWritesWhatIsShown()
{
    QTemporaryDir folder;
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    window.tools()->findChild<SegmentedSwitch *>()->choose(3);
    auto *job = window.page->findChild<RequestExport *>();
    QSignalSpy exported(job, &RequestExport::saved);
    job->save(folder.filePath(QStringLiteral("r.csv")), ExportFormat::Csv);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(folder.filePath(QStringLiteral("r.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), 3);
    QVERIFY(text.contains(",GET,/old-page.html,404,404 Not Found,1100,"));
    QCOMPARE(window.message(), QStringLiteral("2 requests were saved to r.csv."));
}

void TestRequestsPage::failedExportSaysWhy()
{
    RequestsWindow window;
    window.page->addBatch(batch(designExchanges()));
    auto *job = window.page->findChild<RequestExport *>();
    QSignalSpy exported(job, &RequestExport::saved);
    job->save(QStringLiteral("/proc/no-such-folder/r.log"), ExportFormat::CommonLog);
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY2(window.message().startsWith(QStringLiteral("r.log could not be saved: ")),
             qPrintable(window.message()));
}

void TestRequestsPage::stateIsRemembered()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    {
        RequestsWindow window;
        window.table()->horizontalHeader()->resizeSection(ExchangeModel::VisitorName, 211);
        window.table()->sortByColumn(ExchangeModel::Took, Qt::DescendingOrder);
        window.page->saveState(settings);
    }
    RequestsWindow window;
    window.page->restoreState(settings);
    QCOMPARE(window.table()->columnWidth(ExchangeModel::VisitorName), 211);
    QCOMPARE(window.table()->horizontalHeader()->sortIndicatorSection(), int(ExchangeModel::Took));
    window.page->addBatch(batch({exchange(1, "/", 200, 1, 5), exchange(2, "/", 200, 1, 9)}));
    QCOMPARE(window.cell(0, ExchangeModel::Took), QStringLiteral("9 ms"));
}

void TestRequestsPage::hostileRequestIsPlainEverywhere()
{
    RequestsWindow window;
    Exchange hostile = exchange(1);
    hostile.requestHead =
        "GET /<img/src=x>\x1b[31m\xe2\x80\xae HTTP/1.1\r\nX-\x1b: <img src=x>\xe2\x80\xaegpj\r\n"
        "User-Agent: \x1b]0;<img>\x07\r\n\r\n";
    hostile.decisions = {decision::FoundFile{"<img>\x1b\xe2\x80\xae/a", 1}};
    window.page->addBatch(batch({hostile}));
    window.table()->setCurrentIndex(window.rows()->index(0, 0));
    QStringList shown;
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column) {
        for (const int role :
             {int(Qt::DisplayRole), int(ExchangeModel::MethodRole), int(ExchangeModel::TargetRole)})
            shown += window.rows()->index(0, column).data(role).toString();
        const QString tip = window.rows()->index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
        shown += tip;
    }
    for (auto *edit : window.page->findChildren<HeadView *>())
        shown += edit->toPlainText().remove(QLatin1Char('\n'));
    shown += window.page->findChild<Inspector *>()->toldText();
    window.table()->selectAll();
    QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier);
    shown += QApplication::clipboard()->text().remove(QLatin1Char('\t'));
    for (const QString &text : shown) {
        for (const QChar c : text)
            QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format,
                     qPrintable(text));
    }
    const QString request = window.page->findChildren<HeadView *>().first()->toPlainText();
    QVERIFY2(request.contains(QStringLiteral("<img src=x>\\u202Egpj")), qPrintable(request));
    QVERIFY(window.cell(0, ExchangeModel::AskedFor).contains(QStringLiteral("<img/src=x>\\x1B[31m\\u202E")));
}

void TestRequestsPage::fitsTheSmallestWindow()
{
    RequestsWindow window({600, 480});
    window.page->addBatch(batch(designExchanges()));
    QVERIFY2(window.minimumSizeHint().width() <= 600,
             qPrintable(QString::number(window.minimumSizeHint().width())));
    QCOMPARE(window.width(), 600);
    QCOMPARE(window.table()->horizontalScrollBar()->maximum(), 0);
    QVERIFY(window.table()->columnWidth(ExchangeModel::AskedFor) >= 60);
}

void TestRequestsPage::columnsFitWhatTheyShow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Exchange>("shown");
    QTest::addColumn<int>("column");
    Exchange android = exchange(1);
    android.requestHead.replace(test::iPhone, "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 "
                                              "(KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36");
    Exchange stream = running(2, "/events", 0, 0);
    stream.events = 1'234'567;
    QTest::addRow("a visitor's name") << 880 << android << int(ExchangeModel::VisitorName);
    QTest::addRow("an open stream") << 880 << stream << int(ExchangeModel::Answer);
    QTest::addRow("a visitor's name, in a small window") << 600 << android << int(ExchangeModel::VisitorName);
    QTest::addRow("an open stream, in a small window") << 600 << stream << int(ExchangeModel::Answer);
    QTest::addRow("a minute, in a small window")
        << 600 << exchange(3, "/boat.mp4", 200, 1'000, 72'000) << int(ExchangeModel::Took);
}

/// Names were cut beside empty room.
void TestRequestsPage::columnsFitWhatTheyShow()
{
    QFETCH(int, width);
    QFETCH(Exchange, shown);
    QFETCH(int, column);
    RequestsWindow window({width, 695});
    window.page->addBatch(batch({shown}));
    const RequestTable *table = window.table();
    const int text = table->fontMetrics().horizontalAdvance(window.cell(0, column));
    QTRY_VERIFY2(table->columnWidth(column) >= text + 2 * RowDelegate::Padding,
                 qPrintable(window.cell(0, column)));
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    QVERIFY(table->columnWidth(ExchangeModel::AskedFor) >= 100);
}

void TestRequestsPage::looks_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addRow("light") << false << QSize(880, 695);
    QTest::addRow("dark") << true << QSize(880, 695);
    QTest::addRow("light small") << false << QSize(600, 515);
}

/// For the eye: with PORCHLIGHT_SCREENSHOTS set to a folder the pictures stay there.
void TestRequestsPage::looks()
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Theme::apply(dark);
    RequestsWindow window(size);
    window.page->setFolderName(QStringLiteral("Summer 2026"));
    window.page->addBatch(batch(designExchanges()));
    window.table()->setCurrentIndex(window.rows()->index(2, 0));
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QImage picture = window.grab().toImage();
    if (const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS"); !folder.isEmpty()) {
        const QString name =
            QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-'));
        QVERIFY(picture.save(folder + QStringLiteral("/requests-") + name + QStringLiteral(".png")));
    }
    const auto shows = [&](const QColor &colour) {
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    };
    const Theme &theme = Theme::current();
    QCOMPARE(theme.isDark, dark);
    QVERIFY(shows(theme.accent));
    if (size.height() > 600) { // all rows are seen
        for (const Theme::Pill &pill : {theme.success, theme.redirect, theme.clientError, theme.running})
            QVERIFY(shows(pill.background));
        QVERIFY(shows(theme.selection));
    }
    Theme::apply(false);
}

QTEST_MAIN(TestRequestsPage)
#include "tst_requestspage.moc"
