// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentphoto.h"
#include "server/metadata/exiffacts.h"
#include "server/metadata/heifitems.h"
#include "tests/support/photofile.h"
#include "tests/support/tools.h"

#include <QtEndian>
#include <QtTest>

using namespace porchlight;
using test::sent;

class TestWithoutLocation final : public QObject
{
    Q_OBJECT
private slots:
    void takesThePlaceOutOfJpeg();
    void takesThePlaceOutOfManySegments();
    void takesAPlaceOutThatTwoSegmentsShare();
    void replacesOnlyWhatTellsThePlace();
    void takesThePlaceOutOfFilms_data();
    void takesThePlaceOutOfFilms();
    void takesIptcsPlaceOut();
    void takesThePlaceOutOfHeif_data();
    void takesThePlaceOutOfHeif();
    void tellsWhyNot_data();
    void tellsWhyNot();
    void survivesDamage_data() { takesThePlaceOutOfHeif_data(); }
    void survivesDamage();

private:
    StoredFile stored(const QByteArray &content);
    QByteArray heif(const QByteArray &name);

    const test::PhotoTags m_tags{.orientation = 6, .taken = "2026:07:18 15:04:05", .isLocated = true};
    TemporaryFolder m_folder;
};

Q_DECLARE_METATYPE(LocationKept)

static const QByteArray XmpId = "http://ns.adobe.com/xap/1.0/" + QByteArray(1, '\0');

StoredFile TestWithoutLocation::stored(const QByteArray &content)
{
    return test::storedPhoto(m_folder, content);
}

void TestWithoutLocation::takesThePlaceOutOfJpeg()
{
    const QByteArray plain = test::encoded(test::fourCorners({200, 100}), "jpeg");
    const QByteArray packet = R"(<x exif:GPSLatitude="48,12.5N" dc:title="Lake"/>)";
    QByteArray blank = packet;
    blank.replace("48,12.5N", QByteArray(8, ' '));
    const auto with = [&](const QByteArray &xmp) {
        return test::jpegWithExif(test::jpegWithSegment(plain, 0xe1, XmpId + xmp), m_tags);
    };
    const auto result = test::withoutLocation(stored(with(packet)));
    const QByteArray content = sent(std::get<Body>(result));
    const qsizetype exifLength = test::tiffOf(m_tags).size();
    constexpr qsizetype ExifOffset = 2 + 4 + 6;
    QCOMPARE(content.first(ExifOffset), with(blank).first(ExifOffset));
    QCOMPARE(content.sliced(ExifOffset + exifLength), with(blank).sliced(ExifOffset + exifLength));
    const ExifFacts facts = readExif(BytesInMemory(content.sliced(ExifOffset, exifLength)));
    QVERIFY(!facts.hasLocation);
    QCOMPARE(facts.orientation, 6);
    QVERIFY(facts.takenMs);
    QCOMPARE(QImage::fromData(content), QImage::fromData(with(packet)));
}

/// A portrait with its depth has dozens of segments, and once they were more than were looked at.
void TestWithoutLocation::takesThePlaceOutOfManySegments()
{
    QByteArray photo = test::jpegWithExif(test::encoded(test::fourCorners({200, 100}), "jpeg"), m_tags);
    for (int i = 0; i < 40; ++i)
        photo = test::jpegWithSegment(photo, 0xe1, XmpId + "<x/>");
    const auto result = test::withoutLocation(stored(photo));
    const QByteArray content = sent(std::get<Body>(result));
    const qsizetype exif = content.indexOf(QByteArrayView("Exif\0\0", 6)) + 6;
    QVERIFY(!readExif(BytesInMemory(content.sliced(exif, test::tiffOf(m_tags).size()))).hasLocation);
}

void TestWithoutLocation::takesAPlaceOutThatTwoSegmentsShare()
{
    const QByteArray head = "http://ns.adobe.com/xmp/extension/" + QByteArray(1, '\0') + QByteArray(40, 'h');
    const auto with = [&](const QByteArray &first, const QByteArray &second) {
        QByteArray photo = test::encoded(test::fourCorners({200, 100}), "jpeg");
        photo = test::jpegWithSegment(photo, 0xe1, head + second);
        return test::jpegWithSegment(photo, 0xe1, head + first);
    };
    const auto result = test::withoutLocation(stored(with("<a exif:GPSLat", "itude=\"48,12.5N\"/>")));
    QCOMPARE(sent(std::get<Body>(result)), with("<a exif:GPSLat", "itude=\"        \"/>"));
}

