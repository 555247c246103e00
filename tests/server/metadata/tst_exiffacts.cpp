// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/caption.h"
#include "server/metadata/clocktime.h"
#include "server/metadata/exiffacts.h"
#include "server/metadata/tiffreader.h"
#include "tests/support/photofile.h"

#include <QtTest>

using namespace porchlight;

class TestExifFacts final : public QObject
{
    Q_OBJECT
private slots:
    void readsBothByteOrders_data();
    void readsBothByteOrders();
    void takesNoCamerasWordsForADescription();
    void readsNothingFromNothing();
    void survivesEveryCut();
    void survivesEveryByteChanged();
    void readsXmpDescriptions();
    void readsIptcCaptions();
};

static const test::PhotoTags Tags{.orientation = 6,
                                  .taken = "2026:07:18 15:04:05",
                                  .offset = "+02:00",
                                  .make = "Canon",
                                  .model = "Canon EOS R5",
                                  .description = "At the lake",
                                  .isLocated = true};

void TestExifFacts::readsBothByteOrders_data()
{
    QTest::addColumn<bool>("isBigEndian");
    QTest::addRow("little-endian") << false;
    QTest::addRow("big-endian") << true;
}

void TestExifFacts::readsBothByteOrders()
{
    QFETCH(bool, isBigEndian);
    const ExifFacts facts = readExif(BytesInMemory(test::tiffOf(Tags, isBigEndian)));
    QCOMPARE(facts.orientation, 6);
    QCOMPARE(facts.takenMs, clockMs("2026:07:18 15:04:05"));
    QCOMPARE(facts.camera, QByteArray("Canon EOS R5"));
    QCOMPARE(facts.description, QByteArray("At the lake"));
    QVERIFY(facts.hasLocation);
    test::PhotoTags elsewhere = Tags;
    elsewhere.isLocated = false;
    QVERIFY(!readExif(BytesInMemory(test::tiffOf(elsewhere, isBigEndian))).hasLocation);
}

void TestExifFacts::takesNoCamerasWordsForADescription()
{
    const test::PhotoTags tags{.description = "OLYMPUS DIGITAL CAMERA         "};
    QCOMPARE(readExif(BytesInMemory(test::tiffOf(tags))).description, QByteArray());
}

void TestExifFacts::readsNothingFromNothing()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("II"), QByteArray("II*\0\xff\xff\xff\xff", 8)}) {
        const ExifFacts facts = readExif(BytesInMemory(bytes));
        QCOMPARE(facts.orientation, 1);
        QVERIFY(!facts.takenMs);
    }
}

void TestExifFacts::survivesEveryCut()
{
    const QByteArray whole = test::tiffOf(Tags);
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(readExif(BytesInMemory(whole.first(length))).orientation >= 1);
}

void TestExifFacts::survivesEveryByteChanged()
{
    const QByteArray whole = test::tiffOf(Tags);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray changed = whole;
            changed[i] = value;
            const ExifFacts facts = readExif(BytesInMemory(changed));
            QVERIFY(facts.orientation >= 1 && facts.orientation <= 8);
        }
    }
}

void TestExifFacts::readsXmpDescriptions()
{
    const QByteArray packet = R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="de">Am See</rdf:li>
        <rdf:li xml:lang="x-default">At the lake &amp; back</rdf:li></rdf:Alt></dc:description></rdf:Description>
        </rdf:RDF></x:xmpmeta>)";
    QCOMPARE(xmpDescription(packet), QByteArray("At the lake & back"));
    QCOMPARE(xmpDescription(packet.first(packet.size() / 2)), QByteArray());
    QCOMPARE(xmpDescription("no packet"), QByteArray());
}

void TestExifFacts::readsIptcCaptions()
{
    const QByteArray caption("\x1c\x02\x78\x00\x0b"
                             "At the lake",
                             16);
    const QByteArray record = QByteArray("\x1c\x02\x05\x00\x01T", 6) + caption;
    const QByteArray app13 = QByteArray("Photoshop 3.0\0", 14) +
                             QByteArray("8BIM\x04\x25\0\0\0\0\0\x02xx", 14) +
                             QByteArray("8BIM\x04\x04\0\0\0\0\0", 11) + char(record.size()) + record;
    QCOMPARE(iptcCaption(app13), QByteArray("At the lake"));
    for (qsizetype length = 0; length < app13.size(); ++length)
        QCOMPARE(iptcCaption(app13.first(length)), QByteArray());
}

QTEST_APPLESS_MAIN(TestExifFacts)
#include "tst_exiffacts.moc"
