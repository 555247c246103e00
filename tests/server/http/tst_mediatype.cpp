// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mediakind.h"
#include "server/http/mediatype.h"
#include "tests/support/stallwatch.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace porchlight;

Q_DECLARE_METATYPE(porchlight::MediaKind)

class TestMediaType final : public QObject
{
    Q_OBJECT
private slots:
    void knowsTypes_data();
    void knowsTypes();
    void asksTheSystem();
    void asksForNoNumbers();
    void neverLooksAtFiles();
    void isAValidFieldForAnyName_data();
    void isAValidFieldForAnyName();
    void remembersNoMoreThanItMay();
    void answersEveryThreadAlike();
    void knowsKindsOfTypes_data();
    void knowsKindsOfTypes();
    void knowsKindsOfNames_data();
    void knowsKindsOfNames();
};

void TestMediaType::knowsTypes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, const char *type) {
        QTest::addRow("%s", name) << QByteArray(name) << QByteArray(type);
    };
    row("index.html", "text/html; charset=utf-8");
    row("index.htm", "text/html; charset=utf-8");
    row("style.css", "text/css; charset=utf-8");
    row("app.js", "text/javascript; charset=utf-8");
    row("app.mjs", "text/javascript; charset=utf-8");
    row("data.json", "application/json");
    row("drawing.svg", "image/svg+xml");
    row("notes.txt", "text/plain; charset=utf-8");
    row("README.md", "text/markdown; charset=utf-8");
    row("feed.xml", "application/xml");
    row("module.wasm", "application/wasm");
    row("photo.webp", "image/webp");
    row("photo.avif", "image/avif");
    row("IMG_0001.HEIC", "image/heic");
    row("photo.heif", "image/heif");
    row("photo.jpg", "image/jpeg");
    row("photo.JPEG", "image/jpeg");
    row("photo.png", "image/png");
    row("film.mp4", "video/mp4");
    row("film.webm", "video/webm");
    row("film.mov", "video/quicktime");
    row("broadcast.ts", "video/mp2t");
    row("song.mp3", "audio/mpeg");
    row("song.m4a", "audio/mp4");
    row("song.ogg", "audio/ogg");
    row("paper.pdf", "application/pdf");
    row("all.zip", "application/zip");
    row("all.tar.gz", "application/gzip");
    row("face.woff2", "font/woff2");
    row("app.webmanifest", "application/manifest+json");
    row("favicon.ico", "image/vnd.microsoft.icon");
    row("table.csv", "text/csv; charset=utf-8");
    row("subtitles.vtt", "text/vtt; charset=utf-8");
    row("7z.7z", "application/x-7z-compressed");
    row("last.zst", "application/zstd");
    row("Lake/photos.d/beach.jpg", "image/jpeg");
    row("file.qqqq", "application/octet-stream");
    row("nothing", "application/octet-stream");
    row("", "application/octet-stream");
    row(".", "application/octet-stream");
    row("...", "application/octet-stream");
    row("trailing.", "application/octet-stream");
    row("html", "application/octet-stream");
    row("photo.jpg.exe.html.", "application/octet-stream");
    row("photo.jp", "application/octet-stream");
    row("photo.jpgx", "application/octet-stream");
}

void TestMediaType::knowsTypes()
{
    QFETCH(QByteArray, name);
    QTEST(contentTypeOf(name), "type");
    QTEST(contentTypeOf(name), "type");
}

void TestMediaType::asksTheSystem()
{
    QCOMPARE(contentTypeOf("main.cpp"), QByteArray("text/x-c++src; charset=utf-8"));
    QCOMPARE(contentTypeOf("picture.psd"), QByteArray("image/vnd.adobe.photoshop"));
    QCOMPARE(contentTypeOf("Makefile"), QByteArray("text/x-makefile; charset=utf-8"));
}

/// 50,000 of them took 1.7 s to list: the system's table is slowest where it knows nothing.
void TestMediaType::asksForNoNumbers()
{
    const qint64 begin = test::threadCpuNanoseconds();
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray number = QByteArray::number(100'000 + i);
        for (const QByteArray &name : {"part." + number, number + "deadbeef1"})
            QCOMPARE(contentTypeOf(name), QByteArray("application/octet-stream"));
    }
    QVERIFY(test::threadCpuNanoseconds() - begin < 400'000'000);
}

void TestMediaType::neverLooksAtFiles()
{
    QTemporaryDir folder;
    QVERIFY(folder.isValid() && QDir(folder.path()).mkdir(QStringLiteral("nothing")));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const QByteArray type = contentTypeOf("nothing");
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(type, QByteArray("application/octet-stream"));
}

