// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fulldisk.h"
#include "tests/ui/flowexchanges.h"
#include "ui/flow/flowbrackets.h"
#include "ui/flow/flowpage.h"
#include "ui/flow/flowpainter.h"
#include "ui/flow/flowpicture.h"
#include "ui/flow/flowplayback.h"
#include "ui/flow/flowplaybar.h"
#include "ui/flow/flowsaving.h"
#include "ui/flow/flowscrubber.h"
#include "ui/flow/flowtools.h"
#include "ui/flow/flowview.h"
#include "ui/humanunits.h"
#include "ui/messagebar.h"
#include "ui/segmentedswitch.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/visitornames.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace porchlight;
using namespace porchlight::test;

namespace {

/// The page below its tools, as the window arranges them.
class FlowWindow final : public QWidget
{
public:
    explicit FlowWindow(QSize size = {880, 700})
        : page(new FlowPage)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(page->tools());
        column->addWidget(page, 1);
        page->setFolderName(QStringLiteral("Summer 2026"));
        page->setReducedMotion(true);
        resize(size);
        show();
    }

    FlowView *view() const { return page->findChild<FlowView *>(); }
    QSlider *scrubber() const { return page->findChild<QSlider *>(); }
    QPushButton *button(const QString &text) const
    {
        for (auto *each : findChildren<QPushButton *>())
            if (each->text().remove(QLatin1Char('&')).contains(text))
                return each;
        return nullptr;
    }
    QComboBox *visits() const
    {
        for (auto *each : page->findChildren<QComboBox *>())
            if (each->accessibleName() == QLatin1String("Page visit"))
                return each;
        return nullptr;
    }
    /// The middle of a lane's card, on the viewport.
    QPoint card(int lane) const
    {
        const double unit = QFontInfo(view()->font()).pixelSize() / 13.0;
        FlowLayout layout;
        layout.setAvailableWidth(view()->log(), view()->viewport()->width() / unit);
        return {qRound(layout.laneX(lane) * unit),
                qRound((FlowLayout::CardTop + FlowLayout::CardHeight / 2) * unit)};
    }
    bool says(const QString &text) const
    {
        for (auto *each : page->findChildren<TextLabel *>())
            if (each->isVisibleTo(page) && each->text().contains(text))
                return true;
        return false;
    }
    /// Arrows that are to be seen, by the diagram's own drawing.
    int shown() const
    {
        auto *playback = page->findChild<FlowPlayback *>();
        return int(playback->isLoaded() ? playback->timeline().reached(playback->moment()) : 0);
    }

    FlowPage *const page;
};

std::vector<Exchange> manyExchanges(int count)
{
    std::vector<Exchange> all;
    for (int i = 1; i <= count; ++i)
        all.push_back(exchange(quint64(i), "/p" + QByteArray::number(i) + ".jpg"));
    return all;
}

/// For the eye: with PORCHLIGHT_SCREENSHOTS set to a folder the pictures stay there, light and dark.
void keepPicture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (const bool dark : {true, false}) {
        Theme::apply(dark);
        QCoreApplication::processEvents(); // all have heard of it
        const QString theme = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(widget.grab().save(folder + QStringLiteral("/flow-") + QLatin1String(name) + theme));
    }
}

} // namespace

class FlowPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { Theme::apply(false); }
    void saysWhatToDoWhenNothingCame();
    void followsTheNewestUntilScrolledUp();
    void staysInPlaceWhileOldOnesGo();
    void onePageVisitIsChosenFromAList();
    void aVisitGoesOnGrowing();
    void playsAndEndsAsItWas();
    void aReplayStaysInPlaceInAnotherSize();
    void aReplayStaysInPlaceWhileNewOnesCome();
    void playsAsFastAsChosen();
    void whatIsTooFastToSeePlaysSlowly();
    void stepsThroughEveryMessage();
    void scrubsToAnyMoment();
    void oldArrowsEndAtTheFolderOfTheirTime();
    void liveWaitsWhileItIsReplayed();
    void aRecordingNeedsNoServer();
    void aRecordingSaysWhatIsNotShownOfIt();
    void visitorsAreCalledAsTheTeacherWants();
    void anExchangeIsBroughtIntoSight();
    void aClickOnACardShowsOnlyThatVisitor();
    void anArrowInTheSharedLaneSaysWhose();
    void arrowKeysChooseAndEnterOpens();
    void aClickOpensTheExchange();
    void zooms();
    void everyControlHasANameAndIsReachable();
    void newPacketsTravelAndTheClockStops();
    void nothingMovesWhereMotionIsReduced();
    void savesPng();
    void theQuestionWhereToSaveOutlivesWhatIsShown();
    void looksLikeThePicture();
    void everyVisitorIsCalledTheClient();
    void aNarrowBarSumsUpInBrief();
    void whatOverlapsStandsInABracket();
    void aBracketsWordsStandBetweenOthersArrows();
    void whatOverlapsIsTold();
    void aBracketEndsWhereAReplayStands();
    void aNumberStaysWithItsNoun();
    void aNameIsBoldToItsEnd();
    void savesSvg();
    void aPictureThatWouldBeTooTallKeepsTheNewest();
    void prints();
};

