// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/httpdate.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr qint64 GiB = 1024 * 1024 * 1024;

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    QRandomGenerator generator(20260801);
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    bytes.truncate(size);
    return bytes;
}

void setModified(const QString &path, qint64 seconds, long nanoseconds)
{
    const timespec times[2]{{0, UTIME_OMIT}, {seconds, nanoseconds}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
}

QByteArray head(const QByteArray &target)
{
    return "HEAD " + target + " HTTP/1.1\r\nHost: porch\r\n\r\n";
}

} // namespace

/// Whole files: what describes them, and that every byte arrives.
class FilesTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    QString path(const char *name) const { return m_folder.path(QLatin1String(name)); }
    RawResponse fetch(const QByteArray &target, const QByteArray &fields = {}) const
    {
        RawClient client(m_server->port());
        client.send(get(target, fields));
        return client.receive();
    }
    QByteArray entityTag(const QByteArray &target) const { return fetch(target).field("ETag"); }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("a.txt"), "hello"));
        setModified(path("a.txt"), 1'700'000'000, 5);
        QVERIFY(m_folder.write(QStringLiteral("empty.txt"), ""));
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
    }

    void contentTypeComesFromTheName_data()
    {
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *name, const char *type) { QTest::newRow(name) << QByteArray(type); };
        row("page.html", "text/html; charset=utf-8");
        row("page.HTM", "text/html; charset=utf-8");
        row("style.css", "text/css; charset=utf-8");
        row("script.js", "text/javascript; charset=utf-8");
        row("notes.txt", "text/plain; charset=utf-8");
        row("table.csv", "text/csv; charset=utf-8");
        row("data.json", "application/json");
        row("drawing.svg", "image/svg+xml");
        row("photo.JPG", "image/jpeg");
        row("photo.heic", "image/heic");
        row("film.mp4", "video/mp4");
        row("song.mp3", "audio/mpeg");
        row("paper.pdf", "application/pdf");
        row("photo.html.jpg", "image/jpeg");
        row("something.unheard-of", "application/octet-stream");
        row("without", "application/octet-stream");
        row("main.cpp", "text/x-c++src; charset=utf-8");
    }
    void contentTypeComesFromTheName()
    {
        QFETCH(QByteArray, type);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(m_folder.write(name, "<html><script>alert(1)</script>")); // what a sniffer would take it for
        const RawResponse response = fetch('/' + name.toLatin1());
        QCOMPARE(response.status, 200);
        QCOMPARE(response.field("Content-Type"), type);
        QCOMPARE(response.field("X-Content-Type-Options"), "nosniff");
    }

    void charsetIsOfTheContent_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *what, const char *name, const QByteArray &content, const char *type) {
            QTest::newRow(what) << QByteArray(name) << content << QByteArray(type);
        };
        const QByteArray old = "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>";
        row("UTF-8", "new.txt",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            "text/plain; charset=utf-8");
        row("UTF-8 cut in a letter", "long.txt", "a" + QByteArray("\xc3\xbc").repeated(5'000),
            "text/plain; charset=utf-8");
        row("Latin-1", "old.txt",
            "Gr\xfc\xdf"
            "e",
            "text/plain");
        row("UTF-16", "wide.txt", QByteArray("\xff\xfeG\0", 4), "text/plain");
        row("a page in Latin-1", "old.html",
            old + "Gr\xfc\xdf"
                  "e",
            "text/html");
        row("a page whose letters come late", "late.html",
            old + QByteArray(5'000, ' ') +
                "Gr\xfc\xdf"
                "e",
            "text/html");
        row("a page in UTF-8", "new.html", "<meta charset=\"UTF-8\">", "text/html; charset=utf-8");
        row("a text that tells of charsets", "tells.txt", "charset=latin1", "text/plain; charset=utf-8");
        row("an empty one", "empty.css", "", "text/css; charset=utf-8");
    }
    /// HTTP's charset overrules the page's own: one of 2005 showed "Gr??e".
    void charsetIsOfTheContent()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QVERIFY(m_folder.write(QString::fromLatin1(name), content));
        for (int i = 0; i < 4; ++i) { // also of what is held because it is asked for often
            const RawResponse response = fetch('/' + name);
            QCOMPARE(response.field("Content-Type"), type);
            QCOMPARE(response.body, content);
        }
    }

    void entityTagIsStrongAndStable()
    {
        const QByteArray tag = entityTag("/a.txt");
        static const QRegularExpression shape(QStringLiteral("^\"[0-9a-f]+(-[0-9a-f]+){2}\"$"));
        QVERIFY2(shape.match(QString::fromLatin1(tag)).hasMatch(), tag.constData());
        QCOMPARE(entityTag("/a.txt"), tag);
        QVERIFY(m_server->stop());
        QVERIFY(m_server->start());
        QCOMPARE(entityTag("/a.txt"), tag);
    }

    void entityTagChangesWithTheFile_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("content grew") << 0;
        QTest::newRow("same size, written again") << 1;
        QTest::newRow("same size, later within the same second") << 2;
        QTest::newRow("same size and time, another file in its place") << 3;
    }
    void entityTagChangesWithTheFile()
    {
        QFETCH(int, change);
        const QString file = path("changing.txt");
        QVERIFY(m_folder.write(QStringLiteral("changing.txt"), "one"));
        setModified(file, 1'700'000'000, 100);
        const RawResponse before = fetch("/changing.txt");
        QCOMPARE(before.body, "one");

        QVERIFY(m_folder.write(change == 3 ? QStringLiteral("other.txt") : QStringLiteral("changing.txt"),
                               change == 0 ? "three" : "two"));
        if (change == 2)
            setModified(file, 1'700'000'000, 101);
        if (change == 3) {
            setModified(path("other.txt"), 1'700'000'000, 100);
            QCOMPARE(::rename(QFile::encodeName(path("other.txt")).constData(),
                              QFile::encodeName(file).constData()),
                     0);
        }
        const RawResponse after = fetch("/changing.txt", "If-None-Match: " + before.field("ETag") + "\r\n");
        QCOMPARE(after.status, 200);
        QCOMPARE(after.body, change == 0 ? "three" : "two");
        QVERIFY(after.field("ETag") != before.field("ETag"));
    }

    void lastModifiedIsNeverInTheFuture()
    {
        QVERIFY(m_folder.write(QStringLiteral("future.txt"), "soon"));
        setModified(path("future.txt"), QDateTime::currentSecsSinceEpoch() + 100'000, 0);
        const RawResponse response = fetch("/future.txt");
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const auto modified = parseHttpDate(response.field("Last-Modified"), now);
        QVERIFY(modified && *modified <= now);
    }

    void everySizeArrivesToTheByte_data()
    {
        QTest::addColumn<int>("size");
        // Up to 64 KiB a file leaves from memory, above by sendfile.
        for (const int size : {0, 1, 2, 1'023, 65'535, 65'536, 65'537, 131'072, 1'000'003})
            QTest::addRow("%d bytes", size) << size;
    }
    void everySizeArrivesToTheByte()
    {
        QFETCH(int, size);
        const QByteArray content = randomBytes(size);
        QVERIFY(m_folder.write(QStringLiteral("sized.bin"), content));
        const QByteArray target = "/sized.bin?" + QByteArray::number(size);
        RawClient client(m_server->port());
        QVERIFY(client.send(get(target) + head("/sized.bin") + get("/a.txt")));
        const RawResponse response = client.receive();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.count("Content-Length"), 1);
        QCOMPARE(response.field("Content-Length"), QByteArray::number(size));
        QVERIFY(response.body == content);
        const RawResponse headAnswer = client.receive(true);
        QCOMPARE(headAnswer.status, 200);
        QCOMPARE(headAnswer.field("Content-Length"), QByteArray::number(size));
        QCOMPARE(headAnswer.field("ETag"), response.field("ETag"));
        QCOMPARE(client.receive().body, "hello"); // nothing stood between

        const Exchange sent = m_server->finished(target);
        QCOMPARE(sent.bodyBytes, qint64(size));
        const auto left = [&](auto way) {
            return std::any_of(sent.decisions.begin(), sent.decisions.end(), [](const Decision &each) {
                return std::holds_alternative<decltype(way)>(each);
            });
        };
        QCOMPARE(left(decision::SentBySendfile{}), size > 65'536);
        QCOMPARE(left(decision::SentFromMemory{}), size > 0 && size <= 65'536);
    }

    void largeFilesFollowOneAnotherOnOneConnection()
    {
        const QByteArray content = randomBytes(20'000'000);
        QVERIFY(m_folder.write(QStringLiteral("large.bin"), content));
        RawClient client(m_server->port());
        QVERIFY(client.send(get("/large.bin") + get("/a.txt") + get("/large.bin")));
        for (int i = 0; i < 3; ++i) {
            const RawResponse response = client.receive(false, 20'000);
            QVERIFY(response.complete);
            QVERIFY(response.body == (i == 1 ? QByteArrayLiteral("hello") : content));
        }
    }

    void thousandRequestsOnOneConnection()
    {
        RawClient client(m_server->port());
        for (int i = 0; i < 1'000; ++i) {
            QVERIFY(client.send(get(i % 3 ? "/a.txt" : "/empty.txt")));
            const RawResponse response = client.receive();
            QCOMPARE(response.status, 200);
            QCOMPARE(response.body, i % 3 ? "hello" : "");
        }
    }

    void fileOverFourGigabytesAnnouncesItsWholeLength()
    {
        constexpr qint64 size = 6 * GiB + 3;
        QVERIFY(m_folder.writeSparse(QStringLiteral("huge.bin"), size));
        RawClient client(m_server->port());
        QVERIFY(client.send(head("/huge.bin")));
        QCOMPARE(client.receive(true).field("Content-Length"), QByteArray::number(size));

        QVERIFY(client.send(get("/huge.bin")));
        const RawResponse response = client.receive(true);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.field("Content-Length"), QByteArray::number(size));
        QVERIFY(!client.receiveBytes(1).isEmpty());
    }

    void partsBeyondFourGigabytesAreTheRightOnes()
    {
        constexpr qint64 size = 6 * GiB + 3;
        QVERIFY(m_folder.writeSparse(QStringLiteral("huge.bin"), size));
        const QByteArray mark = randomBytes(100'000);
        QFile file(path("huge.bin"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(5 * GiB) && file.write(mark) == mark.size());
        QVERIFY(file.seek(size - 3) && file.write("end") == 3);
        file.close();

        const QByteArray five = QByteArray::number(5 * GiB);
        const QByteArray last = QByteArray::number(5 * GiB + mark.size() - 1);
        const RawResponse part = fetch("/huge.bin", "Range: bytes=" + five + '-' + last + "\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.field("Content-Range"), "bytes " + five + '-' + last + '/' + QByteArray::number(size));
        QVERIFY(part.body == mark);
        QCOMPARE(fetch("/huge.bin", "Range: bytes=-3\r\n").body, "end");
        QCOMPARE(fetch("/huge.bin", "Range: bytes=" + QByteArray::number(size) + "-\r\n").status, 416);
    }

    void fileWithASlashBehindItIsNotThere()
    {
        QCOMPARE(fetch("/a.txt/").status, 404);
        QCOMPARE(fetch("/a.txt/more").status, 404);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
