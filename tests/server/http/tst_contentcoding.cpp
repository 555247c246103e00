// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compressible.h"
#include "server/http/contentcoding.h"
#include "server/http/mediatype.h"

#include <QtTest>

using namespace porchlight;

/// Accept-Encoding (RFC 9110 §12.5.3), and which types are worth it.
class ContentCodingTest final : public QObject
{
    Q_OBJECT
private slots:
    void chosen_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("coding");
        const auto row = [](const char *name, const char *field, const char *coding) {
            QTest::newRow(name) << QByteArray(field) << QByteArray(coding);
        };
        row("what browsers send gets brotli", "gzip, deflate, br, zstd", "br");
        row("what browsers send to plain HTTP gets gzip", "gzip, deflate", "gzip");
        row("the order named does not matter", "br, gzip", "br");
        row("one coding named", "br", "br");
        row("the greater weight wins", "br;q=0.5, gzip;q=0.8", "gzip");
        row("equal weights prefer brotli", "gzip;q=0.5, br;q=0.5", "br");
        row("weights differ in the third digit", "br;q=0.998, gzip;q=0.999", "gzip");
        row("a small weight is enough", "gzip;q=0.001", "gzip");
        row("q=1 with digits", "gzip;q=1.000", "gzip");
        row("q=0. without digits excludes", "gzip;q=0.", "identity");
        row("q=1. without digits", "gzip;q=1.", "gzip");
        row("weight zero excludes", "gzip;q=0, br;q=0.000", "identity");
        row("one excluded leaves the other", "br;q=0, gzip", "gzip");
        row("x-gzip is gzip", "x-gzip", "gzip");
        row("names in any case", "GZip;Q=0.7", "gzip");
        row("white space around everything", "\t gzip ; q=0.3 ,br ;\tq=0.2 ", "gzip");
        row("empty list members", ", ,gzip,,", "gzip");
        row("unknown codings are ignored", "zstd, compress;q=0.4", "identity");
        row("identity alone", "identity", "identity");
        row("identity liked better", "gzip;q=0.5, identity", "identity");
        row("identity liked alike gives way", "gzip, identity", "gzip");
        row("identity liked less", "identity;q=0.5, gzip;q=0.6", "gzip");
        row("identity not named is liked least", "gzip;q=0.1", "gzip");
        row("anything", "*", "br");
        row("anything, a little", "*;q=0.1", "br");
        row("anything but brotli", "br;q=0, *", "gzip");
        row("* does not count for what is named", "*;q=0.9, gzip;q=1", "gzip");
        row("nothing but identity, as for media", "identity;q=1, *;q=0", "identity");
        row("everything excluded still gets the content", "identity;q=0, *;q=0", "identity");
        row("identity excluded and nothing else accepted", "identity;q=0", "identity");
        row("identity excluded, gzip accepted", "identity;q=0, gzip;q=0.1", "gzip");
        row("empty", "", "identity");
        row("only commas", ",,", "identity");
        row("named twice, the smaller weight counts", "gzip, x-gzip;q=0", "identity");
        row("* twice, the smaller weight counts", "*, *;q=0", "identity");
        row("malformed: a weight over one", "gzip;q=1.1", "identity");
        row("malformed: a weight of two", "gzip;q=2", "identity");
        row("malformed: four digits", "gzip;q=0.1234", "identity");
        row("malformed: a negative weight", "gzip;q=-1", "identity");
        row("malformed: no digit before the point", "gzip;q=.5", "identity");
        row("malformed: no weight", "gzip;q=", "identity");
        row("malformed: a letter in the weight", "gzip;q=0.x", "identity");
        row("malformed: space in the weight", "gzip;q= 1", "identity");
        row("malformed: another parameter", "gzip;level=9", "identity");
        row("malformed: two parameters", "gzip;q=1;q=1", "identity");
        row("malformed: only a semicolon", "gzip;", "identity");
        row("malformed: no name", ";q=1", "identity");
        row("malformed: two words", "gzip br", "identity");
        row("malformed: quoted", "\"gzip\"", "identity");
        row("malformed anywhere spoils it all", "gzip, br;q=x", "identity");
    }

    void chosen()
    {
        QFETCH(QByteArray, field);
        constexpr std::array Offered{ContentCoding::Brotli, ContentCoding::Gzip};
        QTEST(nameOf(AcceptedCodings(field).choose(Offered)).toByteArray(), "coding");
    }

    void offers_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<std::vector<ContentCoding>>("offered");
        QTest::addColumn<QByteArray>("coding");
        using enum ContentCoding;
        const auto row = [](const char *name, const char *field, const std::vector<ContentCoding> &offered,
                            const char *coding) {
            QTest::newRow(name) << QByteArray(field) << offered << QByteArray(coding);
        };
        row("nothing offered", "gzip, br", {}, "identity");
        row("only gzip offered", "br, gzip;q=0.1", {Gzip}, "gzip");
        row("only what is not accepted offered", "br", {Gzip}, "identity");
        row("the first offered wins among equals", "gzip, br", {Gzip, Brotli}, "gzip");
        row("the first offered loses to a greater weight", "gzip;q=0.9, br", {Gzip, Brotli}, "br");
        row("offered twice", "gzip, br", {Gzip, Brotli, Gzip}, "gzip");
        row("nothing offered that beats identity", "gzip;q=0.5, identity;q=0.6", {Gzip, Brotli}, "identity");
    }

    void offers()
    {
        QFETCH(QByteArray, field);
        QFETCH(std::vector<ContentCoding>, offered);
        QTEST(nameOf(AcceptedCodings(field).choose(offered)).toByteArray(), "coding");
    }

    void compressible_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isWorthIt");
        for (const char *name :
             {"a.txt", "a.html",  "a.css", "a.js",   "a.mjs",    "a.json",        "a.map",
              "a.xml", "a.xhtml", "a.svg", "a.md",   "a.csv",    "a.webmanifest", "a.wasm",
              "a.log", "a.ics",   "a.vtt", "a.m3u8", "a.jsonld", "a.rtf",         "a.bmp",
              "a.ttf", "a.otf",   "a.ico", "a.cpp",  "a.py",     "a.sh",          "a.yaml"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char *name : {"a.jpg", "a.png", "a.webp", "a.mp4", "a.mp3", "a.zip", "a.gz", "a.js.gz",
                                 "a.js.br", "a.txt.zst", "a.woff2", "a.woff", "a.pdf", "a.docx", "a.epub",
                                 "a.iso", "a.bin", "unknown", "a.ts"})
            QTest::newRow(name) << QByteArray(name) << false;
    }

    void compressible()
    {
        QFETCH(QByteArray, name);
        QTEST(isCompressible(contentTypeOf(name)), "isWorthIt");
    }
};

QTEST_APPLESS_MAIN(ContentCodingTest)
#include "tst_contentcoding.moc"
