// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/exiffacts.h"
#include "server/metadata/locationblanking.h"
#include "tests/support/photofile.h"
#include "tests/support/stallwatch.h"

#include <QtTest>

using namespace porchlight;

class TestLocationBlanking final : public QObject
{
    Q_OBJECT
private slots:
    void takesThePlaceOutOfExif_data();
    void takesThePlaceOutOfExif();
    void leavesExifWithoutPlaceAlone();
    void survivesEveryByteChanged();
    void blanksXmp_data();
    void blanksXmp();
    void blanksIptc();
    void staysQuickWithManyNames();
    void staysQuickWithLongNames_data();
    void staysQuickWithLongNames();
};

void TestLocationBlanking::takesThePlaceOutOfExif_data()
{
    QTest::addColumn<bool>("isBigEndian");
    QTest::addRow("little-endian") << false;
    QTest::addRow("big-endian") << true;
}

void TestLocationBlanking::takesThePlaceOutOfExif()
{
    QFETCH(bool, isBigEndian);
    const test::PhotoTags tags{.orientation = 6,
                               .taken = "2026:07:18 15:04:05",
                               .model = "EOS",
                               .description = "Lake",
                               .isLocated = true};
    const QByteArray before = test::tiffOf(tags, isBigEndian);
    QByteArray after = before;
    QVERIFY(blankExifLocation(after));
    QCOMPARE(after.size(), before.size());
    const ExifFacts was = readExif(BytesInMemory(before));
    const ExifFacts is = readExif(BytesInMemory(after));
    QVERIFY(was.hasLocation);
    QVERIFY(!is.hasLocation);
    QCOMPARE(is.orientation, was.orientation);
    QCOMPARE(is.takenMs, was.takenMs);
    QCOMPARE(is.description, was.description);
    QCOMPARE(is.camera, was.camera);
    // Neither the pointer nor a number of it is left.
    test::PhotoTags none = tags;
    none.isLocated = false;
    const qsizetype rest = test::tiffOf(none, isBigEndian).size() + 12; // the entry that is gone
    QCOMPARE(after.sliced(rest), QByteArray(after.size() - rest, '\0'));
    QVERIFY(!blankExifLocation(after));
}

void TestLocationBlanking::leavesExifWithoutPlaceAlone()
{
    const QByteArray before = test::tiffOf({.taken = "2026:07:18 15:04:05"});
    QByteArray after = before;
    QVERIFY(!blankExifLocation(after));
    QCOMPARE(after, before);
}

void TestLocationBlanking::survivesEveryByteChanged()
{
    const QByteArray whole = test::tiffOf({.taken = "2026:07:18 15:04:05", .isLocated = true});
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray changed = whole;
            changed[i] = value;
            blankExifLocation(changed);
            QCOMPARE(changed.size(), whole.size());
        }
        QByteArray cut = whole.first(i);
        blankExifLocation(cut);
        QCOMPARE(cut.size(), i);
    }
}