/// It is remembered for each photo, whose metadata may take many times as much.
void TestWithoutLocation::replacesOnlyWhatTellsThePlace()
{
    const QByteArray away(1000, ' ');
    const QByteArray packet = "<x a:Note='" + away +
                              "' exif:GPSLatitude='48,12.5N' exif:GPSLongitude='16,22E' a:More='" + away +
                              "' a:City='Wien' a:City=''/>";
    const QByteArray photo =
        test::jpegWithSegment(test::encoded(test::fourCorners({200, 100}), "jpeg"), 0xe1, XmpId + packet);
    const LocationBlanks blanks = locationBlanks(stored(photo));
    const auto &places = std::get<Replacements>(blanks);
    QCOMPARE(places.size(), size_t(2)); // what is close together goes in one
    QCOMPARE(places[0].offset, photo.indexOf("48,12"));
    QCOMPARE(places[0].bytes, "        ' exif:GPSLongitude='      ");
    QCOMPARE(places[1].offset, photo.indexOf("Wien"));
    QCOMPARE(places[1].bytes, "    ");
    // Once it is blank there is nothing to replace.
    QByteArray blank = photo;
    for (const Replacement &place : places)
        blank.replace(place.offset, place.bytes.size(), place.bytes);
    QCOMPARE(std::get<LocationKept>(locationBlanks(stored(blank))), LocationKept::HasNone);
}

static QByteArray box(const QByteArray &type, const QByteArray &content)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(8 + content.size()), length.data());
    return length + type + content;
}

void TestWithoutLocation::takesThePlaceOutOfFilms_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray keys =
        box("keys", QByteArray("\0\0\0\0\0\0\0\2", 8) + box("mdta", "com.apple.quicktime.make") +
                        box("mdta", "com.apple.quicktime.location.ISO6709"));
    const auto item = [](char index, const QByteArray &text) {
        return box(QByteArray("\0\0\0", 3) + index, box("data", QByteArray("\0\0\0\1\0\0\0\0", 8) + text));
    };
    const auto meta = [&](const QByteArray &place) {
        return box("meta",
                   box("hdlr", QByteArray(24, '\0')) + keys + box("ilst", item(1, "Apple") + item(2, place)));
    };
    QTest::addRow("QuickTime's key") << meta("+48.2+016.3/") << meta("            ");
    const QByteArray tooMany = box("hdlr", QByteArray(24, '\0')) + box("keys", QByteArray(70'000, '\1')) +
                               box("ilst", item(1, "+48.2"));
    QTest::addRow("more keys than are looked through")
        << box("meta", tooMany) << box("free", QByteArray(tooMany.size(), '\0'));
    QTest::addRow("user data") << box("udta", box("\xa9xyz", "+48.2") + box("name", "a"))
                               << box("udta", box("free", QByteArray(5, '\0')) + box("name", "a"));
    QTest::addRow("3GPP's, of a track") << box("trak", box("udta", box("loci", "12345678")))
                                        << box("trak", box("udta", box("free", QByteArray(8, '\0'))));
}

void TestWithoutLocation::takesThePlaceOutOfFilms()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    for (const QByteArray &beginning : {box("ftyp", "qt  \0\0\0\0"), box("wide", {})}) {
        const QByteArray data = box("mdat", "pictures");
        const auto result = test::withoutLocation(stored(beginning + box("moov", before) + data));
        QCOMPARE(sent(std::get<Body>(result)), beginning + box("moov", after) + data);
    }
}

void TestWithoutLocation::takesIptcsPlaceOut()
{
    const QByteArray segment = QByteArray("Photoshop 3.0\0"
                                          "8BIM\x04\x04\0\0\0\0\0\x09\x1c\x02\x5a\0\4Wien",
                                          35);
    const QByteArray photo =
        test::jpegWithSegment(test::encoded(test::fourCorners({200, 100}), "jpeg"), 0xed, segment);
    const auto result = test::withoutLocation(stored(photo));
    QByteArray blank = photo;
    QCOMPARE(sent(std::get<Body>(result)), blank.replace("Wien", "    "));
}

/// What heif-enc makes of a JPEG with a place; empty when it cannot.
QByteArray TestWithoutLocation::heif(const QByteArray &name)
{
    m_folder.file("from.jpg",
                  test::jpegWithExif(test::encoded(test::fourCorners({200, 100}), "jpeg"), m_tags));
    test::run("heif-enc " + m_folder.path("from.jpg") + " -o " + m_folder.path(name));
    return test::contentOf(QFile::decodeName(m_folder.path(name)));
}

void TestWithoutLocation::takesThePlaceOutOfHeif_data()
{
    QTest::addColumn<QByteArray>("content");
    if (!test::isInstalled("heif-enc"))
        QSKIP("heif-enc, which makes the pictures, is not installed");
    for (const char *name : {"a.heic", "a.avif"}) {
        const QByteArray content = heif(name);
        if (content.contains("Exif"))
            QTest::addRow("%s", name) << content;
    }
    if (const QByteArray sample =
            test::contentOf(QFile::decodeName(qgetenv("PORCHLIGHT_SAMPLES") + "/IMG_5195.HEIC"));
        !sample.isEmpty())
        QTest::addRow("of a phone") << sample;
}

