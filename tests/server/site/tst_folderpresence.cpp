// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderpresence.h"

#include "tests/support/temporaryfolder.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThreadPool>

using namespace porchlight;
using namespace std::chrono_literals;

class FolderPresenceTest : public QObject
{
    Q_OBJECT
private slots:
    void vanishesAndReturns();
    void missingFromTheStart();
    void aFileInItsPlaceIsNotTheFolder();
    void oneLookAtATime();
    void stoppedWatchIsNotHeardOf();
    void anotherFolderIsNotHeldUpByTheLast();
};

void FolderPresenceTest::vanishesAndReturns()
{
    TemporaryFolder top;
    top.folder("stick");
    QThreadPool pool;
    FolderPresence presence(&pool, 10ms);
    QSignalSpy vanished(&presence, &FolderPresence::vanished), returned(&presence, &FolderPresence::returned);
    presence.watch(top.path("stick"));
    QVERIFY(presence.isThere());

    QCOMPARE(::rename(top.path("stick").constData(), top.path("pulled").constData()), 0);
    QTRY_COMPARE(vanished.size(), 1);
    QVERIFY(!presence.isThere());
    QCOMPARE(::rename(top.path("pulled").constData(), top.path("stick").constData()), 0);
    QTRY_COMPARE(returned.size(), 1);
    QVERIFY(presence.isThere());
    QCOMPARE(vanished.size(), 1);
}

void FolderPresenceTest::missingFromTheStart()
{
    TemporaryFolder top;
    QThreadPool pool;
    FolderPresence presence(&pool);
    QSignalSpy vanished(&presence, &FolderPresence::vanished);
    presence.watch(top.path("missing"));
    QTRY_COMPARE_WITH_TIMEOUT(vanished.size(), 1, 1'500); // the first look does not wait two seconds
}

void FolderPresenceTest::aFileInItsPlaceIsNotTheFolder()
{
    TemporaryFolder top;
    top.file("stick");
    QThreadPool pool;
    FolderPresence presence(&pool, 10ms);
    QSignalSpy vanished(&presence, &FolderPresence::vanished);
    presence.watch(top.path("stick"));
    QTRY_COMPARE(vanished.size(), 1);
}

/// Keeps the pool's only thread busy, as a look at a dead network disk does.
class Hang final
{
public:
    explicit Hang(QThreadPool *pool)
    {
        pool->setMaxThreadCount(1);
        pool->start([this] { m_end.acquire(); });
    }
    ~Hang() { end(); }
    Q_DISABLE_COPY_MOVE(Hang)
    void end() { m_end.release(); }

private:
    QSemaphore m_end;
};

void FolderPresenceTest::oneLookAtATime()
{
    TemporaryFolder top;
    QThreadPool pool;
    Hang hang(&pool);
    FolderPresence presence(&pool, 1ms);
    QSignalSpy vanished(&presence, &FolderPresence::vanished);
    presence.watch(top.path("missing"));
    QVERIFY(!vanished.wait(50)); // some fifty ticks, none of which waits
    presence.stop();
    hang.end();
    QVERIFY(pool.waitForDone(1'000)); // one look was queued, not fifty
    QVERIFY(vanished.isEmpty());
}

void FolderPresenceTest::stoppedWatchIsNotHeardOf()
{
    TemporaryFolder top;
    QThreadPool pool;
    FolderPresence presence(&pool, 1ms);
    QSignalSpy vanished(&presence, &FolderPresence::vanished);
    presence.watch(top.path("missing"));
    presence.stop();
    QVERIFY(pool.waitForDone(1'000));
    QVERIFY(!vanished.wait(30));
}

void FolderPresenceTest::anotherFolderIsNotHeldUpByTheLast()
{
    TemporaryFolder top;
    QThreadPool pool;
    FolderPresence presence(&pool, 10ms);
    QSignalSpy vanished(&presence, &FolderPresence::vanished);
    presence.watch(top.path("missing"));
    QTRY_COMPARE(vanished.size(), 1);
    presence.watch(top.path());
    QVERIFY(presence.isThere());
    QVERIFY(!vanished.wait(50));
    QCOMPARE(vanished.size(), 1);
}

QTEST_GUILESS_MAIN(FolderPresenceTest)
#include "tst_folderpresence.moc"
