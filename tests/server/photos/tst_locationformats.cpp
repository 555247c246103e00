// SPDX-License-Identifier: GPL-3.0-or-later
#include "sentphoto.h"
#include "server/metadata/exiffacts.h"
#include "server/metadata/locationblanking.h"
#include "tests/support/photofile.h"

#include <QBuffer>
#include <QImageWriter>
#include <QtEndian>
#include <QtTest>

#include <algorithm>

#include <zlib.h>

using namespace porchlight;
using test::sent;

namespace {

const test::PhotoTags Tags{.orientation = 6, .taken = "2026:07:18 15:04:05", .isLocated = true};
const QByteArray Packet = R"(<x exif:GPSLatitude="48,12.5N" dc:title="Lake"/>)";
const QByteArray BlankPacket = R"(<x exif:GPSLatitude="        " dc:title="Lake"/>)";
const QByteArray XmpKeyword("XML:com.adobe.xmp\0", 18);
constexpr QByteArrayView ExifId("Exif\0\0", 6);

QByteArray blankTiff()
{
    QByteArray tiff = test::tiffOf(Tags);
    blankExifLocation(tiff);
    return tiff;
}

template <typename Number>
QByteArray little(Number value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray big(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray box(const QByteArray &type, const QByteArray &content)
{
    return big(quint32(8 + content.size())) + type + content;
}

QByteArray jpeg()
{
    return test::encoded(test::fourCorners({200, 100}), "jpeg");
}

/// In several scans.
QByteArray progressiveJpeg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    writer.write(test::fourCorners({200, 100}));
    return bytes;
}

QByteArray png()
{
    return test::encoded(test::fourCorners({20, 10}), "png");
}

/// With a chunk, and its right checksum.
QByteArray pngWith(const QByteArray &type, const QByteArray &content)
{
    QByteArray file = test::pngWithChunk(png(), type, content);
    const QByteArray chunk = type + content;
    const qsizetype at = file.indexOf(chunk);
    const uLong checksum = ::crc32(0, reinterpret_cast<const Bytef *>(chunk.constData()), uInt(chunk.size()));
    return file.replace(at + chunk.size(), 4, big(quint32(checksum)));
}

QByteArray webpChunk(const QByteArray &type, const QByteArray &content)
{
    return type + little(quint32(content.size())) + content + QByteArray(content.size() % 2, '\0');
}

QByteArray webp(const QByteArray &chunks)
{
    QByteArray file = test::encoded(test::fourCorners({20, 10}), "webp") + chunks;
    return file.replace(4, 4, little(quint32(file.size() - 8)));
}

struct TiffEntry
{
    quint16 tag;
    quint16 type; ///< 4: a number, or where one stands; 1 and 7: bytes.
    quint32 count;
    quint32 value;
};

/// A directory, little-endian; `next` is the next one's offset.
QByteArray directory(const std::vector<TiffEntry> &entries, quint32 next = 0)
{
    QByteArray bytes = little(quint16(entries.size()));
    for (const TiffEntry &each : entries)
        bytes += little(each.tag) + little(each.type) + little(each.count) + little(each.value);
    return bytes + little(next);
}

constexpr qsizetype directoryLength(int entries)
{
    return 2 + 12 * entries + 4;
}

const QByteArray TiffHead("II*\0\x08\0\0\0", 8);
const QByteArray Latitude("LATITUDELATITUDELATITUDE");

/// A page of a TIFF file, its GPS directory behind it, at `offset`.
QByteArray placedPage(quint32 offset, quint32 next)
{
    const auto gps = quint32(offset + directoryLength(2));
    const auto latitude = quint32(gps + directoryLength(1));
    return directory({{0x0100, 4, 1, 640}, {0x8825, 4, 1, gps}}, next) + directory({{2, 5, 3, latitude}}) +
           Latitude;
}

QByteArray blankPage(quint32 next)
{
    return directory({{0x0100, 4, 1, 640}}, next) +
           QByteArray(12 + directoryLength(1) + Latitude.size(), '\0');
}

} // namespace

/// What is taken out of a file's places, format by format. Nothing else changes.
class TestLocationFormats final : public QObject
{
    Q_OBJECT
private slots:
    void takesThePlaceOut_data();
    void takesThePlaceOut();
    void leavesAloneWhatTellsNoPlace_data();
    void leavesAloneWhatTellsNoPlace();
    void refusesWhatCannotBeLookedThrough_data();
    void refusesWhatCannotBeLookedThrough();
    void picturesStayTheSame_data();
    void picturesStayTheSame();
    void survivesDamage_data() { takesThePlaceOut_data(); }
    void survivesDamage();

private:
    std::variant<Body, LocationKept> without(const QByteArray &content)
    {
        return test::withoutLocation(test::storedPhoto(m_folder, content));
    }