void FlowPageTest::saysWhatToDoWhenNothingCame()
{
    FlowWindow w;
    QVERIFY(!w.button(QStringLiteral("Play"))->isEnabled());
    QTest::keyClick(w.view(), Qt::Key_Down); // nothing to choose
    QVERIFY(!w.view()->chosen());
    QVERIFY(!w.view()->grab().isNull());
}

void FlowPageTest::followsTheNewestUntilScrolledUp()
{
    FlowWindow w;
    const auto *bar = w.view()->verticalScrollBar();
    w.page->addBatch(batch(manyExchanges(50)));
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    w.view()->verticalScrollBar()->setValue(100);
    QVERIFY(!w.view()->isFollowing());
    w.page->addBatch(batch({exchange(60)}));
    QCOMPARE(bar->value(), 100);
    QTest::mouseClick(w.button(QStringLiteral("following")), Qt::LeftButton);
    QCOMPARE(bar->value(), bar->maximum());
    w.page->addBatch(batch({exchange(61)}));
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(!w.button(QStringLiteral("following"))->isVisible());
}

void FlowPageTest::staysInPlaceWhileOldOnesGo()
{
    FlowWindow w;
    FlowLog log(FlowLog::Pace::Every);
    log.add(manyExchanges(FlowLog::MaxEntries));
    w.view()->showLog(log, true);
    const quint64 watched = 500;
    w.view()->verticalScrollBar()->setValue(30'000);
    const QPoint before = w.view()->pointOf({watched, 0});
    std::vector<Exchange> more;
    for (quint64 id = 3'000; id < 3'100; ++id)
        more.push_back(exchange(id));
    w.view()->noteChanges(log.add(more));
    QCOMPARE(log.first(), quint64(100));
    QVERIFY((w.view()->pointOf({watched, 0}) - before).manhattanLength() <= 1);
}

void FlowPageTest::onePageVisitIsChosenFromAList()
{
    FlowWindow w;
    std::vector<Exchange> all = flowExchanges();
    Exchange other = exchange(9, "/");
    other.visitor = QHostAddress(QStringLiteral("192.168.1.77"));
    other.startedAt = all.back().startedAt + 1'000;
    all.push_back(other);
    w.page->addBatch(batch(all));
    QTest::mouseClick(w.button(QStringLiteral("One page visit")), Qt::LeftButton);
    QCOMPARE(w.visits()->count(), 2);
    QVERIFY(w.visits()->isVisible());
    QCOMPARE(w.view()->log().end(), quint64(1)); // the latest
    w.visits()->setCurrentIndex(1);
    QVERIFY(w.visits()->currentText().contains(QStringLiteral("/Lake/ · 4 requests")));
    QCOMPARE(w.view()->log().end(), quint64(4));
    QVERIFY(w.says(QStringLiteral("1 page · 1 HTML + 2 photos + 1 picture")));
    QTest::mouseClick(w.button(QStringLiteral("Follow live")), Qt::LeftButton);
    QCOMPARE(w.view()->log().end(), quint64(5));
    QVERIFY(!w.visits()->isVisible());
}

void FlowPageTest::aVisitGoesOnGrowing()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    QTest::mouseClick(w.button(QStringLiteral("One page visit")), Qt::LeftButton);
    QCOMPARE(w.view()->log().end(), quint64(4));
    QVERIFY(w.view()->log().at(3).exchange.isRunning());
    Exchange answered = exchange(4, "/Lake/pier.jpg");
    answered.startedAt = flowExchanges().back().startedAt;
    Exchange next = withField(exchange(5, "/Lake/late.jpg"), "Referer: http://192.168.1.23:8080/Lake/");
    w.page->addBatch(batch({answered, next}));
    QTRY_COMPARE(w.view()->log().end(), quint64(5));
    QVERIFY(!w.view()->log().at(3).exchange.isRunning());
}

void FlowPageTest::playsAndEndsAsItWas()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    auto *playback = w.page->findChild<FlowPlayback *>();
    w.page->findChild<FlowPlayBar *>()->findChild<QComboBox *>()->setCurrentText(QStringLiteral("2 ×"));
    QTest::mouseClick(w.button(QStringLiteral("Play")), Qt::LeftButton);
    QVERIFY(playback->isPlaying());
    QVERIFY(w.button(QStringLiteral("Pause")));
    QVERIFY(w.scrubber()->value() < w.scrubber()->maximum());
    playback->advance(35'000'000); // the second request has begun at 60 ms
    QVERIFY(w.shown() > 4);
    const auto *knob = w.page->findChild<FlowScrubber *>();
    const auto said = [knob] { return knob->accessibleDescription(); };
    QCOMPARE(said(), humanDuration(playback->moment()));
    QTest::mouseClick(w.button(QStringLiteral("Pause")), Qt::LeftButton);
    playback->seek(0);
    QCOMPARE(said(), QStringLiteral("0 ms"));
    QVERIFY(!playback->isPlaying());
    QTest::mouseClick(w.button(QStringLiteral("Play")), Qt::LeftButton);
    playback->advance(10'000'000'000);
    QVERIFY(!playback->isPlaying() && !playback->isLoaded());
    QCOMPARE(w.scrubber()->value(), w.scrubber()->maximum());
    QCOMPARE(said(), QString());
}

