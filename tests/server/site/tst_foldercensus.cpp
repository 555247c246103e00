// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/foldercensus.h"

#include "tests/support/temporaryfolder.h"

#include <QSignalSpy>
#include <QThreadPool>

#include <optional>

using namespace porchlight;

class FolderCensusTest : public QObject
{
    Q_OBJECT
private slots:
    void counts_data();
    void counts();
    void missingFolderHoldsNothing();
    void unreadableFoldersAreLeftOut();
    void onlyTheLastStartIsHeardOf();
    void cancelledCountIsNotHeardOf();
    void destroyedWhileCounting();

private:
    QThreadPool m_pool;
};

void FolderCensusTest::counts_data()
{
    QTest::addColumn<bool>("showHidden");
    QTest::addColumn<qint64>("items");
    QTest::addColumn<qint64>("bytes");
    QTest::addRow("hidden ones left out") << false << qint64(6) << qint64(111);
    QTest::addRow("hidden ones too") << true << qint64(9) << qint64(11111);
}

void FolderCensusTest::counts()
{
    QFETCH(bool, showHidden);
    QFETCH(qint64, items);
    QFETCH(qint64, bytes);
    TemporaryFolder top;
    top.file("a", QByteArray(1, 'x'));
    top.folder("sub");
    top.file("sub/b\xff", QByteArray(10, 'x'));
    top.folder("sub/deep");
    top.file("sub/deep/c", QByteArray(100, 'x'));
    top.link("sub/loop", "..");
    top.file(".hidden", QByteArray(1'000, 'x'));
    top.folder(".git");
    top.file(".git/objects", QByteArray(10'000, 'x'));

    FolderCensus census(&m_pool);
    QSignalSpy counted(&census, &FolderCensus::counted);
    census.start(top.path(), showHidden);
    QTRY_VERIFY(!counted.isEmpty() && counted.last().at(2).toBool());
    QCOMPARE(counted.last().at(0).toLongLong(), items);
    QCOMPARE(counted.last().at(1).toLongLong(), bytes);
}

void FolderCensusTest::missingFolderHoldsNothing()
{
    TemporaryFolder top;
    FolderCensus census(&m_pool);
    QSignalSpy counted(&census, &FolderCensus::counted);
    census.start(top.path("missing"), false);
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counted.first(), (QVariantList{0LL, 0LL, true}));
}

void FolderCensusTest::unreadableFoldersAreLeftOut()
{
    TemporaryFolder top;
    top.folder("closed");
    top.file("closed/inside");
    top.file("z");
    ::chmod(top.path("closed").constData(), 0000);
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    std::optional<AsNobody> nobody;
    pool.start([&nobody] { nobody.emplace(); });

    FolderCensus census(&pool);
    QSignalSpy counted(&census, &FolderCensus::counted);
    census.start(top.path(), false);
    QTRY_COMPARE(counted.size(), 1);
    ::chmod(top.path("closed").constData(), 0755);
    QCOMPARE(counted.first().at(0).toLongLong(), 2);
}

void FolderCensusTest::onlyTheLastStartIsHeardOf()
{
    TemporaryFolder top;
    top.folder("one");
    top.file("one/a");
    top.folder("three");
    for (const char *name : {"three/a", "three/b", "three/c"})
        top.file(name);
    FolderCensus census(&m_pool);
    QSignalSpy counted(&census, &FolderCensus::counted);
    for (int i = 0; i < 20; ++i)
        census.start(top.path("one"), false);
    census.start(top.path("three"), false);
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counted.first().at(0).toLongLong(), 3);
}

void FolderCensusTest::cancelledCountIsNotHeardOf()
{
    TemporaryFolder top;
    FolderCensus census(&m_pool);
    QSignalSpy counted(&census, &FolderCensus::counted);
    census.start(top.path(), false);
    census.cancel();
    QVERIFY(m_pool.waitForDone(5'000));
    QVERIFY(!counted.wait(300)); // longer than the reports' interval
}

void FolderCensusTest::destroyedWhileCounting()
{
    {
        FolderCensus census(&m_pool);
        census.start("/usr", true);
    }
    QVERIFY(m_pool.waitForDone(5'000)); // ends early: the whole tree would take longer
}

QTEST_GUILESS_MAIN(FolderCensusTest)
#include "tst_foldercensus.moc"