    TemporaryFolder m_folder;
};

Q_DECLARE_METATYPE(LocationKept)

static void addPngs()
{
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &before,
                        const QByteArray &typeAfter, const QByteArray &after) {
        QTest::addRow("PNG: %s", name) << pngWith(type, before) << pngWith(typeAfter, after);
    };
    row("Exif", "eXIf", test::tiffOf(Tags), "eXIf", blankTiff());
    const QByteArray plain = XmpKeyword + QByteArray("\0\0en\0\0", 6);
    row("XMP", "iTXt", plain + Packet, "iTXt", plain + BlankPacket);
    row("XMP with more names than are blanked one by one", "iTXt", plain + Packet.repeated(200), "iTXt",
        plain + QByteArray(Packet.size() * 200, ' '));
    row("compressed XMP goes as a whole", "iTXt", XmpKeyword + QByteArray("\1\0\0\0", 4) + "packed", "tEXt",
        XmpKeyword + QByteArray(10, ' '));
    const QByteArray profile("Raw profile type exif\0", 22);
    row("Exif as text", "tEXt", profile + "45786966", "tEXt", profile + QByteArray(8, ' '));
    row("Exif as compressed text", "zTXt", profile + QByteArray("\0packed", 7), "tEXt",
        profile + QByteArray(7, ' '));
    const QByteArray latitude("exif:GPSLatitude\0", 17);
    row("a text of that name", "tEXt", latitude + "48/1", "tEXt", latitude + "    ");
    QTest::addRow("PNG: behind the picture") << png() + "48.2" << png() + QByteArray(4, '\0');
}

static void addWebps()
{
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &before,
                        const QByteArray &after) {
        QTest::addRow("WebP: %s", name) << webp(webpChunk("ODD ", "x") + webpChunk(type, before))
                                        << webp(webpChunk("ODD ", "x") + webpChunk(type, after));
    };
    row("Exif", "EXIF", test::tiffOf(Tags), blankTiff());
    row("Exif as JPEG has it", "EXIF", ExifId.toByteArray() + test::tiffOf(Tags),
        ExifId.toByteArray() + blankTiff());
    row("XMP", "XMP ", Packet, BlankPacket);
    QTest::addRow("WebP: behind the picture") << webp({}) + "48.2" << webp({}) + QByteArray(4, '\0');
}

