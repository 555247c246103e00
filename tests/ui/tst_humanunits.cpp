// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/humanunits.h"

#include <QTest>

#include <limits>

using namespace porchlight;

class TestHumanUnits final : public QObject
{
    Q_OBJECT
private slots:
    void size_data();
    void size();
    void duration_data();
    void duration();
    void marks_data();
    void marks();
    void count();
};

void TestHumanUnits::size_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 bytes, const char *text) {
        QTest::addRow("%s", text) << bytes << QString::fromLatin1(text);
    };
    row(0, "0 B");
    row(999, "999 B");
    row(1'000, "1.0 KB");
    row(14'200, "14.2 KB");
    row(22'000, "22.0 KB");
    row(99'949, "99.9 KB");
    row(99'950, "100 KB");
    row(480'000, "480 KB");
    row(999'499, "999 KB");
    row(999'500, "1.0 MB");
    row(2'400'000, "2.4 MB");
    row(8'100'000'000, "8.1 GB");
    row(std::numeric_limits<qint64>::max(), "9.2 EB");
}

void TestHumanUnits::size()
{
    QFETCH(qint64, bytes);
    QTEST(humanSize(bytes), "text");
}

void TestHumanUnits::duration_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ns, const char *text) {
        QTest::addRow("%s", text) << ns << QString::fromLatin1(text);
    };
    row(0, "<0.1 ms");
    row(400'000, "0.4 ms");
    row(960'000, "1 ms");
    row(38'000'000, "38 ms");
    row(999'400'000, "999 ms");
    row(999'600'000, "1.0 s");
    row(3'200'000'000, "3.2 s");
    row(9'960'000'000, "10 s");
    row(42'000'000'000, "42 s");
    row(59'600'000'000, "1 min");
    row(125'000'000'000, "2 min 5 s");
    row(4'320'000'000'000, "1 h 12 min");
    row(360'000'000'000'000, "100 h");
}

void TestHumanUnits::duration()
{
    QFETCH(qint64, nanoseconds);
    QTEST(humanDuration(nanoseconds), "text");
}

void TestHumanUnits::marks_data()
{
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QList<qint64>>("marks"); // in steps
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 step, const QList<qint64> &marks, const char *text) {
        QTest::addRow("%s", text) << step << marks << QString::fromLatin1(text);
    };
    row(1'000, {1, 20}, "0.001 ms, 0.020 ms");
    row(500'000, {1, 2, 3, 4, 5, 6}, "0.5 ms, 1.0 ms, 1.5 ms, 2.0 ms, 2.5 ms, 3.0 ms");
    row(1'000'000, {1, 2, 10}, "1 ms, 2 ms, 10 ms");
    row(200'000'000, {4, 5, 6}, "800 ms, 1.0 s, 1.2 s");
    row(500'000'000, {25, 26}, "12.5 s, 13.0 s");
    row(5'000'000'000, {11, 12, 13}, "55 s, 1 min, 1 min 5 s");
}

/// "1 ms, 2 ms, 2 ms, 3 ms" stood at 1, 1.5, 2 and 2.5.
void TestHumanUnits::marks()
{
    QFETCH(qint64, step);
    QFETCH(QList<qint64>, marks);
    QStringList texts;
    for (const qint64 mark : marks)
        texts += humanMark(mark * step, step);
    QTEST(texts.join(QStringLiteral(", ")), "text");
}

void TestHumanUnits::count()
{
    QCOMPARE(humanCount(7), QStringLiteral("7"));
    QCOMPARE(humanCount(1'204), QStringLiteral("1,204"));
    QCOMPARE(humanCount(3'200'000), QStringLiteral("3,200,000"));
}

QTEST_GUILESS_MAIN(TestHumanUnits)
#include "tst_humanunits.moc"