void FlowPageTest::aReplayStaysInPlaceInAnotherSize()
{
    FlowWindow w;
    w.page->addBatch(batch(manyExchanges(30)));
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    QCOMPARE(w.view()->verticalScrollBar()->value(), 0);
    w.resize(880, 600);
    QCoreApplication::processEvents();
    QCOMPARE(w.view()->verticalScrollBar()->value(), 0);
}

/// Each new request threw the diagram to its end, away from what was shown.
void FlowPageTest::aReplayStaysInPlaceWhileNewOnesCome()
{
    FlowWindow w;
    w.page->addBatch(batch(manyExchanges(30)));
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    QCOMPARE(w.view()->verticalScrollBar()->value(), 0);
    w.page->addBatch(batch({exchange(100)}));
    QCOMPARE(w.view()->verticalScrollBar()->value(), 0);
    QTest::mouseClick(w.button(QStringLiteral("Back to live")), Qt::LeftButton);
    w.page->addBatch(batch({exchange(101)}));
    QCOMPARE(w.view()->verticalScrollBar()->value(), w.view()->verticalScrollBar()->maximum());
}

void FlowPageTest::playsAsFastAsChosen()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    auto *playback = w.page->findChild<FlowPlayback *>();
    const auto reached = [&](const QString &speed) {
        auto *choice = w.page->findChild<FlowPlayBar *>()->findChild<QComboBox *>();
        choice->setCurrentText(speed);
        QTest::mouseClick(w.button(QStringLiteral("Play")), Qt::LeftButton);
        playback->advance(7'000'000);
        QTest::mouseClick(w.button(QStringLiteral("Pause")), Qt::LeftButton);
        const int shown = w.shown();
        playback->unload();
        return shown;
    };
    const int slow = reached(QStringLiteral("1/10 ×"));
    QVERIFY(reached(QStringLiteral("10 ×")) > slow);
}

