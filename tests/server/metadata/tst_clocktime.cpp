// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/clocktime.h"
#include "server/metadata/metadatatext.h"

#include <QtTest>

using namespace porchlight;

class TestClockTime final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "Europe/Vienna"); }
    void readsClocks_data();
    void readsClocks();
    void putsVideosOnTheLocalClock();
    void namesCameras_data();
    void namesCameras();
    void cleansTexts_data();
    void cleansTexts();
};

void TestClockTime::readsClocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTime");
    QTest::addColumn<qint64>("ms");
    QTest::addRow("Exif's way") << QByteArray("2026:07:18 15:04:05") << true << Q_INT64_C(1784387045000);
    QTest::addRow("ISO's way, its offset left out")
        << QByteArray("2026-07-18T15:04:05+0200") << true << Q_INT64_C(1784387045000);
    QTest::addRow("before 1970") << QByteArray("1969:12:31 23:59:59") << true << Q_INT64_C(-1000);
    QTest::addRow("a clock that was never set") << QByteArray("0000:00:00 00:00:00") << false << Q_INT64_C(0);
    QTest::addRow("blanks") << QByteArray("    :  :     :  :  ") << false << Q_INT64_C(0);
    QTest::addRow("no such day") << QByteArray("2026:02:30 15:04:05") << false << Q_INT64_C(0);
    QTest::addRow("cut off") << QByteArray("2026:07:18 15:04") << false << Q_INT64_C(0);
    QTest::addRow("nothing") << QByteArray() << false << Q_INT64_C(0);
}

void TestClockTime::readsClocks()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isTime);
    QFETCH(qint64, ms);
    const auto read = clockMs(text);
    QCOMPARE(read.has_value(), isTime);
    QCOMPARE(read.value_or(0), ms);
}

void TestClockTime::putsVideosOnTheLocalClock()
{
    const qint64 july = clockMs("2026:07:18 13:04:05").value();
    const qint64 january = clockMs("2026:01:18 13:04:05").value();
    QCOMPARE(localClockMs(july / 1000), clockMs("2026:07:18 15:04:05").value());
    QCOMPARE(localClockMs(january / 1000), clockMs("2026:01:18 14:04:05").value());
}

void TestClockTime::namesCameras_data()
{
    QTest::addColumn<QByteArray>("make");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("name");
    QTest::addRow("maker and model") << QByteArray("Apple") << QByteArray("iPhone 15")
                                     << QByteArray("Apple iPhone 15");
    QTest::addRow("a model that begins with its maker")
        << QByteArray("Canon") << QByteArray("Canon EOS R5") << QByteArray("Canon EOS R5");
    QTest::addRow("whatever the case and the company's form")
        << QByteArray("NIKON CORPORATION") << QByteArray("Nikon D90") << QByteArray("Nikon D90");
    QTest::addRow("a maker alone") << QByteArray("HTC") << QByteArray() << QByteArray("HTC");
    QTest::addRow("a model alone, padded")
        << QByteArray() << QByteArray("COOLPIX P6000   \0", 17) << QByteArray("COOLPIX P6000");
}

void TestClockTime::namesCameras()
{
    QFETCH(QByteArray, make);
    QFETCH(QByteArray, model);
    QTEST(cameraName(make, model), "name");
}

void TestClockTime::cleansTexts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("UTF-8 stays") << QByteArray("Grüße vom See") << QByteArray("Grüße vom See");
    QTest::addRow("anything else is Latin-1") << QByteArray("Gr\xfc\xdf"
                                                            "e")
                                              << QByteArray("Grüße");
    QTest::addRow("control characters go") << QByteArray("a\x1b[31mb\tc\nd\r") << QByteArray("a[31mbc\nd");
    QTest::addRow("to the first zero byte") << QByteArray("a\0b", 3) << QByteArray("a");
    QTest::addRow("at most 2,000 bytes") << QByteArray(5000, 'x') << QByteArray(2000, 'x');
    QTest::addRow("no character is cut in two")
        << QByteArray("x") + QByteArray("€").repeated(700) << QByteArray("x") + QByteArray("€").repeated(666);
    QTest::addRow("nor a pair") << QByteArray("x") + QByteArray("\xf0\x9f\x93\xb7").repeated(700)
                                << QByteArray("x") + QByteArray("\xf0\x9f\x93\xb7").repeated(499);
}

void TestClockTime::cleansTexts()
{
    QFETCH(QByteArray, bytes);
    QTEST(cleanText(bytes), "text");
}

QTEST_APPLESS_MAIN(TestClockTime)
#include "tst_clocktime.moc"