static void addTiffs()
{
    for (const bool isBigEndian : {false, true}) {
        const QByteArray before = test::tiffOf(Tags, isBigEndian);
        QByteArray after = before;
        blankExifLocation(after);
        QTest::addRow("TIFF: %s", isBigEndian ? "big-endian" : "little-endian") << before << after;
    }
    const auto second = quint32(TiffHead.size() + placedPage(0, 0).size());
    QTest::addRow("TIFF: every page") << TiffHead + placedPage(8, second) + placedPage(second, 0)
                                      << TiffHead + blankPage(second) + blankPage(0);
    const auto inside = quint32(TiffHead.size() + directoryLength(1));
    const QByteArray raw = TiffHead + directory({{0x014a, 4, 1, inside}});
    QTest::addRow("TIFF: a picture in a picture") << raw + placedPage(inside, 0) << raw + blankPage(0);

    const auto withValue = [&](quint16 tag, const QByteArray &value) {
        return TiffHead + directory({{tag, 7, quint32(value.size()), inside}}) + value;
    };
    // 7 is of bytes, as far as a reader of numbers can tell.
    QTest::addRow("TIFF: XMP") << withValue(0x02bc, Packet) << withValue(0x02bc, BlankPacket);
    const QByteArray record("\x1c\x02\x5a\0\4Wien", 9);
    const QByteArray blankRecord("\x1c\x02\x5a\0\4    ", 9);
    QTest::addRow("TIFF: IPTC") << withValue(0x83bb, record) << withValue(0x83bb, blankRecord);
    const QByteArray resource("8BIM\x04\x04\0\0\0\0\0\x09", 12);
    QTest::addRow("TIFF: IPTC of Photoshop")
        << withValue(0x8649, resource + record) << withValue(0x8649, resource + blankRecord);
    const QByteArray segment = ExifId.toByteArray() + test::tiffOf(Tags);
    const QByteArray blankSegment = ExifId.toByteArray() + blankTiff();
    const auto preview = [](const QByteArray &exif) { return test::jpegWithSegment(jpeg(), 0xe1, exif); };
    QTest::addRow("TIFF: Panasonic's preview")
        << withValue(0x002e, preview(segment)) << withValue(0x002e, preview(blankSegment));
    const auto thumbnail = [&](const QByteArray &exif) {
        const auto at = quint32(TiffHead.size() + directoryLength(2));
        const QByteArray bytes = preview(exif);
        return TiffHead + directory({{0x0201, 4, 1, at}, {0x0202, 4, 1, quint32(bytes.size())}}) + bytes;
    };
    QTest::addRow("TIFF: a preview") << thumbnail(segment) << thumbnail(blankSegment);
    const auto fuji = [&](const QByteArray &exif) {
        const QByteArray bytes = preview(exif);
        return QByteArray("FUJIFILMCCD-RAW ").leftJustified(84, '\0') + big(92) + big(quint32(bytes.size())) +
               bytes;
    };
    QTest::addRow("Fujifilm's RAW") << fuji(segment) << fuji(blankSegment);
}

static void addJpegs()
{
    const QByteArray placed = test::jpegWithExif(jpeg(), Tags);
    QByteArray blank = placed;
    blank.replace(test::tiffOf(Tags), blankTiff());
    const QByteArray padding(100, '\0');
    QTest::addRow("JPEG: more pictures behind it")
        << placed + padding + placed + placed << blank + padding + blank + blank;
    const auto film = [](const QByteArray &inside) {
        return box("ftyp", "mp42") + box("moov", box("udta", inside));
    };
    QTest::addRow("JPEG: a film behind it")
        << placed + film(box("\xa9xyz", "+48.2")) << blank + film(box("free", QByteArray(5, '\0')));
    const QByteArray phone =
        QByteArray("\0\0\x30\x0a", 4) + "MotionPhoto_Data" + film(box("\xa9xyz", "+48.2")) + "SEFT";
    QTest::addRow("JPEG: what a phone puts behind it")
        << placed + phone << blank + QByteArray(phone.size(), '\0');
    QTest::addRow("JPEG: more than a piece of zeros behind it")
        << jpeg() + QByteArray(3 * 1024 * 1024, 'x') << jpeg() + QByteArray(3 * 1024 * 1024, '\0');
    QTest::addRow("JPEG: of several scans")
        << progressiveJpeg() + "48.2" << progressiveJpeg() + QByteArray(4, '\0');
}