void FlowPageTest::whatIsTooFastToSeePlaysSlowly()
{
    FlowWindow w;
    auto *speed = w.page->findChild<FlowPlayBar *>()->findChild<QComboBox *>();
    auto *playback = w.page->findChild<FlowPlayback *>();
    const auto play = [&] {
        QTest::mouseClick(w.button(QStringLiteral("Play")), Qt::LeftButton);
        QTest::mouseClick(w.button(QStringLiteral("Pause")), Qt::LeftButton);
    };
    w.page->addBatch(batch({exchange(1, "/a.jpg", 200, 1'000, 150)})); // milliseconds
    play();
    const double seconds = double(playback->timeline().duration()) / 1e9 / playback->speed();
    QVERIFY2(seconds >= 7.5 && seconds <= 20, qPrintable(QString::number(seconds)));
    playback->unload();
    speed->setCurrentText(QStringLiteral("1 ×")); // is kept
    play();
    QCOMPARE(playback->speed(), 1.0);
}

void FlowPageTest::stepsThroughEveryMessage()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    size_t messages = 0;
    for (quint64 serial = 0; serial < w.view()->log().end(); ++serial)
        messages += w.view()->log().at(serial).story.size();
    auto *playback = w.page->findChild<FlowPlayback *>();
    for (size_t i = 1; i < messages; ++i) {
        QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
        QCOMPARE(size_t(w.shown()), i);
    }
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    QVERIFY(!playback->isLoaded()); // the last one: all is shown
}

void FlowPageTest::scrubsToAnyMoment()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    w.scrubber()->setValue(0);
    QCOMPARE(w.shown(), 1);
    w.scrubber()->setValue(w.scrubber()->maximum() / 2);
    const int half = w.shown();
    QVERIFY(half > 1);
    QCOMPARE(w.scrubber()->value(), w.scrubber()->maximum() / 2);
    w.scrubber()->setValue(w.scrubber()->maximum());
    QVERIFY(!w.page->findChild<FlowPlayback *>()->isLoaded());
}

void FlowPageTest::oldArrowsEndAtTheFolderOfTheirTime()
{
    FlowWindow w;
    const auto read = [](quint64 id, const char *folder) {
        return sharedFrom(withDecisions(exchange(id, "/a.html"), {decision::FoundFile{"a.html", 9}}), folder);
    };
    w.page->addBatch(batch({read(1, "Takeout")}));
    w.page->setFolderName(QStringLiteral("Dine-in"));
    w.page->addBatch(batch({read(2, "Dine-in")}));
    QCOMPARE(w.view()->describe({0, 1}), QStringLiteral("Porchlight to Takeout: read a.html"));
    QCOMPARE(w.view()->describe({1, 1}), QStringLiteral("Porchlight to Dine-in: read a.html"));
    keepPicture(w, "folders");
}

void FlowPageTest::liveWaitsWhileItIsReplayed()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    w.page->addBatch(batch({exchange(20)}));
    QCOMPARE(w.shown(), 1);
    QVERIFY(w.says(QStringLiteral("Showing again")));
    QTest::mouseClick(w.button(QStringLiteral("Back to live")), Qt::LeftButton);
    QVERIFY(!w.page->findChild<FlowPlayback *>()->isLoaded());
    QVERIFY(!w.says(QStringLiteral("Showing again")));
    QCOMPARE(w.view()->log().end(), quint64(5));
}

void FlowPageTest::aRecordingNeedsNoServer()
{
    FlowWindow w;
    w.page->showRecording(QStringLiteral("A page and its photos"), QStringLiteral("Lake"));
    w.page->addRecorded(flowExchanges(), 0);
    QVERIFY(w.says(QStringLiteral("Recording: A page and its photos")));
    QCOMPARE(w.view()->log().end(), quint64(4));
    w.page->addBatch(batch({exchange(20)})); // goes on behind it
    QCOMPARE(w.view()->log().end(), quint64(4));
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    QCOMPARE(w.shown(), 1);
    QTest::mouseClick(w.button(QStringLiteral("One page visit")), Qt::LeftButton);
    QVERIFY(w.visits()->currentText().contains(QStringLiteral("/Lake/ · 4 requests")));
    QCOMPARE(w.view()->log().end(), quint64(4));
    QTest::mouseClick(w.button(QStringLiteral("Whole recording")), Qt::LeftButton);
    QSignalSpy closed(w.page, &FlowPage::recordingClosed);
    QTest::mouseClick(w.button(QStringLiteral("Close the recording")), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
    QVERIFY(w.button(QStringLiteral("Follow live")));
    QCOMPARE(w.view()->log().end(), quint64(1));
    w.page->showRecording(QStringLiteral("Nothing"));
    QVERIFY(!w.button(QStringLiteral("Play"))->isEnabled());
}

/// Its beginning was missing, and nothing said so.
void FlowPageTest::aRecordingSaysWhatIsNotShownOfIt()
{
    FlowWindow w;
    const std::vector<Exchange> all = manyExchanges(FlowLog::MaxEntries + 500);
    w.page->showRecording(QStringLiteral("A long day"));
    w.page->addRecorded({all.begin(), all.begin() + 400}, FlowLog::MaxEntries + 100);
    QTRY_VERIFY(w.says(QStringLiteral("still to come")));
    w.page->addRecorded({all.begin() + 400, all.end()}, 0);
    QVERIFY(w.says(QStringLiteral("Recording: A long day · the last 2,000 of 2,500 requests")));
    keepPicture(w, "part");
    w.page->showRecording(QStringLiteral("A short day"));
    w.page->addRecorded(flowExchanges(), 0);
    QVERIFY(w.says(QStringLiteral("A short day")));
    QVERIFY(!w.says(QStringLiteral("the last")));
}

void FlowPageTest::visitorsAreCalledAsTheTeacherWants()
{
    VisitorNames names;
    FlowWindow w;
    w.page->useNames(names);
    Exchange other = exchange(5, "/");
    other.visitor = QHostAddress(QStringLiteral("192.168.1.77"));
    w.page->addBatch(batch(flowExchanges()));
    w.page->addBatch(batch({other}));
    Visitors visitors;
    names.give(visitors.describe(other), QStringLiteral("Mia"));
    QCOMPARE(w.view()->log().laneName(1), QStringLiteral("Mia"));
    names.setAnonymous(true);
    QCOMPARE(w.view()->log().laneName(0), QStringLiteral("Orange phone"));
    QTest::mouseClick(w.button(QStringLiteral("One page visit")), Qt::LeftButton);
    QVERIFY(w.visits()->itemText(0).contains(QStringLiteral("Blue phone"))); // the colour of the live diagram
    QCOMPARE(w.view()->log().laneName(0), QStringLiteral("Blue phone"));
}

void FlowPageTest::anExchangeIsBroughtIntoSight()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    std::vector<Exchange> later;
    for (quint64 id = 1'000; id < 1'060; ++id)
        later.push_back(exchange(id, "/later.jpg"));
    w.page->addBatch({later, 0});
    const quint64 first = flowExchanges().front().id;
    w.page->reveal(first);
    const auto chosen = w.view()->chosen();
    QVERIFY(chosen);
    QCOMPARE(w.view()->log().at(chosen->serial).exchange.id, first);
    QVERIFY(w.view()->viewport()->rect().contains(w.view()->pointOf(*chosen)));
    QVERIFY(!w.view()->isFollowing());
    w.page->reveal(99'999);
    QVERIFY(w.page->findChild<MessageBar *>()->text().contains(QStringLiteral("not in the diagram")));
}

void FlowPageTest::aClickOnACardShowsOnlyThatVisitor()
{
    FlowWindow w;
    const auto from = [](quint64 id, int host) {
        Exchange asked = exchange(id, "/" + QByteArray::number(id));
        asked.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(host));
        return asked;
    };
    w.page->addBatch(batch({from(1, 41), from(2, 42), from(3, 41)}));
    QTest::mouseClick(w.view()->viewport(), Qt::LeftButton, {}, w.card(1));
    QCOMPARE(w.view()->log().end(), quint64(1));
    QCOMPARE(w.view()->log().at(0).exchange.id, quint64(2));
    QVERIFY(w.says(QStringLiteral("Only iPhone · Safari")));
    w.page->addBatch(batch({from(4, 42), from(5, 41)}));
    QTRY_COMPARE(w.view()->log().end(), quint64(2));
    QVERIFY(w.view()->isFollowing());
    keepPicture(w, "one-visitor");
    QTest::mouseClick(w.button(QStringLiteral("Show everyone")), Qt::LeftButton);
    QCOMPARE(w.view()->log().end(), quint64(5));
    QTest::keyClick(w.view(), Qt::Key_Home);
    QTest::keyClick(w.view(), Qt::Key_Down);
    QTest::keyClick(w.view(), Qt::Key_Space);
    QCOMPARE(w.view()->log().end(), quint64(3)); // of the first
}

void FlowPageTest::anArrowInTheSharedLaneSaysWhose()
{
    FlowWindow w;
    std::vector<Exchange> many;
    for (int i = 0; i < 26; ++i) {
        many.push_back(exchange(quint64(i) + 1, "/menu"));
        many.back().visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(40 + i));
        many.back().requestHead.replace(iPhone, i % 2 ? tv : iPhone);
    }
    w.page->addBatch(batch(many));
    const FlowLog &log = w.view()->log();
    const FlowEntry &shared = log.at(25), &own = log.at(0);
    QCOMPARE(log.captionOf(shared, shared.story.front()),
             log.visitorName(shared) + QStringLiteral(": “May I have the menu page?”"));
    QVERIFY(log.captionOf(shared, shared.story.back()).startsWith(QStringLiteral("→ TV")));
    QCOMPARE(log.captionOf(own, own.story.front()), own.story.front().caption);
    keepPicture(w, "class");
}

