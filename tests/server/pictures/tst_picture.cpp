// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/clocktime.h"
#include "server/pictures/picture.h"
#include "server/pictures/picturejob.h"
#include "server/pictures/svgpicture.h"
#include "tests/support/photofile.h"
#include "tests/support/tools.h"

#include <QColorSpace>
#include <QImageReader>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtEndian>
#include <QtTest>

#include <sys/resource.h>

using namespace porchlight;
using picturemessage::Outcome;

Q_DECLARE_METATYPE(Outcome)

namespace {

struct Made
{
    picturemessage::Reply reply;
    PictureFacts facts;
    QByteArray tile;
    QByteArray tile2;
    QByteArray screen;
};

class OpenedFile final
{
public:
    explicit OpenedFile(const QByteArray &bytes = {})
    {
        if (!m_file.open())
            qFatal("No temporary file can be made.");
        m_file.write(bytes);
        m_file.flush();
    }
    int descriptor() const { return m_file.handle(); }
    QByteArray content() const { return test::contentOf(m_file.fileName()); }

private:
    QTemporaryFile m_file;
};

Made make(const QByteArray &bytes, const QByteArray &name, std::array<bool, 3> wanted = {true, true, true})
{
    const OpenedFile source(bytes);
    std::array<OpenedFile, 3> copies;
    std::vector<int> descriptors;
    auto request = picturemessage::requestFor(name);
    request.wanted = wanted;
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i])
            descriptors.push_back(copies[i].descriptor());
    }
    const auto reply = answerPictureRequest(request, source.descriptor(), descriptors);
    return {reply, picturemessage::factsOf(reply), copies[0].content(), copies[1].content(),
            copies[2].content()};
}

bool isNear(QColor a, QColor b)
{
    return qAbs(a.red() - b.red()) < 40 && qAbs(a.green() - b.green()) < 40 && qAbs(a.blue() - b.blue()) < 40;
}

void compareCorners(const QImage &image)
{
    const int right = image.width() * 7 / 8;
    const int low = image.height() * 7 / 8;
    const int left = image.width() / 8;
    const int high = image.height() / 8;
    QVERIFY(isNear(image.pixelColor(left, high), Qt::red));
    QVERIFY(isNear(image.pixelColor(right, high), Qt::green));
    QVERIFY(isNear(image.pixelColor(left, low), Qt::blue));
    QVERIFY(isNear(image.pixelColor(right, low), Qt::white));
}

QByteArray crcOf(const QByteArray &bytes) // PNG, Annex D
{
    quint32 crc = ~0u;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int i = 0; i < 8; ++i)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
    QByteArray four(4, Qt::Uninitialized);
    qToBigEndian(~crc, four.data());
    return four;
}

QByteArray withSize(QByteArray png, quint32 side)
{
    qToBigEndian(side, png.data() + 16);
    qToBigEndian(side, png.data() + 20);
    return png.replace(29, 4, crcOf(png.sliced(12, 17)));
}

/// Of a TIFF file in little endian: its width and length are the first two entries of its directory.
QByteArray tiffWithSize(QByteArray tiff, quint16 side)
{
    constexpr quint16 ImageWidth = 0x100, ImageLength = 0x101, Short = 3;
    const quint32 directory = qFromLittleEndian<quint32>(tiff.constData() + 4);
    const int entries = qFromLittleEndian<quint16>(tiff.constData() + directory);
    for (int i = 0; i < entries; ++i) {
        char *const entry = tiff.data() + directory + 2 + 12 * i;
        const quint16 tag = qFromLittleEndian<quint16>(entry);
        if (tag != ImageWidth && tag != ImageLength)
            continue;
        qToLittleEndian(Short, entry + 2);
        qToLittleEndian<quint32>(side, entry + 8);
    }
    return tiff;
}

/// One frame that is said to have all that 14 bits can tell.
QByteArray webpWithLargestFrame(QByteArray webp)
{
    const qsizetype frame = webp.indexOf(QByteArray("\x9d\x01\x2a", 3)); // RFC 6386 §9.1
    return frame < 0 ? QByteArray() : webp.replace(frame + 3, 4, "\xff\x3f\xff\x3f");
}