void TestMediaType::isAValidFieldForAnyName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addRow("line breaks") << QByteArray("a.html\r\nSet-Cookie: x");
    QTest::addRow("a line break as extension") << QByteArray("a.\r\n");
    QTest::addRow("NUL") << QByteArray("a.ht\0ml", 7);
    QTest::addRow("not UTF-8") << QByteArray("\xFF\xFE.\xFF\xFE");
    QTest::addRow("an extension of 255 bytes") << "a." + QByteArray(253, 'x');
    QTest::addRow("255 dots") << QByteArray(255, '.');
    QTest::addRow("glob characters") << QByteArray("*.[a-z]*?");
    QTest::addRow("a slash as extension") << QByteArray("a./etc/passwd");
}

void TestMediaType::isAValidFieldForAnyName()
{
    static const QRegularExpression valid(QStringLiteral("^[a-z]+/[A-Za-z0-9.+_-]+(; charset=utf-8)?$"));
    QFETCH(QByteArray, name);
    QVERIFY2(valid.match(QString::fromLatin1(contentTypeOf(name))).hasMatch(),
             contentTypeOf(name).constData());
}

void TestMediaType::remembersNoMoreThanItMay()
{
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(contentTypeOf("a.zq" + QByteArray::number(i)), QByteArray("application/octet-stream"));
    QCOMPARE(contentTypeOf("main.cpp"), QByteArray("text/x-c++src; charset=utf-8"));
}

void TestMediaType::answersEveryThreadAlike()
{
    std::vector<QByteArray> answers(4);
    std::vector<std::thread> threads;
    for (QByteArray &answer : answers)
        threads.emplace_back([&answer] {
            for (int i = 0; i < 500; ++i)
                answer = contentTypeOf("main.cpp") + contentTypeOf("a.html") +
                         contentTypeOf("x.zr" + QByteArray::number(i));
        });
    for (std::thread &thread : threads)
        thread.join();
    for (const QByteArray &answer : answers)
        QCOMPARE(answer,
                 QByteArray("text/x-c++src; charset=utf-8text/html; charset=utf-8application/octet-stream"));
}

void TestMediaType::knowsKindsOfTypes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<MediaKind>("kind");
    using enum MediaKind;
    const auto row = [](const char *type, MediaKind kind) {
        QTest::addRow("'%s'", type) << QByteArray(type) << kind;
    };
    row("text/html; charset=utf-8", Page);
    row("TEXT/HTML;charset=UTF-8", Page);
    row(" text/html ", Page);
    row("application/xhtml+xml", Page);
    row("text/css", Style);
    row("text/javascript", Script);
    row("application/javascript", Script);
    row("image/svg+xml", Image);
    row("image/jpeg", Image);
    row("video/mp4", Video);
    row("audio/ogg", Audio);
    row("font/woff2", Font);
    row("application/x-font-type1", Font);
    row("application/pdf", Document);
    row("application/vnd.oasis.opendocument.text", Document);
    row("application/vnd.ms-excel.sheet.macroEnabled.12", Document);
    row("application/zip", Archive);
    row("application/x-bzip-compressed-tar", Archive);
    row("application/json", Text);
    row("application/ld+json", Text);
    row("application/atom+xml", Text);
    row("text/plain", Text);
    row("text/html-not", Text);
    row("application/octet-stream", Other);
    row("multipart/byteranges; boundary=x", Other);
    row("application/zzz", Other);
    row("", Other);
    row(";", Other);
    row("image", Other);
}

void TestMediaType::knowsKindsOfTypes()
{
    QFETCH(QByteArray, type);
    QTEST(mediaKind(type), "kind");
}

void TestMediaType::knowsKindsOfNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<MediaKind>("kind");
    using enum MediaKind;
    const auto row = [](const char *name, MediaKind kind) {
        QTest::addRow("%s", name) << QByteArray(name) << kind;
    };
    row("index.html", Page);
    row("style.CSS", Style);
    row("app.mjs", Script);
    row("beach.HEIC", Image);
    row("film.mkv", Video);
    row("song.flac", Audio);
    row("letter.docx", Document);
    row("book.epub", Document);
    row("backup.tar.xz", Archive);
    row("face.otf", Font);
    row("main.cpp", Text);
    row("table.csv", Text);
    row("data.json", Text);
    row("thing.qqqq", Other);
    row("thing", Other);
}

void TestMediaType::knowsKindsOfNames()
{
    QFETCH(QByteArray, name);
    QTEST(mediaKindOfName(name), "kind");
}

QTEST_APPLESS_MAIN(TestMediaType)
#include "tst_mediatype.moc"