void FlowPageTest::arrowKeysChooseAndEnterOpens()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    QSignalSpy opened(w.page, &FlowPage::exchangeChosen);
    QTest::keyClick(w.view(), Qt::Key_Home);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(w.view(), Qt::Key_Down);
    QCOMPARE(w.view()->chosen(), std::optional(FlowPlace{1, 0}));
    QCOMPARE(w.view()->accessibleDescription(),
             QStringLiteral("iPhone · Safari to Porchlight: GET /Lake/beach.jpg"));
    QTest::keyClick(w.view(), Qt::Key_Up);
    QCOMPARE(w.view()->chosen(), std::optional(FlowPlace{0, 3}));
    QTest::keyClick(w.view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<Exchange>().id, quint64(1));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(w.view(), Qt::Key_Down);
    QCOMPARE(w.view()->chosen(), std::optional(FlowPlace{3, 0}));
    QVERIFY(w.view()->accessibleDescription().contains(QStringLiteral("waiting for your answer")));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(w.view(), Qt::Key_Up);
    QCOMPARE(w.view()->chosen(), std::optional(FlowPlace{0, 0}));
    QTest::keyClick(w.view(), Qt::Key_Escape);
    QVERIFY(!w.view()->chosen());
}

void FlowPageTest::aClickOpensTheExchange()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    QSignalSpy opened(w.page, &FlowPage::exchangeChosen);
    QTest::mouseClick(w.view()->viewport(), Qt::LeftButton, {}, w.view()->pointOf({2, 1}));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<Exchange>().id, quint64(3));
    QTest::mouseClick(w.view()->viewport(), Qt::LeftButton, {}, QPoint(20, 300));
    QCOMPARE(opened.size(), 1);
    QVERIFY(!w.view()->chosen());
}