/// The same frame as one of an animation on a canvas of that size, 24 bits each side.
QByteArray webpOnCanvas(const QByteArray &webp, quint32 side)
{
    const auto number = [](quint64 value, int bytes) {
        QByteArray little;
        for (int i = 0; i < bytes; ++i)
            little += char(value >> (8 * i));
        return little;
    };
    const auto chunk = [&](const QByteArray &type, const QByteArray &content) {
        return type + number(quint64(content.size()), 4) + content + QByteArray(content.size() & 1, '\0');
    };
    const QByteArray frame =
        number(0, 6) + number(7, 3) + number(7, 3) + number(100, 3) + '\0' + webp.sliced(12);
    constexpr quint64 MovesAndIsTransparent = 0x12;
    const QByteArray chunks =
        chunk("VP8X", number(MovesAndIsTransparent, 4) + number(side - 1, 3) + number(side - 1, 3)) +
        chunk("ANIM", number(0, 6)) + chunk("ANMF", frame);
    return "RIFF" + number(quint64(chunks.size()) + 4, 4) + "WEBP" + chunks;
}

/// Of HEIC and AVIF: each box that tells a size (ISO/IEC 23008-12 §6.5.3) tells this one.
QByteArray heifWithSize(QByteArray heif, quint32 side)
{
    for (qsizetype at = heif.indexOf("ispe"); at >= 0; at = heif.indexOf("ispe", at + 1)) {
        qToBigEndian(side, heif.data() + at + 8);
        qToBigEndian(side, heif.data() + at + 12);
    }
    return heif;
}

} // namespace

class TestPicture final : public QObject
{
    Q_OBJECT
private slots:
    void makesEverySize();
    void neverEnlarges();
    void showsJpegUpright_data();
    void showsJpegUpright();
    void showsOtherFormats_data();
    void showsOtherFormats();
    void showsHeif_data();
    void showsHeif();
    void turnsPngByItsExif();
    void readsFactsOfJpeg();
    void convertsWideGamut();
    void leavesMetadataBehind();
    void knowsWhatMoves_data();
    void knowsWhatMoves();
    void refusesBombsUndecoded_data();
    void refusesBombsUndecoded();
    void drawsHugeDrawingsSmall_data();
    void drawsHugeDrawingsSmall();
    void survivesDamage_data();
    void survivesDamage();
    void knowsNoOtherFiles_data();
    void knowsNoOtherFiles();
    void drawsNothingFromOutside();
    void drawsText();
    void readsRawByItsPreview();
    void makesPosters();
    void readsSamples_data();
    void readsSamples();

private:
    QByteArray heif(const char *name, const QByteArray &jpeg);
    QByteArray movingAvif();
    QTemporaryDir m_folder;
};

void TestPicture::makesEverySize()
{
    const Made made = make(test::encoded(test::fourCorners({3000, 2000}), "jpeg"), "a.jpg");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QVERIFY(made.reply.copied);
    QCOMPARE(QImage::fromData(made.tile).size(), QSize(480, 320));
    QCOMPARE(QImage::fromData(made.tile2).size(), QSize(960, 640));
    QCOMPARE(QImage::fromData(made.screen).size(), QSize(2048, 1365));
    for (const QByteArray &copy : {made.tile, made.tile2, made.screen})
        compareCorners(QImage::fromData(copy));
    const Made one =
        make(test::encoded(test::fourCorners({3000, 2000}), "jpeg"), "a.jpg", {false, true, false});
    QCOMPARE(QImage::fromData(one.tile2).size(), QSize(960, 640));
    QVERIFY(one.tile.isEmpty() && one.screen.isEmpty());
    const Made none =
        make(test::encoded(test::fourCorners({300, 200}), "jpeg"), "a.jpg", {false, false, false});
    QCOMPARE(none.reply.outcome, Outcome::Done);
    QVERIFY(!none.reply.copied);
}

void TestPicture::neverEnlarges()
{
    const Made made = make(test::encoded(test::fourCorners({100, 60}), "png"), "a.png");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    for (const QByteArray &copy : {made.tile, made.tile2, made.screen})
        QCOMPARE(QImage::fromData(copy).size(), QSize(100, 60));
}

void TestPicture::showsJpegUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("orientation %d", orientation) << orientation;
}

