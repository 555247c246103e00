// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/hottargets.h"

#include <QtTest>

using namespace porchlight;

namespace {

using Hot = HotTargets<int>;
constexpr qint64 Second = Hot::GoodFor;
constexpr int HotAt = 4;

/// Asks as a handler does; whether the disk had to be asked, which says `onDisk`.
bool asksTheDisk(Hot &hot, QByteArrayView target, qint64 now, int onDisk = 1)
{
    if (hot.find(target, now))
        return false;
    hot.note(target, now, [onDisk] { return onDisk; });
    return true;
}

/// How often the disk is asked by `count` requests, the first at `from`, `apart` nanoseconds apart.
int timesAsked(Hot &hot, int count, qint64 from, qint64 apart)
{
    int asked = 0;
    for (int i = 0; i < count; ++i)
        asked += asksTheDisk(hot, "/a", from + i * apart);
    return asked;
}

} // namespace

class HotTargetsTest : public QObject
{
    Q_OBJECT
private slots:
    void theDiskIsAsked_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("apart");
        QTest::addColumn<int>("asked");
        QTest::newRow("every time below the mark") << 3 << qint64(1) << 3;
        QTest::newRow("no more once the mark is reached") << 100 << qint64(1) << HotAt;
        QTest::newRow("every time when requests come slowly") << 100 << Second / 2 << 100;
        QTest::newRow("once a second while it stays hot") << 1'000 << Second / 100 << HotAt + 9;
    }
    void theDiskIsAsked()
    {
        QFETCH(int, count);
        QFETCH(qint64, apart);
        Hot hot(HotAt);
        QTEST(timesAsked(hot, count, 0, apart), "asked");
    }

    void whatWasFoundIsGivenForOneSecond()
    {
        Hot hot(HotAt);
        for (int i = 0; i < HotAt; ++i)
            asksTheDisk(hot, "/a", 0, 1);
        QCOMPARE(*hot.find("/a", Second - 1), 1);
        QVERIFY(!hot.find("/a", Second));
        asksTheDisk(hot, "/a", Second, 2);
    }

    void aTargetCoolsDown()
    {
        Hot hot(HotAt);
        timesAsked(hot, HotAt, 0, 1);
        QVERIFY(!asksTheDisk(hot, "/a", 10));
        QVERIFY(asksTheDisk(hot, "/a", Second + HotAt)); // a quiet second lies behind it
        QVERIFY(asksTheDisk(hot, "/a", Second + HotAt + 1));
    }

    void targetsAreKeptApart()
    {
        Hot hot(HotAt);
        timesAsked(hot, HotAt, 0, 1);
        QVERIFY(hot.find("/a", 1));
        QVERIFY(!hot.find("/A", 1));
        QVERIFY(!hot.find("/a?", 1));
    }

    void theirNumberAndLengthAreBounded()
    {
        Hot hot(1);
        const QByteArray tooLong(Hot::MaxTargetLength + 1, 'x');
        QVERIFY(asksTheDisk(hot, tooLong, 0));
        QVERIFY(asksTheDisk(hot, tooLong, 1));
        for (size_t i = 0; i < Hot::MaxTargets; ++i)
            asksTheDisk(hot, QByteArray::number(qulonglong(i)), 0);
        QVERIFY(asksTheDisk(hot, "one more", 0));
        QVERIFY(asksTheDisk(hot, "one more", 1));
        QVERIFY(!asksTheDisk(hot, "0", 1));
    }

    void trimmingLetsGoOfWhatIsNotAskedFor()
    {
        Hot hot(1);
        asksTheDisk(hot, "/old", 0);
        asksTheDisk(hot, "/new", Second);
        QVERIFY(hot.trim(2 * Second));
        QVERIFY(hot.find("/new", 2 * Second - 1));
        QVERIFY(!hot.trim(3 * Second));
    }
};

QTEST_APPLESS_MAIN(HotTargetsTest)
#include "tst_hottargets.moc"