void TestLocationBlanking::blanksXmp_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addRow("attribute") << QByteArray(R"(<a exif:GPSLatitude="48,12.5N" x="1"/>)")
                               << QByteArray(R"(<a exif:GPSLatitude="        " x="1"/>)");
    QTest::addRow("attribute in other quotes, with space")
        << QByteArray("<a e:GPSAltitude = '7/1'/>") << QByteArray("<a e:GPSAltitude = '   '/>");
    QTest::addRow("element") << QByteArray("<exif:GPSLongitude>16,22E</exif:GPSLongitude><b>x</b>")
                             << QByteArray("<exif:GPSLongitude>      </exif:GPSLongitude><b>x</b>");
    QTest::addRow("element with elements") << QByteArray("<e:GPSx><rdf:li>16</rdf:li></e:GPSx>")
                                           << QByteArray("<e:GPSx><rdf:li>  </rdf:li></e:GPSx>");
    QTest::addRow("a city and a country")
        << QByteArray(R"(<a photoshop:City="Wien" photoshop:Country='AT'/>)")
        << QByteArray(R"(<a photoshop:City="    " photoshop:Country='  '/>)");
    QTest::addRow("a drone's names")
        << QByteArray(R"(<a drone-dji:GpsLatitude="+48.2" drone-dji:Longtitude="16" d:latitude='48'/>)")
        << QByteArray(R"(<a drone-dji:GpsLatitude="     " drone-dji:Longtitude="  " d:latitude='  '/>)");
    QTest::addRow("a place of IPTC") << QByteArray("<I:Location>Prater</I:Location><I:Sub>a</I:Sub>")
                                     << QByteArray("<I:Location>      </I:Location><I:Sub>a</I:Sub>");
    QTest::addRow("a place in a place")
        << QByteArray(R"(<I:LocationShown><b I:City="Wien">x</b></I:LocationShown>)")
        << QByteArray(R"(<I:LocationShown><b I:City="    "> </b></I:LocationShown>)");
    QTest::addRow("element that does not end") << QByteArray("<e:GPSx>16") << QByteArray("<e:GPSx>16");
    QTest::addRow("attribute that does not end")
        << QByteArray("<a e:GPSx=\"16") << QByteArray("<a e:GPSx=\"16");
    QTest::addRow("none") << QByteArray("<a dc:format=\"image/jpeg\"/>")
                          << QByteArray("<a dc:format=\"image/jpeg\"/>");
}

void TestLocationBlanking::blanksXmp()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray packet = before;
    QCOMPARE(blankXmpLocation(packet), before != after);
    QCOMPARE(packet, after);
}

void TestLocationBlanking::blanksIptc()
{
    const auto app13 = [](const QByteArray &city, const QByteArray &country) {
        const QByteArray record = QByteArray("\x1c\x02\x5a\0\4", 5) + city +
                                  QByteArray("\x1c\x02\x78\0\4Lake", 9) + QByteArray("\x1c\x02\x65\0\2", 5) +
                                  country;
        return QByteArray("Photoshop 3.0\0", 14) + QByteArray("8BIM\x04\x25\0\0\0\0\0\x02xx", 14) +
               QByteArray("8BIM\x04\x04\0\0\0\0\0", 11) + char(record.size()) + record;
    };
    QByteArray segment = app13("Wien", "AT");
    QVERIFY(blankIptcLocation(segment));
    QCOMPARE(segment, app13("    ", "  "));
    const QByteArray whole = app13("Wien", "AT");
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = '\xff';
        blankIptcLocation(changed);
        QCOMPARE(changed.size(), whole.size());
        QByteArray cut = whole.first(i);
        blankIptcLocation(cut);
        QCOMPARE(cut.size(), i);
    }
}

void TestLocationBlanking::staysQuickWithManyNames()
{
    QByteArray packet = QByteArray("<e:GPS").repeated(500'000);
    const qsizetype size = packet.size();
    QVERIFY(blankXmpLocation(packet));
    QCOMPARE(packet, QByteArray(size, ' '));
}

/// Each took seconds of CPU, at every request.
void TestLocationBlanking::staysQuickWithLongNames_data()
{
    QTest::addColumn<QByteArray>("packet");
    const QByteArray long15Mib(15 * 1024 * 1024, 'a');
    QTest::addRow("looked back over") << '<' + long15Mib + QByteArray(":GPS").repeated(90);
    QTest::addRow("looked on over") << '<' + QByteArray(":GPS").repeated(90) + long15Mib;
    QByteArray elements;
    for (int i = 0; i < 90; ++i)
        elements += "<e:GPS" + QByteArray::number(i) + '>';
    QTest::addRow("elements without an end") << elements + long15Mib;
}

void TestLocationBlanking::staysQuickWithLongNames()
{
    QFETCH(QByteArray, packet);
    const qsizetype size = packet.size();
    const qint64 begin = test::threadCpuNanoseconds();
    QVERIFY(blankXmpLocation(packet));
    QVERIFY(test::threadCpuNanoseconds() - begin < 500'000'000);
    QCOMPARE(packet, QByteArray(size, ' '));
}

QTEST_APPLESS_MAIN(TestLocationBlanking)
#include "tst_locationblanking.moc"