void TestPicture::showsJpegUpright()
{
    QFETCH(int, orientation);
    const QByteArray jpeg = test::encoded(test::storedAs(test::fourCorners({600, 400}), orientation), "jpeg");
    const Made made = make(test::jpegWithExif(jpeg, {.orientation = orientation}), "a.JPG");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(600, 400));
    const QImage tile = QImage::fromData(made.tile);
    QCOMPARE(tile.size(), QSize(480, 320));
    compareCorners(tile);
}

void TestPicture::showsOtherFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    const QImage image = test::fourCorners({600, 400});
    for (const char *format : {"png", "webp", "bmp", "tiff"}) {
        if (QImageReader::supportedImageFormats().contains(format))
            QTest::addRow("%s", format) << test::encoded(image, format) << QByteArray("a.") + format;
    }
    // A GIF by hand (GIF89a): 2 by 2 pixels, of four colours, whose codes are written uncompressed.
    QTest::addRow("gif") << QByteArray("GIF89a\2\0\2\0\x81\0\0\xff\0\0\0\xff\0\0\0\xff\xff\xff\xff"
                                       ",\0\0\0\0\2\0\2\0\0\2\3\x44\x34\5\0;",
                                       13 + 12 + 10 + 1 + 5 + 1)
                         << QByteArray("a.gif");
    QTest::addRow("a name that lies") << test::encoded(image, "png") << QByteArray("a.jpg");
    QTest::addRow("a name without an ending") << test::encoded(image, "png") << QByteArray("holiday");
    QTest::addRow("svg") << QByteArray(R"(<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400">
        <rect width="300" height="200" fill="#f00"/><rect x="300" width="300" height="200" fill="#0f0"/>
        <rect y="200" width="300" height="200" fill="#00f"/></svg>)")
                         << QByteArray("a.svg");
}

void TestPicture::showsOtherFormats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    const Made made = make(bytes, name);
    QCOMPARE(made.reply.outcome, Outcome::Done);
    const QImage tile = QImage::fromData(made.tile);
    if (name.endsWith("gif")) {
        QCOMPARE(tile.size(), QSize(2, 2));
        QCOMPARE(made.facts.durationMs, -1);
        const qsizetype picture = 13 + 12;
        const Made moving = make(bytes.chopped(1) + bytes.sliced(picture), name);
        QCOMPARE(moving.facts.durationMs, 0);
        QCOMPARE(QImage::fromData(moving.tile), tile); // the first
        return;
    }
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(600, 400));
    QCOMPARE(tile.size(), QSize(480, 320));
    compareCorners(tile);
}

void TestPicture::knowsWhatMoves_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("moves");
    if (QImageReader::supportedImageFormats().contains("webp")) {
        const QByteArray webp = test::encoded(test::fourCorners({8, 8}), "webp", 80);
        const QByteArray one = webpOnCanvas(webp, 8);
        QTest::addRow("WebP of one frame") << one << QByteArray("a.webp") << false;
        const QByteArray frame = one.sliced(one.indexOf("ANMF"));
        QByteArray two = one + frame;
        qToLittleEndian(quint32(two.size() - 8), two.data() + 4);
        QTest::addRow("WebP of two frames") << two << QByteArray("a.webp") << true;
        QTest::addRow("WebP that is too large to be shown so")
            << two + QByteArray(MaxMovingPicture, '\0') << QByteArray("a.webp") << false;
        QTest::addRow("WebP that does not move") << webp << QByteArray("a.webp") << false;
    }
    const QByteArray film = movingAvif();
    if (!film.isEmpty())
        QTest::addRow("AVIF") << film << QByteArray("a.avif") << true;
    if (test::isInstalled("heif-enc"))
        QTest::addRow("AVIF that does not move")
            << heif("s.avif", test::encoded(test::fourCorners({64, 64}), "jpeg")) << QByteArray("a.avif")
            << false;
}

void TestPicture::knowsWhatMoves()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    const Made made = make(bytes, name);
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QTEST(made.facts.durationMs >= 0, "moves");
    QVERIFY(!made.facts.isVideo);
    QVERIFY(!QImage::fromData(made.tile).isNull());
}

