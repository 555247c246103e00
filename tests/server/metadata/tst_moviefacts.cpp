// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/clocktime.h"
#include "server/metadata/isoboxes.h"
#include "server/metadata/matroskafacts.h"
#include "server/metadata/moviefacts.h"
#include "tests/support/tools.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace porchlight;

class TestMovieFacts final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsMovies_data();
    void readsMovies();
    void turnsByTheMatrix();
    void readsPhonesKeys();
    void survivesEveryCut_data();
    void survivesEveryCut();
    void survivesBytesChanged_data() { survivesEveryCut_data(); }
    void survivesBytesChanged();
    void boxesEnd();

private:
    QByteArray made(const char *name, const QByteArray &options = {}) const;
    QTemporaryDir m_folder;
};

static std::optional<PictureFacts> factsOf(const QByteArray &bytes)
{
    const BytesInMemory file(bytes);
    return bytes.startsWith("\x1a\x45") ? matroskaFacts(file) : movieFacts(file);
}

void TestMovieFacts::initTestCase()
{
    if (!test::isInstalled("ffmpeg"))
        QSKIP("ffmpeg, which makes the videos, is not installed");
    qputenv("TZ", "Europe/Vienna");
}

/// Two seconds of 64 by 48.
QByteArray TestMovieFacts::made(const char *name, const QByteArray &options) const
{
    const QString path = m_folder.filePath(QLatin1String(name));
    test::run("ffmpeg -v error -y -f lavfi -i testsrc=s=64x48:r=5:d=2 -metadata "
              "creation_time=2026-07-18T13:04:05Z " +
              options + QFile::encodeName(path));
    return test::contentOf(path);
}

void TestMovieFacts::readsMovies_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addRow("MP4, its description behind") << made("a.mp4");
    QTest::addRow("MP4, its description in front") << made("b.mp4", "-movflags faststart ");
    QTest::addRow("MOV") << made("a.mov");
    QTest::addRow("WebM") << made("a.webm");
    QTest::addRow("Matroska") << made("a.mkv", "-c:v mpeg4 ");
}

void TestMovieFacts::readsMovies()
{
    QFETCH(QByteArray, file);
    const auto facts = factsOf(file);
    QVERIFY(facts);
    QVERIFY(facts->isVideo);
    QCOMPARE(facts->width, 64);
    QCOMPARE(facts->height, 48);
    QVERIFY2(qAbs(facts->durationMs - 2000) < 50, QByteArray::number(facts->durationMs));
    if (facts->takenMs) // ffmpeg writes a tag instead of the date into Matroska
        QCOMPARE(facts->takenMs, clockMs("2026:07:18 15:04:05"));
    else
        QVERIFY(file.startsWith("\x1a\x45"));
    QVERIFY(!facts->hasLocation);
}

void TestMovieFacts::turnsByTheMatrix()
{
    QByteArray file = made("turned.mp4");
    const qsizetype matrix = file.indexOf("tkhd") + 4 + 40;                       // ISO/IEC 14496-12 §8.3.2
    const QByteArray quarter("\0\0\0\0\0\1\0\0\0\0\0\0\xff\xff\0\0\0\0\0\0", 20); // a b u c d
    const auto facts = factsOf(file.replace(matrix, quarter.size(), quarter));
    QVERIFY(facts);
    QCOMPARE(QSize(facts->width, facts->height), QSize(48, 64));
}

void TestMovieFacts::readsPhonesKeys()
{
    const QByteArray file = made(
        "phone.mov",
        "-movflags use_metadata_tags -metadata com.apple.quicktime.creationdate=2026-07-18T09:00:00+0900 "
        "-metadata com.apple.quicktime.location.ISO6709=+48.2-016.3/ "
        "-metadata com.apple.quicktime.make=Apple -metadata com.apple.quicktime.model=Phone ");
    const auto facts = factsOf(file);
    QVERIFY(facts);
    QCOMPARE(facts->takenMs, clockMs("2026:07:18 09:00:00"));
    QCOMPARE(facts->camera, QByteArray("Apple Phone"));
    QVERIFY(facts->hasLocation);
}

void TestMovieFacts::survivesEveryCut_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addRow("MP4") << made("c.mp4", "-movflags faststart ");
    QTest::addRow("WebM") << made("c.webm");
}

void TestMovieFacts::survivesEveryCut()
{
    QFETCH(QByteArray, file);
    for (qsizetype length = 0; length < std::min<qsizetype>(file.size(), 2000); ++length)
        factsOf(file.first(length));
    QVERIFY(!factsOf(file.first(100)));
}

void TestMovieFacts::survivesBytesChanged()
{
    QFETCH(QByteArray, file);
    for (qsizetype i = 0; i < std::min<qsizetype>(file.size(), 2000); ++i) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray changed = file;
            changed[i] = value;
            if (const auto facts = factsOf(changed))
                QVERIFY(facts->width > 0 && facts->height > 0 && facts->durationMs >= -1);
        }
    }
}

void TestMovieFacts::boxesEnd()
{
    QVERIFY(isoBoxes(BytesInMemory(QByteArray("\0\0\0\0moov", 8)), 0, 8).size() == 1);
    QVERIFY(isoBoxes(BytesInMemory(QByteArray("\0\0\0\7moov", 8)), 0, 8).empty());
    QVERIFY(isoBoxes(BytesInMemory(QByteArray("\0\0\0\1moov\xff\xff\xff\xff\xff\xff\xff\xff", 16)), 0, 16)
                .empty());
    const QByteArray many = QByteArray("\0\0\0\10free", 8).repeated(MaxIsoBoxes + 1);
    QCOMPARE(isoBoxes(BytesInMemory(many), 0, many.size()).size(), size_t(MaxIsoBoxes));
}

QTEST_APPLESS_MAIN(TestMovieFacts)
#include "tst_moviefacts.moc"