static void addIsos()
{
    const QByteArray canon = QByteArray::fromHex("85c0b687820f11e08111f4ce462b6a48") + box("CMT1", "II*");
    const auto raw = [&](const QByteArray &gps) {
        return box("ftyp", "crx ") + box("moov", box("uuid", canon + gps));
    };
    QTest::addRow("Canon's RAW") << raw(box("CMT4", "II*48.2")) << raw(box("free", QByteArray(7, '\0')));
    const QByteArray xmp = QByteArray::fromHex("be7acfcb97a942e89c71999491e3afac");
    const auto film = [&](const QByteArray &packet) {
        return box("ftyp", "mp42") + box("moov", {}) + box("uuid", xmp + packet);
    };
    QTest::addRow("film: XMP") << film(Packet) << film(BlankPacket);
    const auto inside = [&](const QByteArray &packet) {
        return box("ftyp", "qt  ") + box("moov", box("udta", box("XMP_", packet)));
    };
    QTest::addRow("film: XMP among its data") << inside(Packet) << inside(BlankPacket);
}

/// A film with such a track, and a box behind its samples.
static QByteArray filmOf(const QByteArray &handler, const QByteArray &entry, const QByteArray &name = {},
                         const QByteArray &last = {})
{
    const QByteArray entries = box("stsd", QByteArray("\0\0\0\0\0\0\0\1", 8) + entry);
    const auto track = [](const QByteArray &type, const QByteArray &called, const QByteArray &samples) {
        const QByteArray head = QByteArray(8, '\0') + type + QByteArray(12, '\0') + called;
        return box("trak", box("mdia", box("hdlr", head) + box("minf", box("stbl", samples))));
    };
    return box("ftyp", "mp42") + box("moov", track("vide", {}, {}) + track(handler, name, entries)) +
           box("mdat", "48.2082") + last;
}

static QByteArray mebx(const QByteArray &key)
{
    return box("mebx", QByteArray(8, '\0') + box("keys", box("local", box("keyd", "mdta" + key))));
}

/// An element of less than 16 KiB.
static QByteArray element(quint32 id, const QByteArray &content)
{
    const QByteArray number = big(id);
    const auto length = quint16(0x4000 | content.size());
    return number.sliced(std::ranges::find_if(number, [](char c) { return c != '\0'; }) - number.begin()) +
           char(length >> 8) + char(length & 0xff) + content;
}

static QByteArray simpleTag(const QByteArray &name, const QByteArray &text, const QByteArray &inside = {})
{
    return element(0x67c8, element(0x4487, text) + element(0x45a3, name) + inside);
}

/// A film of Matroska with these tags behind its pictures.
static QByteArray matroska(const QByteArray &cluster, const QByteArray &tags)
{
    return element(0x1a45dfa3, "matroska") +
           element(0x18538067, cluster + element(0xa3, "pictures") + element(0x1254c367, tags));
}

static void addMatroskas()
{
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
        const QByteArray open("\x1f\x43\xb6\x75\xff"); // its length is not known
        for (const QByteArray &cluster : {element(0x1f43b675, "12345"), open})
            QTest::addRow("Matroska, %s: %s", cluster == open ? "live" : "whole", name)
                << matroska(cluster, before) << matroska(cluster, after);
    };
    const QByteArray title = simpleTag("TITLE", "Lake");
    row("a tag", element(0x7373, title + simpleTag("LOCATION", "+48.2")),
        element(0x7373, title + simpleTag("LOCATION", "     ")));
    row("a tag inside of one", element(0x7373, simpleTag("x", "y", simpleTag("gps", "1", title))),
        element(0x7373, simpleTag("x", "y", simpleTag("gps", " ", simpleTag("TITLE", "    ")))));
    row("the checksum goes", QByteArray("\xbf\x84sums") + element(0x7373, simpleTag("LOCATION", "+48.2")),
        QByteArray("\xec\x84sums") + element(0x7373, simpleTag("LOCATION", "     ")));
}

void TestLocationFormats::takesThePlaceOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    addPngs();
    addWebps();
    addTiffs();
    addJpegs();
    addIsos();
    addMatroskas();
}