/// A second of red and one of blue; empty where ffmpeg cannot make it.
QByteArray TestPicture::movingAvif()
{
    const QByteArray to = QFile::encodeName(m_folder.filePath(QStringLiteral("moving.avif")));
    test::run(
        "ffmpeg -loglevel error -y -f lavfi -i color=red:s=64x48:d=1:r=2 -f lavfi -i "
        "color=blue:s=64x48:d=1:r=2 -filter_complex concat=n=2:v=1 -c:v libaom-av1 -cpu-used 8 -f avif " +
        to);
    return test::contentOf(QFile::decodeName(to));
}

/// What heif-enc makes of a JPEG; empty when it cannot.
QByteArray TestPicture::heif(const char *name, const QByteArray &jpeg)
{
    const QString from = m_folder.filePath(QStringLiteral("from.jpg"));
    const QString to = m_folder.filePath(QLatin1String(name));
    QFile file(from);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("A file of the test cannot be written.");
    file.write(jpeg);
    file.close();
    test::run("heif-enc " + QFile::encodeName(from) + " -o " + QFile::encodeName(to));
    return test::contentOf(to);
}

void TestPicture::showsHeif_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addRow("HEIC") << QByteArray("a.heic");
    QTest::addRow("AVIF") << QByteArray("a.avif");
}

void TestPicture::showsHeif()
{
    QFETCH(QByteArray, name);
    if (!test::isInstalled("heif-enc"))
        QSKIP("heif-enc, which makes the pictures, is not installed");
    const QByteArray jpeg = test::encoded(test::fourCorners({600, 400}), "jpeg");
    const QByteArray bytes =
        heif(name.constData(), test::jpegWithExif(jpeg, {.taken = "2026:07:18 15:04:05", .isLocated = true}));
    if (bytes.isEmpty())
        QSKIP("heif-enc has no encoder for it");
    const Made made = make(bytes, name);
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(600, 400));
    if (bytes.contains("Exif")) {
        QCOMPARE(made.facts.takenMs, clockMs("2026:07:18 15:04:05"));
        QVERIFY(made.facts.hasLocation);
    }
    const QImage tile = QImage::fromData(made.tile);
    QCOMPARE(tile.size(), QSize(480, 320));
    compareCorners(tile);
}

void TestPicture::turnsPngByItsExif()
{
    const QByteArray png = test::encoded(test::storedAs(test::fourCorners({60, 40}), 6), "png");
    const Made made = make(test::pngWithChunk(png, "eXIf", test::tiffOf({.orientation = 6})), "a.png");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(60, 40));
    compareCorners(QImage::fromData(made.tile));
}

void TestPicture::readsFactsOfJpeg()
{
    const test::PhotoTags tags{.taken = "2026:07:18 15:04:05",
                               .offset = "+02:00",
                               .make = "Canon",
                               .model = "Canon EOS R5",
                               .description = "At the lake",
                               .isLocated = true};
    const QByteArray jpeg = test::encoded(test::fourCorners({60, 40}), "jpeg");
    const PictureFacts facts = make(test::jpegWithExif(jpeg, tags), "a.jpg", {}).facts;
    QCOMPARE(facts.takenMs, clockMs("2026:07:18 15:04:05"));
    QCOMPARE(facts.camera, QByteArray("Canon EOS R5"));
    QCOMPARE(facts.description, QByteArray("At the lake"));
    QVERIFY(facts.hasLocation);
    QVERIFY(!facts.isVideo);
    QCOMPARE(facts.durationMs, -1);
    const PictureFacts none = make(jpeg, "a.jpg", {}).facts;
    QVERIFY(!none.takenMs && !none.hasLocation && none.camera.isEmpty() && none.description.isEmpty());
}

void TestPicture::convertsWideGamut()
{
    QImage image(100, 80, QImage::Format_RGB32);
    image.fill(qRgb(200, 100, 100));
    image.setColorSpace(QColorSpace::DisplayP3);
    for (const char *format : {"jpeg", "png"}) {
        const QByteArray bytes = test::encoded(image, format);
        QVERIFY(QImage::fromData(bytes).colorSpace() != QColorSpace(QColorSpace::SRgb));
        const QColor red = QImage::fromData(make(bytes, "a").tile).pixelColor(50, 40);
        QVERIFY2(qAbs(red.red() - 214) <= 4 && qAbs(red.green() - 93) <= 5, qPrintable(red.name()));
    }
}

