// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/readableunits.h"

#include <QtTest>

#include <limits>

using namespace porchlight;

class ReadableUnitsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void sizes_data();
    void sizes();
    void counts_data();
    void counts();
    void times_data();
    void times();
};

void ReadableUnitsTest::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](qint64 bytes, const char *text) {
        QTest::addRow("%lld", bytes) << bytes << QByteArray(text);
    };
    row(0, "0 bytes");
    row(1, "1 byte");
    row(999, "999 bytes");
    row(1'000, "1.0 KB");
    row(14'200, "14.2 KB");
    row(99'949, "99.9 KB");
    row(99'950, "100 KB");
    row(999'499, "999 KB");
    row(999'500, "1.0 MB");
    row(2'400'000, "2.4 MB");
    row(4'294'967'296, "4.3 GB");
    row(std::numeric_limits<qint64>::max(), "9.2 EB");
}

void ReadableUnitsTest::sizes()
{
    QFETCH(qint64, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(readableSize(bytes), text);
}

void ReadableUnitsTest::counts_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("none") << qint64(0) << QByteArray("0 files");
    QTest::addRow("one") << qint64(1) << QByteArray("1 file");
    QTest::addRow("hundreds") << qint64(311) << QByteArray("311 files");
    QTest::addRow("thousands") << qint64(12'400) << QByteArray("12,400 files");
    QTest::addRow("millions") << qint64(1'234'567) << QByteArray("1,234,567 files");
}

void ReadableUnitsTest::counts()
{
    QFETCH(qint64, count);
    QFETCH(QByteArray, text);
    QCOMPARE(readableCount(count, "file", "files"), text);
}

void ReadableUnitsTest::times_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QByteArray>("machines");
    constexpr qint64 Second = 1'000'000'000;
    QTest::addRow("summer time") << 1'784'364'120 * Second << QByteArray("2026-07-18T08:42:00Z");
    QTest::addRow("winter time") << 1'767'225'600 * Second << QByteArray("2026-01-01T00:00:00Z");
    QTest::addRow("the epoch") << qint64(0) << QByteArray("1970-01-01T00:00:00Z");
    QTest::addRow("before the epoch") << -86'400 * Second << QByteArray("1969-12-31T00:00:00Z");
}

void ReadableUnitsTest::times()
{
    QFETCH(qint64, ns);
    QFETCH(QByteArray, machines);
    QCOMPARE(machineTime(ns), machines);
}

QTEST_APPLESS_MAIN(ReadableUnitsTest)
#include "tst_readableunits.moc"