void TestLocationFormats::takesThePlaceOut()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto result = without(before);
    QVERIFY(std::holds_alternative<Body>(result));
    QCOMPARE(sent(std::get<Body>(result)), after);
    const auto again = without(after);
    QVERIFY(!std::holds_alternative<Body>(again) || sent(std::get<Body>(again)) == after);
}

void TestLocationFormats::leavesAloneWhatTellsNoPlace_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray tiff = test::tiffOf({.taken = "2026:07:18 15:04:05"});
    QTest::addRow("PNG") << pngWith("eXIf", tiff);
    QTest::addRow("PNG with a colour profile as text")
        << pngWith("tEXt", QByteArray("Raw profile type icc\0 x", 23));
    QTest::addRow("PNG with a text") << pngWith("tEXt", QByteArray("Title\0GPS", 9));
    QTest::addRow("WebP") << webp(webpChunk("EXIF", tiff));
    QTest::addRow("TIFF") << tiff;
    QTest::addRow("TIFF whose directories go in a circle") << TiffHead + directory({{0x0100, 4, 1, 640}}, 8);
    QTest::addRow("JPEG of several scans") << progressiveJpeg();
    QTest::addRow("Matroska") << matroska({}, element(0x7373, simpleTag("TITLE", "LOCATION")));
    QTest::addRow("film with subtitles") << filmOf("sbtl", box("tx3g", {}), "Deutsch");
    QTest::addRow("film with chapters") << filmOf("text", box("text", {}));
    QTest::addRow("film with time codes") << filmOf("tmcd", box("tmcd", {}));
    QTest::addRow("film with an iPhone's notes of faces")
        << filmOf("meta", mebx("com.apple.quicktime.detected-face"));
    QTest::addRow("film with free space") << filmOf("soun", box("mp4a", {}), {}, box("free", "1234"));
    QTest::addRow("JPEG padded with zeros") << jpeg() + QByteArray(1000, '\0');
    QTest::addRow("JPEG without an end") << jpeg().chopped(2);
    QTest::addRow("JPEG that ends amidst of its scan") << jpeg().chopped(40);
}

void TestLocationFormats::leavesAloneWhatTellsNoPlace()
{
    QFETCH(const QByteArray, content);
    const auto result = without(content);
    QVERIFY(std::holds_alternative<LocationKept>(result));
    QCOMPARE(std::get<LocationKept>(result), LocationKept::HasNone);
}