void TestPicture::leavesMetadataBehind()
{
    QImage image = test::fourCorners({600, 400});
    image.setColorSpace(QColorSpace::DisplayP3);
    QByteArray jpeg = test::encoded(image, "jpeg");
    jpeg = test::jpegWithSegment(
        jpeg, 0xe1, "http://ns.adobe.com/xap/1.0/" + QByteArray(1, '\0') + "<x exif:GPSLatitude='1'/>");
    jpeg = test::jpegWithExif(jpeg, {.description = "At home", .isLocated = true});
    jpeg = test::jpegWithSegment(jpeg, 0xfe, "a comment");
    const Made made = make(jpeg, "a.jpg");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    for (const QByteArray &copy : {made.tile, made.tile2, made.screen}) {
        for (const char *word : {"Exif", "GPS", "ICC_PROFILE", "adobe", "At home", "comment"})
            QVERIFY2(!copy.contains(word), word);
    }
}

void TestPicture::refusesBombsUndecoded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray png = test::encoded(test::fourCorners({8, 8}), "png");
    QTest::addRow("PNG of 60,000 by 60,000") << withSize(png, 60'000);
    QTest::addRow("PNG of 11,000 by 11,000") << withSize(png, 11'000);
    const QByteArray jpeg = test::encoded(test::fourCorners({8, 8}), "jpeg");
    QTest::addRow("JPEG of 65,535 by 65,535")
        << QByteArray(jpeg).replace(jpeg.indexOf("\xff\xc0") + 5, 4, "\xff\xff\xff\xff");
    QByteArray gif("GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\2\2\x4c\1\0;",
                   34);
    QTest::addRow("GIF of 65,535 by 65,535") << gif;
    const QImage small = test::fourCorners({8, 8});
    const auto formats = QImageReader::supportedImageFormats();
    if (formats.contains("tiff"))
        QTest::addRow("TIFF of 60,000 by 60,000") << tiffWithSize(test::encoded(small, "tiff"), 60'000);
    if (formats.contains("webp")) {
        const QByteArray webp = test::encoded(small, "webp", 80);
        QTest::addRow("WebP of 16,383 by 16,383") << webpWithLargestFrame(webp);
        QTest::addRow("animated WebP of 60,000 by 60,000") << webpOnCanvas(webp, 60'000);
    }
    if (test::isInstalled("heif-enc")) {
        // Smaller ones newer encoders crop out of a larger picture, and the crop's size is the picture's.
        const QByteArray whole = test::encoded(test::fourCorners({64, 64}), "jpeg");
        QTest::addRow("HEIC of 30,000 by 30,000") << heifWithSize(heif("b.heic", whole), 30'000);
        QTest::addRow("AVIF of 30,000 by 30,000") << heifWithSize(heif("b.avif", whole), 30'000);
    }
}

void TestPicture::refusesBombsUndecoded()
{
    QFETCH(QByteArray, bytes);
    rusage before{};
    ::getrusage(RUSAGE_SELF, &before);
    const Made made = make(bytes, "a.png");
    rusage after{};
    ::getrusage(RUSAGE_SELF, &after);
    QCOMPARE(made.reply.outcome, Outcome::TooLarge);
    QVERIFY(made.facts.width >= 11'000);
    QVERIFY(made.tile.isEmpty());
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 50'000, "what was refused took memory"); // KiB
}

/// A drawing has no pixels of its own: however large, it is drawn as small as the copy.
void TestPicture::drawsHugeDrawingsSmall_data()
{
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<bool>("mustBeDrawn");
    QTest::addRow("a million by a million") << QByteArray("width='1000000' height='1000000'") << true;
    QTest::addRow("long and thin") << QByteArray("width='1000000' height='1'") << true;
    QTest::addRow("by what it shows") << QByteArray("viewBox='0 0 1000000 1000000'") << true;
    QTest::addRow("more than a number holds")
        << QByteArray("width='99999999999' height='99999999999'") << false;
}

void TestPicture::drawsHugeDrawingsSmall()
{
    QFETCH(QByteArray, size);
    rusage before{};
    ::getrusage(RUSAGE_SELF, &before);
    const Made made = make("<svg xmlns='http://www.w3.org/2000/svg' " + size +
                               "><rect width='1000000' height='1000000' fill='#00f'/></svg>",
                           "a.svg");
    rusage after{};
    ::getrusage(RUSAGE_SELF, &after);
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 50'000, "it took memory"); // KiB
    const QImage tile = QImage::fromData(made.tile);
    QFETCH(bool, mustBeDrawn);
    if (mustBeDrawn)
        QVERIFY(isNear(tile.pixelColor(4, 0), Qt::blue));
    else
        QCOMPARE(tile.isNull(), made.reply.outcome != Outcome::Done);
}

void TestPicture::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    const QImage image = test::fourCorners({300, 200});
    const auto add = [](const QByteArray &bytes, const QByteArray &name) {
        QTest::addRow("%s", name.constData()) << bytes << name;
    };
    add(test::jpegWithExif(test::encoded(image, "jpeg"), {.isLocated = true}), "a.jpg");
    for (const char *format : {"png", "webp", "bmp", "tiff"}) {
        if (QImageReader::supportedImageFormats().contains(format))
            add(test::encoded(image, format), QByteArray("a.") + format);
    }
    if (test::isInstalled("heif-enc")) {
        add(heif("d.heic", test::encoded(image, "jpeg")), "a.heic");
        add(heif("d.avif", test::encoded(image, "jpeg")), "a.avif");
    }
}

void TestPicture::survivesDamage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QRandomGenerator random(4);
    for (int i = 0; i < 20; ++i) {
        const Made cut = make(bytes.first(bytes.size() * i / 20), name, {true, false, false});
        QVERIFY(i > 0 || cut.reply.outcome == Outcome::NotAPicture);
        QByteArray changed = bytes;
        for (int k = 0; k < 10; ++k)
            changed[random.bounded(changed.size())] = char(random.bounded(256));
        make(changed, name, {true, false, false});
    }
}

void TestPicture::knowsNoOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Outcome>("outcome");
    QTest::addRow("nothing") << QByteArray() << QByteArray("a.jpg") << Outcome::NotAPicture;
    QTest::addRow("text") << QByteArray("Dear grandmother,") << QByteArray("a.jpg") << Outcome::NotAPicture;
    QTest::addRow("zeros") << QByteArray(5000, '\0') << QByteArray("a.heic") << Outcome::NotAPicture;
    QTest::addRow("a drawing under another name") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                                                  << QByteArray("a.png") << Outcome::NotAPicture;
    QTest::addRow("text under a drawing's name")
        << QByteArray("Dear grandmother,") << QByteArray("a.svg") << Outcome::Broken;
    QTest::addRow("a JPEG that ends")
        << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0", 14) << QByteArray("a.jpg") << Outcome::Broken;
    QTest::addRow("a playlist under a video's name")
        << QByteArray("#EXTM3U\nhttp://example.org/a.ts\n") << QByteArray("a.mp4") << Outcome::NotAPicture;
}

void TestPicture::knowsNoOtherFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, name);
    QTEST(make(bytes, name).reply.outcome, "outcome");
}

void TestPicture::drawsNothingFromOutside()
{
    const QString secret = m_folder.filePath(QStringLiteral("secret.png"));
    test::fourCorners({10, 10}).save(secret);
    const QByteArray picture = test::encoded(test::fourCorners({10, 10}), "png").toBase64();
    for (const QByteArray &href :
         {secret.toUtf8(), "file://" + secret.toUtf8(), "data:image/png;base64," + picture}) {
        const QByteArray svg =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' "
            "height='10'><image width='10' height='10' xlink:href='" +
            href + "' href='" + href + "'/></svg>";
        const Made made = make(svg, "a.svg");
        QCOMPARE(made.reply.outcome, Outcome::Done);
        QVERIFY(isNear(QImage::fromData(made.tile).pixelColor(1, 1), Qt::white));
    }
    const QByteArray own =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' "
        "height='10'>"
        "<defs><rect id='r' width='10' height='10' fill='#00f'/></defs><use xlink:href='#r'/></svg>";
    QVERIFY(isNear(QImage::fromData(make(own, "a.svg").tile).pixelColor(4, 4), Qt::blue));
    const QByteArray deep = "<svg xmlns='http://www.w3.org/2000/svg'>" + QByteArray("<g>").repeated(100'000);
    QCOMPARE(selfContainedSvg(deep), QByteArray());
}

void TestPicture::drawsText()
{
    const Made made = make("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='40'><text y='30' "
                           "x='5'>Lake</text></svg>",
                           "a.svg");
    QCOMPARE(made.reply.outcome, Outcome::Done);
}

void TestPicture::readsRawByItsPreview()
{
    // As Sony writes it: the first directory names a JPEG.
    const QByteArray preview = test::encoded(test::storedAs(test::fourCorners({600, 400}), 6), "jpeg");
    const auto number = [](quint32 value) {
        QByteArray four(4, Qt::Uninitialized);
        qToLittleEndian(value, four.data());
        return four;
    };
    const auto entry = [&](quint16 tag, quint16 type, quint32 value) {
        return number(tag | quint32(type) << 16) + number(1) + number(value);
    };
    const QByteArray raw = "II" + number(42 | 8 << 16) + QByteArray("\0\0", 2) + QByteArray("\5\0", 2) +
                           entry(0x100, 4, 6000) + entry(0x101, 4, 4000) + entry(0x112, 3, 6) +
                           entry(0x201, 4, 100) + entry(0x202, 4, quint32(preview.size()));
    const Made made = make(raw.leftJustified(100, '\0') + preview, "a.ARW");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(4000, 6000));
    compareCorners(QImage::fromData(made.tile));
    QCOMPARE(make(raw.left(60).leftJustified(200, '\0'), "a.arw").reply.outcome, Outcome::NotAPicture);
}

void TestPicture::makesPosters()
{
    if (!test::isInstalled("ffmpeg") || !test::isInstalled("ffmpegthumbnailer"))
        QSKIP("ffmpeg or ffmpegthumbnailer is not installed");
    const QString path = m_folder.filePath(QStringLiteral("a.mp4"));
    QVERIFY(test::run("ffmpeg -v error -f lavfi -i color=c=red:s=640x360:r=5:d=2 -pix_fmt yuv420p " +
                      QFile::encodeName(path)));
    const Made made = make(test::contentOf(path), "a.mp4");
    QCOMPARE(made.reply.outcome, Outcome::Done);
    QVERIFY(made.reply.copied);
    QVERIFY(made.facts.isVideo);
    QCOMPARE(QSize(made.facts.width, made.facts.height), QSize(640, 360));
    const QImage tile = QImage::fromData(made.tile);
    QCOMPARE(tile.size(), QSize(480, 270));
    QVERIFY(isNear(tile.pixelColor(240, 135), QColor(254, 0, 0)));
    QCOMPARE(QImage::fromData(made.screen).size(), QSize(640, 360));

    qputenv("PATH", "/nonexistent");
    const Made without = make(test::contentOf(path), "a.mp4");
    QCOMPARE(without.reply.outcome, Outcome::Done);
    QVERIFY(!without.reply.copied);
    QVERIFY(without.tile.isEmpty());
}

void TestPicture::readsSamples_data()
{
    QTest::addColumn<QString>("path");
    const QDir samples(qEnvironmentVariable("PORCHLIGHT_SAMPLES"));
    if (!qEnvironmentVariableIsSet("PORCHLIGHT_SAMPLES"))
        QSKIP("PORCHLIGHT_SAMPLES names no folder of photos");
    for (const QString &name : samples.entryList(QDir::Files))
        QTest::addRow("%s", qPrintable(name)) << samples.filePath(name);
}

void TestPicture::readsSamples()
{
    QFETCH(QString, path);
    const Made made = make(test::contentOf(path), path.toUtf8());
    QCOMPARE(made.reply.outcome, Outcome::Done);
    const QImage screen = QImage::fromData(made.screen);
    QVERIFY(!screen.isNull());
    QVERIFY(qAbs(double(screen.width()) / screen.height() - double(made.facts.width) / made.facts.height) <
            0.01);
    qInfo() << made.facts.width << made.facts.height << made.facts.camera << made.facts.description
            << made.facts.hasLocation << made.facts.takenMs.value_or(0);
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