void FlowPageTest::zooms()
{
    FlowWindow w;
    w.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w));
    w.page->addBatch(batch(manyExchanges(30)));
    const int height = w.view()->verticalScrollBar()->maximum();
    QTest::keyClick(w.view(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(w.view()->zoom() > 1.1);
    QVERIFY(w.view()->verticalScrollBar()->maximum() > height);
    QTest::keyClick(w.view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(w.view()->zoom(), 1.0);
    QTest::keyClick(w.view(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(w.view()->zoom() < 1);
    w.view()->setZoom(1'000);
    QCOMPARE(w.view()->zoom(), FlowView::LargestZoom);
    w.view()->setZoom(0);
    QCOMPARE(w.view()->zoom(), FlowView::SmallestZoom);
}

void FlowPageTest::everyControlHasANameAndIsReachable()
{
    FlowWindow w;
    w.page->addBatch(batch(flowExchanges()));
    QTest::mouseClick(w.button(QStringLiteral("One page visit")), Qt::LeftButton);
    const auto widgets = w.findChildren<QWidget *>();
    int controls = 0;
    for (const QWidget *each : widgets) {
        const auto *button = qobject_cast<const QPushButton *>(each);
        const bool isControl = button || qobject_cast<const QComboBox *>(each) ||
                               qobject_cast<const QSlider *>(each) || qobject_cast<const FlowView *>(each);
        if (!isControl || !each->isVisible())
            continue;
        ++controls;
        QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 each->metaObject()->className());
        QVERIFY(each->focusPolicy() & Qt::TabFocus || each->property("segment").isValid());
    }
    QVERIFY(controls >= 9);
}

void FlowPageTest::newPacketsTravelAndTheClockStops()
{
    FlowWindow w;
    w.page->setReducedMotion(false);
    QVERIFY(QTest::qWaitForWindowExposed(&w));
    w.page->addBatch(batch({exchange(1, "/a.txt", 200, 10)}));
    QVERIFY(w.view()->isMoving());
    QTRY_VERIFY(!w.view()->isMoving());
    w.page->addBatch(batch({exchange(2, "/a.txt", 200, 10)}));
    QVERIFY(w.view()->isMoving());
    w.page->hide();
    QTRY_VERIFY(!w.view()->isMoving());
    w.page->addBatch(batch({exchange(3)}));
    QVERIFY(!w.view()->isMoving());
}

void FlowPageTest::nothingMovesWhereMotionIsReduced()
{
    FlowWindow w;
    QVERIFY(QTest::qWaitForWindowExposed(&w));
    w.page->addBatch(batch(flowExchanges()));
    QVERIFY(!w.view()->isMoving());
    QTest::mouseClick(w.button(QStringLiteral("Next step")), Qt::LeftButton);
    QVERIFY(!w.view()->isMoving());
}

void FlowPageTest::savesPng()
{
    FlowWindow w;
    FlowLog log;
    log.add(flowExchanges());
    QTemporaryDir folder;
    auto *saving = w.page->findChild<FlowSaving *>();
    QSignalSpy saved(saving, &FlowSaving::saved);
    const QString path = folder.filePath(QStringLiteral("flow.png"));
    saving->save(log, QStringLiteral("Summer 2026"), path, FlowSaving::Format::Png);
    QVERIFY(saved.wait());
    const QImage image(path);
    const double twice = 2 * QFontInfo(w.page->font()).pixelSize() / 13.0; // two pixels a point
    QVERIFY(qAbs(image.width() - 880 * twice) <= 1);
    QVERIFY(image.height() > 500 * twice && image.height() < 800 * twice);
    QCOMPARE(image.pixelColor(4, 4), Theme::current().card);
    QVERIFY(w.page->findChild<MessageBar *>()->text().contains(QStringLiteral("flow.png")));
    saving->save(log, {}, folder.filePath(QStringLiteral("no/such/flow.png")), FlowSaving::Format::Png);
    QVERIFY(saved.wait());
    QVERIFY(!saved.last()[1].toString().isEmpty());
    {
        const FullDisk disk(rlim_t(QFileInfo(path).size() - 100)); // just too small
        saving->save(log, QStringLiteral("Summer 2026"), path, FlowSaving::Format::Png);
        QVERIFY(saved.wait());
    }
    QVERIFY(!saved.last()[1].toString().isEmpty());
    QCOMPARE(QImage(path), image);
}

void FlowPageTest::theQuestionWhereToSaveOutlivesWhatIsShown()
{
    FlowWindow w;
    w.page->showRecording(QStringLiteral("Lesson"));
    w.page->addRecorded(flowExchanges(), 0);
    for (QAction *action : w.page->tools()->findChild<QMenu *>()->actions())
        if (action->text().contains(QStringLiteral("SVG")))
            action->trigger();
    auto *dialog = w.page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    w.page->showLive(); // the recording is gone
    QTemporaryDir folder;
    QSignalSpy saved(w.page->findChild<FlowSaving *>(), &FlowSaving::saved);
    emit dialog->fileSelected(folder.filePath(QStringLiteral("flow.svg")));
    QVERIFY(saved.wait());
    QFile file(folder.filePath(QStringLiteral("flow.svg")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("beach.jpg"));
}

/// By the places in the design's picture, in the colours that both themes have for them.
void FlowPageTest::looksLikeThePicture()
{
    constexpr QPoint PageBegins(321, 111);
    constexpr int MayBeOff = 12; // types differ
    using Token = QColor (*)(const Theme &);
    constexpr Token card = [](const Theme &t) { return t.card; };
    constexpr Token accent = [](const Theme &t) { return t.accent; };
    constexpr Token soft = [](const Theme &t) { return t.accentSoft; };
    constexpr Token green = [](const Theme &t) { return t.success.text; };
    constexpr Token blue = [](const Theme &t) { return t.redirect.text; };
    struct Mark
    {
        const char *what;
        QPoint place;
        Token token;
    };
    const std::vector<Mark> marks{{"the visitor's card is the porch's", {400, 145}, soft},
                                  {"the visitor's card has a frame", {461, 134}, accent},
                                  {"Porchlight's card is plain", {700, 145}, card},
                                  {"the request for the page", {500, 233}, accent},
                                  {"Porchlight is busy", {761, 290}, soft},
                                  {"a look into the folder", {830, 271}, blue},
                                  {"what it found", {830, 303}, blue},
                                  {"the page", {500, 333}, green},
                                  {"the request for the photo", {500, 387}, accent},
                                  {"the photo is read", {830, 411}, blue},
                                  {"the photo", {500, 467}, green},
                                  {"the request for the icon", {500, 515}, accent},
                                  {"the icon is still good", {500, 557}, blue},
                                  {"the request that is held", {500, 611}, accent},
                                  {"waits before Porchlight", {685, 611}, accent},
                                  {"and has not come in", {740, 611}, card}};
    FlowWindow w;
    QFont font = w.font();
    font.setPixelSize(13); // as in the picture
    w.setFont(font);
    w.page->addBatch(batch(flowExchanges()));
    QTRY_VERIFY(w.says(QStringLiteral("1 page · 1 HTML + ")));
    keepPicture(w, "design");
    for (const bool dark : {true, false}) {
        Theme::apply(dark);
        const QImage page = w.view()->viewport()->grab().toImage();
        for (const Mark &each : marks) {
            const QPoint there = each.place - PageBegins;
            bool isThere = false;
            for (int off = -MayBeOff; off <= MayBeOff; ++off)
                isThere = isThere || page.pixelColor(there + QPoint(0, off)) == each.token(Theme::current());
            QVERIFY2(isThere, each.what);
        }
    }
}

void FlowPageTest::everyVisitorIsCalledTheClient()
{
    Exchange visit = exchange(1);
    visit.requestHead.replace(iPhone,
                              "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like "
                              "Gecko) Chrome/131.0.0.0 Mobile Safari/537.36");
    FlowLog log;
    log.add({visit});
    const QByteArray picture = FlowPicture(log, {}, {}, QFont()).svg(Theme::light());
    QVERIFY(picture.contains("Android phone"));
    QVERIFY(picture.contains("the visitor (client)"));
}

void FlowPageTest::aNarrowBarSumsUpInBrief()
{
    FlowPlayBar bar;
    const auto *summary = bar.findChild<TextLabel *>();
    bar.setSummary(
        {QString(60, QLatin1Char('8')), QStringLiteral("1 page · 0.41 s"), QStringLiteral("0.41 s")});
    bar.resize(2'000, 60);
    bar.show();
    QCOMPARE(summary->text().size(), 60);
    bar.resize(500, 60);
    QCOMPARE(summary->text(), QStringLiteral("1 page · 0.41 s"));
    QCOMPARE(summary->toolTip().size(), 60);
    bar.resize(440, 60);
    QCOMPARE(summary->text(), QStringLiteral("0.41 s"));
    QCOMPARE(summary->toolTip().size(), 60);
    bar.resize(2'000, 60);
    QCOMPARE(summary->text().size(), 60);
}

void FlowPageTest::whatOverlapsStandsInABracket()
{
    const auto picture = [](const std::vector<Exchange> &exchanges) {
        FlowLog log;
        log.add(exchanges);
        return FlowPicture(log, {}, {}, QFont()).svg(Theme::light());
    };
    Exchange first = exchange(1, "/a.jpg", 200, 1'000, 9), second = exchange(2, "/b.jpg");
    QVERIFY(!picture({first, second}).contains("at the same time"));
    second.visitorPort += 1;
    QVERIFY(picture({first, second}).contains("at the same time"));
}

void FlowPageTest::aBracketsWordsStandBetweenOthersArrows()
{
    const auto from = [](int host, Exchange e) {
        e.visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(host));
        return e;
    };
    std::vector<Exchange> all{from(41, exchange(1))};
    for (int i = 2; i < 12; ++i) { // the second lane's, and in its midst one of the first
        all.push_back(from(i == 5 ? 41 : 42, held(quint64(i), "/lantern.svg")));
        all.back().visitorPort = quint16(i);
    }
    FlowLog log;
    FlowLayout layout;
    layout.update(log, log.add(all));
    QCOMPARE(layout.overlaps().size(), size_t(1));
    FlowScene scene{&log, &layout, {}, {}, {}, {}};
    const auto isInk = [&](double top, double bottom) {
        QImage image(qCeil(layout.width()), qCeil(layout.height()), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        FlowTexts texts;
        texts.setFont(QFont(), 1);
        FlowBrackets(FlowPainter(painter, scene, Theme::light(), texts, 1), scene).paint(top, bottom);
        const int line = qRound(layout.laneX(1)) - 12;
        for (int y = int(top); y < int(bottom); ++y)
            for (int x = line - 16; x < line - 3; ++x)
                if (image.pixelColor(x, y) != Qt::white)
                    return true;
        return false;
    };
    const double crossing = layout.messageY({4, 0});
    QVERIFY(isInk(layout.messageY({5, 0}), layout.height()));
    QVERIFY(isInk(0, layout.height()));
    QVERIFY2(!isInk(crossing - 60, crossing + 60), "there is no room for words");
}

void FlowPageTest::whatOverlapsIsTold()
{
    FlowWindow w;
    Exchange first = exchange(1, "/a.jpg", 200, 1'000, 9), second = exchange(2, "/b.jpg", 200, 1'000, 9);
    second.visitorPort += 1;
    Exchange stranger = exchange(3, "/c.jpg");
    stranger.visitor = QHostAddress(QStringLiteral("192.168.1.77"));
    w.page->addBatch(batch({first, stranger, second}));
    const auto isTold = [&w](quint64 serial, int message, const QString &words) {
        return w.view()->describe({serial, message}).endsWith(words);
    };
    const QString one = QStringLiteral(". At the same time as one other request of this visitor");
    QVERIFY(isTold(0, 0, one));
    QVERIFY(isTold(0, 1, one));
    QVERIFY(!w.view()->describe({1, 0}).contains(QStringLiteral("same time")));
    QVERIFY(isTold(2, 0, one));
    Exchange third = exchange(4, "/d.jpg", 200, 1'000, 9);
    third.visitorPort += 2;
    w.page->addBatch(batch({third}));
    QVERIFY(isTold(0, 0, QStringLiteral(". At the same time as 2 other requests of this visitor")));
}

void FlowPageTest::aBracketEndsWhereAReplayStands()
{
    std::vector<Exchange> all = manyExchanges(500); // more than are drawn at once
    all.insert(all.begin(), held(1'000, "/a.zip"));
    all.front().visitorPort = 1;
    all.front().startedAt = all[1].startedAt - 1;
    all.push_back(exchange(2'000));
    all.back().startedAt += 5'000;
    FlowLog log;
    FlowLayout layout;
    layout.update(log, log.add(all));
    const quint64 last = log.end() - 1;
    QVERIFY(log.at(last - 1).more > 0);
    QCOMPARE(layout.overlaps().size(), size_t(1));
    QCOMPARE(layout.overlaps()[0].last, last);

    FlowScene scene{
        &log, &layout, {}, [last](const FlowPlace &place) { return place.serial < last ? 1 : -1; }, {}, {}};
    QImage image(200, qCeil(layout.height()), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    FlowTexts texts;
    texts.setFont(QFont(), 1);
    FlowBrackets(FlowPainter(painter, scene, Theme::light(), texts, 1), scene).paint(0, layout.height());
    const int x = qRound(layout.laneX(0)) - 12;
    QVERIFY(image.pixelColor(x, int(layout.top(last - 2)) + 30) != Qt::white);
    QVERIFY(image.pixelColor(x, int(layout.top(last - 1)) + 10) == Qt::white);
}

void FlowPageTest::aNumberStaysWithItsNoun()
{
    FlowLog log;
    VisitorNames names;
    names.setAnonymous(true);
    log.useNames(names);
    std::vector<Exchange> all = manyExchanges(6);
    for (Exchange &each : all)
        each.requestHead.replace("iPhone OS 17_5", "iPhone OS 17_" + QByteArray::number(each.id));
    log.add(all);
    const QByteArray svg = FlowPicture(log, {}, {}, QFont()).svg(Theme::light());
    QVERIFY(svg.contains(">phone 2<"));
    QVERIFY(svg.contains(">Orange<"));
}

void FlowPageTest::aNameIsBoldToItsEnd()
{
    FlowLog log;
    std::vector<Exchange> all = manyExchanges(7);
    for (int i = 0; i < 7; ++i) { // beside the database: the narrowest cards
        all[size_t(i)].visitor = QHostAddress(QStringLiteral("192.168.1.%1").arg(40 + i));
        all[size_t(i)].requestHead.replace(
            iPhone, "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                    "Chrome/126.0.0.0 Mobile Safari/537.36");
        all[size_t(i)].decisions = {decision::AskedDatabase{"the menu", 8}};
    }
    log.add(all);
    const QByteArray svg = FlowPicture(log, {}, {}, QFont()).svg(Theme::light());
    const auto weightOf = [&svg](const QByteArray &word) {
        const qsizetype text = svg.indexOf('>' + word + '<');
        const qsizetype weight = svg.lastIndexOf("font-weight=\"", text) + 13;
        return text < 0 ? 0 : svg.sliced(weight, svg.indexOf('"', weight) - weight).toInt();
    };
    QVERIFY2(weightOf("Android") >= QFont::DemiBold, "not cut");
    QVERIFY2(weightOf("phone") >= QFont::DemiBold, qPrintable(QString::number(weightOf("phone"))));
    QCOMPARE(weightOf("Chrome"), int(QFont::Normal));
}

void FlowPageTest::savesSvg()
{
    FlowLog log;
    log.add({exchange(1, "/a&<script>.txt")});
    const QByteArray svg =
        FlowPicture(log, QStringLiteral("A & <b>"), QStringLiteral("18 July 2026"), QFont())
            .svg(Theme::light());
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("18 July 2026"));
    QVERIFY(!svg.contains("<script"));
    QVERIFY(!svg.contains("<b>"));
}

void FlowPageTest::aPictureThatWouldBeTooTallKeepsTheNewest()
{
    FlowLog log(FlowLog::Pace::Every);
    log.add(manyExchanges(1'500));
    const FlowPicture picture(log, {}, {}, QFont());
    QVERIFY(picture.leftOut() > 1'000);
    const QImage image = picture.image(Theme::dark());
    QVERIFY(image.height() <= 2 * FlowPicture::MaxHeight + 100);
    QVERIFY(image.height() > FlowPicture::MaxHeight);
}

void FlowPageTest::prints()
{
    FlowLog log(FlowLog::Pace::Every);
    log.add(manyExchanges(60));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flow.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    FlowPicture(log, QStringLiteral("Summer 2026"), QStringLiteral("18 July 2026"), QFont()).print(printer);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.count("/Type /Page\n") > 1 || pdf.contains("/Count "));
}

QTEST_MAIN(FlowPageTest)
#include "tst_flowpage.moc"