static ExifFacts exifOf(const QByteArray &heif)
{
    const BytesInMemory file(heif);
    for (const HeifItem &item : heifMetadata(file).value_or(std::vector<HeifItem>())) {
        const QByteArray bytes = heifItemBytes(file, item);
        if (item.kind == HeifItem::Kind::Exif)
            return readExif(BytesInMemory(bytes.sliced(tiffOffset(bytes))));
    }
    return {};
}

void TestWithoutLocation::takesThePlaceOutOfHeif()
{
    QFETCH(QByteArray, content);
    QVERIFY(exifOf(content).hasLocation);
    const auto result = test::withoutLocation(stored(content));
    const QByteArray without = sent(std::get<Body>(result));
    QCOMPARE(without.size(), content.size());
    QVERIFY(!exifOf(without).hasLocation);
    QCOMPARE(exifOf(without).takenMs, exifOf(content).takenMs);
    QCOMPARE(exifOf(without).orientation, exifOf(content).orientation);
    // Whatever lies outside of the metadata is the same.
    const BytesInMemory file(content);
    QByteArray before = content;
    QByteArray after = without;
    for (const HeifItem &item : heifMetadata(file).value_or(std::vector<HeifItem>())) {
        for (const auto &extent : item.extents) {
            before.remove(extent.offset, extent.length);
            after.remove(extent.offset, extent.length);
        }
    }
    QCOMPARE(after, before);
}

void TestWithoutLocation::tellsWhyNot_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<LocationKept>("why");
    const QByteArray jpeg = test::encoded(test::fourCorners({200, 100}), "jpeg");
    const QByteArray segment = test::jpegWithSegment(jpeg, 0xe1, QByteArray(65'000, 'x')).mid(2, 65'004);
    const QByteArray many = jpeg.first(2) + segment.repeated(300) + jpeg.sliced(2);
    const QByteArray placed = test::jpegWithExif(jpeg, m_tags);
    QTest::addRow("no metadata") << jpeg << LocationKept::HasNone;
    QTest::addRow("no place in it") << test::jpegWithExif(jpeg, {.taken = "2026:07:18 15:04:05"})
                                    << LocationKept::HasNone;
    QTest::addRow("too much metadata") << many << LocationKept::NotUnderstood;
    QTest::addRow("a scan that is not there")
        << placed.first(placed.indexOf("\xff\xda")) << LocationKept::NotUnderstood;
    QTest::addRow("more fill bytes than are looked at")
        << placed.first(2) + QByteArray(100'000, '\xff') + placed.sliced(2) << LocationKept::NotUnderstood;
    QTest::addRow("a picture whose items cannot be found") << QByteArray("\0\0\0\x10"
                                                                         "ftypheic\0\0\0\0\0\0\0\x0c"
                                                                         "meta\0\0\0\0",
                                                                         28)
                                                           << LocationKept::NotUnderstood;
    QTest::addRow("another format") << QByteArray("GIF89a") << LocationKept::OtherFormat;
    QTest::addRow("a film that tells no place") << QByteArray("\0\0\0\x10"
                                                              "ftypmp42\0\0\0\0\0\0\0\x08moov",
                                                              24)
                                                << LocationKept::HasNone;
    QTest::addRow("a film with too large an index")
        << box("ftyp", "mp42") + box("moov", QByteArray(17 * 1024 * 1024, '\0'))
        << LocationKept::NotUnderstood;
    QTest::addRow("nothing") << QByteArray() << LocationKept::OtherFormat;
}

void TestWithoutLocation::tellsWhyNot()
{
    QFETCH(QByteArray, content);
    const auto result = test::withoutLocation(stored(content));
    QVERIFY(std::holds_alternative<LocationKept>(result));
    QTEST(std::get<LocationKept>(result), "why");
}

void TestWithoutLocation::survivesDamage()
{
    QFETCH(QByteArray, content);
    if (content.size() > 100'000)
        QSKIP("too large to be written hundreds of times");
    for (qsizetype i = 0; i < std::min<qsizetype>(content.size(), 1000); i += 3) {
        QByteArray changed = content;
        changed[i] = i % 2 ? '\xff' : '\0';
        const auto result = test::withoutLocation(stored(changed));
        if (const auto *body = std::get_if<Body>(&result))
            QCOMPARE(body->length(), content.size());
    }
}

QTEST_APPLESS_MAIN(TestWithoutLocation)
#include "tst_withoutlocation.moc"