void TestLocationFormats::refusesWhatCannotBeLookedThrough_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("PNG that ends in a chunk") << pngWith("eXIf", test::tiffOf(Tags)).first(60);
    QTest::addRow("PNG of too many chunks")
        << png().first(8) + (big(0) + "IDAT" + QByteArray(4, '\0')).repeated(60'000);
    QTest::addRow("PNG with too much metadata") << pngWith("eXIf", QByteArray(17 * 1024 * 1024, '\0'));
    QTest::addRow("WebP that ends in a chunk") << webp(webpChunk("EXIF", test::tiffOf(Tags))).chopped(9);
    QTest::addRow("WebP whose chunk is longer than it")
        << webp(QByteArray("EXIF") + little(quint32(1'000'000)) + "II*");
    QTest::addRow("TIFF of 64 bits") << QByteArray("II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0", 16);
    QTest::addRow("TIFF without a directory") << TiffHead;
    QTest::addRow("TIFF with too large a directory")
        << TiffHead + little(quint16(2000)) + QByteArray(40'000, '\1');
    QTest::addRow("TIFF with a place of 8 MiB")
        << TiffHead + directory({{0x8825, 4, 1, 26}}) + directory({{2, 5, 1'000'000, 44}});
    QTest::addRow("JPEG of too much to be read through")
        << jpeg().chopped(2) + QByteArray(65 * 1024 * 1024, 'x');
    QTest::addRow("JPEG with too many segments in its scan")
        << jpeg().chopped(2) + QByteArray("\xff\xfe\0\2", 4).repeated(2'000);
    QTest::addRow("Matroska of too many elements") << element(0x1a45dfa3, "matroska") +
                                                          QByteArray("\x18\x53\x80\x67\xff") +
                                                          QByteArray("\xec\x80").repeated(150'000);
    QByteArray deep;
    for (int i = 0; i < 20; ++i)
        deep = element(0x67c8, deep);
    QTest::addRow("Matroska of tags in tags in tags") << matroska({}, element(0x7373, deep));
    QTest::addRow("film of an action camera") << filmOf("meta", box("gpmd", {}));
    QTest::addRow("film of Android's with its way") << filmOf("meta", box("camm", {}));
    QTest::addRow("film of a drone") << filmOf("meta", box("djmd", {}));
    QTest::addRow("film of a drone that tells its way in subtitles")
        << filmOf("sbtl", box("tx3g", {}), "DJI.Subtitle");
    QTest::addRow("film with an iPhone's notes of places")
        << filmOf("meta", mebx("com.apple.quicktime.location.ISO6709"));
    QTest::addRow("film with a track of nothing known") << filmOf("meta", {});
    QTest::addRow("film of a dash cam") << filmOf("soun", box("mp4a", {}), {}, box("gps ", "1234"));
    QTest::addRow("film of a dash cam, in free space")
        << filmOf("soun", box("mp4a", {}), {}, box("free", "GPS 1234"));
    QTest::addRow("film of a dash cam, inside") << box("ftyp", "mp42") + box("moov", box("gps ", "1234"));
    QTest::addRow("Fujifilm's RAW without its preview")
        << QByteArray("FUJIFILMCCD-RAW ").leftJustified(84, '\0') + big(1'000'000) + big(10);
}

void TestLocationFormats::refusesWhatCannotBeLookedThrough()
{
    QFETCH(const QByteArray, content);
    const auto result = without(content);
    QVERIFY(std::holds_alternative<LocationKept>(result));
    QCOMPARE(std::get<LocationKept>(result), LocationKept::NotUnderstood);
}

static bool hasRightChecksums(const QByteArray &png)
{
    for (qsizetype at = 8; at < png.size();) {
        const qsizetype length = qFromBigEndian<quint32>(png.constData() + at);
        const auto *type = reinterpret_cast<const Bytef *>(png.constData() + at + 4);
        if (::crc32(0, type, uInt(4 + length)) != qFromBigEndian<quint32>(png.constData() + at + 8 + length))
            return false;
        at += length + 12;
    }
    return true;
}

void TestLocationFormats::picturesStayTheSame_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("PNG") << pngWith("eXIf", test::tiffOf(Tags));
    QTest::addRow("WebP") << webp(webpChunk("EXIF", test::tiffOf(Tags)));
    QTest::addRow("JPEG") << test::jpegWithExif(progressiveJpeg(), Tags) + "and more";
}

void TestLocationFormats::picturesStayTheSame()
{
    QFETCH(const QByteArray, content);
    const auto result = without(content);
    const QByteArray photo = sent(std::get<Body>(result));
    QCOMPARE(photo.size(), content.size());
    QCOMPARE(QImage::fromData(photo), QImage::fromData(content));
    if (photo.startsWith("\x89PNG"))
        QVERIFY(hasRightChecksums(photo));
}

void TestLocationFormats::survivesDamage()
{
    QFETCH(const QByteArray, before);
    const QByteArray beginning = before.first(std::min<qsizetype>(before.size(), 20'000));
    for (qsizetype i = 0; i < std::min<qsizetype>(beginning.size(), 300); i += 11) {
        QByteArray changed = beginning;
        changed[i] = i % 2 ? '\xff' : '\0';
        const auto result = without(changed);
        if (const auto *body = std::get_if<Body>(&result))
            QCOMPARE(sent(*body).size(), changed.size());
    }
}

QTEST_APPLESS_MAIN(TestLocationFormats)
#include "tst_locationformats.moc"
