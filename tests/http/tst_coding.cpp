// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compressor.h"
#include "server/http/contentcoder.h"
#include "tests/support/decoded.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <zlib.h>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr time_t LongAgo = 1'700'000'000;

QByteArray textOf(qsizetype size)
{
    QByteArray text;
    for (int i = 0; text.size() < size; ++i)
        text += "line " + QByteArray::number(i * 7919) + " of a text that is like any other\n";
    return text.first(size);
}

QByteArray gzipped(const QByteArray &content)
{
    return makeCompressor(ContentCoding::Gzip)->code(content, true);
}

QByteArray accepting(const QByteArray &codings)
{
    return "Accept-Encoding: " + codings + "\r\n";
}

bool makesBrotli()
{
    return codingsMadeHere().front() == ContentCoding::Brotli;
}

/// Text that compresses to two thirds.
QByteArray digitsOf(qsizetype size)
{
    QByteArray digits;
    for (quint64 i = 1; digits.size() < size; ++i)
        digits += QByteArray::number(i * 0x9E3779B97F4A7C15ULL, 36);
    return digits.first(size);
}

/// Without what differs from second to second.
QByteArray withoutDate(const QByteArray &head)
{
    QByteArray kept;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.startsWith("Date:"))
            kept += line + '\n';
    }
    return kept;
}

} // namespace

/// Content coding (RFC 9110 §8.4, §12.5.3) as browsers see it.
class CodingTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    std::unique_ptr<LiveServer> m_server;

    void write(const QString &name, const QByteArray &content, time_t modified = LongAgo) const
    {
        QVERIFY(m_folder.write(name, content));
        const timespec times[2] = {{modified, 0}, {modified, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(m_folder.path(name)).constData(), times, 0), 0);
    }

    RawResponse ask(const QByteArray &target, const QByteArray &fields = {}) const
    {
        return test::ask(m_server->port(), get(target, fields));
    }

    RawResponse askHead(const QByteArray &target, const QByteArray &fields = {}) const
    {
        RawClient client(m_server->port());
        client.send("HEAD" + get(target, fields).mid(3));
        return client.receive(true);
    }

    RawResponse askOld(const QByteArray &target, const QByteArray &fields = {}) const
    {
        RawClient client(m_server->port());
        client.send("GET " + target + " HTTP/1.0\r\n" + fields + "\r\n");
        return client.receive();
    }

    static QByteArray contentOf(const RawResponse &response)
    {
        return response.complete ? decoded(response.body, response.field("Content-Encoding")) : QByteArray();
    }

private slots:
    void initTestCase()
    {
        write(QStringLiteral("small.txt"), textOf(20'000));
        write(QStringLiteral("tiny.txt"), textOf(1'024));
        write(QStringLiteral("just.txt"), textOf(1'025));
        write(QStringLiteral("empty.txt"), {});
        write(QStringLiteral("photo.jpg"), textOf(20'000));
        write(QStringLiteral("archive.gz"), gzipped(textOf(20'000)));
        write(QStringLiteral("page.html"), textOf(5'000));
        write(QStringLiteral("huge.txt"), textOf(ContentCoder::MaxSize + 1));
        write(QStringLiteral("largest.txt"), textOf(ContentCoder::MaxSize));
        m_server = std::make_unique<LiveServer>(m_folder.path());
        QVERIFY(m_server->isRunning());
    }

    void negotiated_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<bool>("varies");
        const auto row = [](const char *name, const char *target, const QByteArray &fields,
                            const char *coding, bool varies = true) {
            QTest::newRow(name) << QByteArray(target) << fields << QByteArray(coding) << varies;
        };
        row("no Accept-Encoding: as it is", "/small.txt", {}, nullptr);
        row("gzip", "/small.txt", accepting("gzip"), "gzip");
        row("x-gzip is called gzip", "/small.txt", accepting("x-gzip"), "gzip");
        row("brotli", "/small.txt", accepting("br"), makesBrotli() ? "br" : nullptr);
        row("what browsers send", "/small.txt", accepting("gzip, deflate, br, zstd"),
            makesBrotli() ? "br" : "gzip");
        row("two field lines count as one", "/small.txt", accepting("br;q=0.1") + accepting("gzip"), "gzip");
        row("gzip;q=0", "/small.txt", accepting("gzip;q=0"), nullptr);
        row("identity liked better", "/small.txt", accepting("gzip;q=0.1, identity"), nullptr);
        row("nothing acceptable: as it is", "/small.txt", accepting("identity;q=0"), nullptr);
        row("malformed: as it is", "/small.txt", accepting("gzip;q=5"), nullptr);
        row("a query does not matter", "/page.html?v=2", accepting("gzip"), "gzip");
        row("1 KiB is too small", "/tiny.txt", accepting("gzip"), nullptr);
        row("over 1 KiB", "/just.txt", accepting("gzip"), "gzip");
        row("empty", "/empty.txt", accepting("gzip"), nullptr);
        row("over the limit is too large", "/huge.txt", accepting("gzip"), nullptr);
        row("at the limit", "/largest.txt", accepting("gzip"), "gzip");
        row("a photo", "/photo.jpg", accepting("gzip"), nullptr, false);
        row("an archive", "/archive.gz", accepting("gzip"), nullptr, false);
    }

    void negotiated()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, coding);
        QFETCH(bool, varies);
        const QByteArray name = target.mid(1).split('?').first();
        QFile original(m_folder.path(QString::fromLatin1(name)));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray content = original.readAll();
        for (int i = 0; i < 3; ++i) { // made, then remembered
            const RawResponse response = ask(target, fields);
            QCOMPARE(response.status, 200);
            QVERIFY(response.complete);
            QCOMPARE(response.field("Content-Encoding"), coding);
            QVERIFY(contentOf(response) == content);
            QVERIFY(coding.isNull() || response.body.size() < content.size() / 2);
            QCOMPARE(response.field("Vary"), varies ? QByteArray("Accept-Encoding") : QByteArray());
            QCOMPARE(response.count("Vary"), varies ? 1 : 0);
            QCOMPARE(response.field("Accept-Ranges"), coding.isNull() ? QByteArray("bytes") : QByteArray());
            QCOMPARE(response.count("Content-Length") + response.count("Transfer-Encoding"), 1);
            QCOMPARE(response.field("Cache-Control"), "no-cache");
        }
    }

    void eachFormHasItsTag()
    {
        QSet<QByteArray> tags;
        for (const QByteArray coding : {"identity", "gzip", "br"}) {
            const RawResponse response = ask("/small.txt", accepting(coding));
            tags.insert(response.field("ETag"));
            QCOMPARE(response.field("Content-Type"), "text/plain; charset=utf-8");
            if (coding == "gzip")
                QVERIFY(response.field("ETag").endsWith("-gzip\""));
        }
        QCOMPARE(tags.size(), makesBrotli() ? 3 : 2);
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *fields, int status) {
            QTest::newRow(name) << QByteArray(fields) << status;
        };
        // RFC 9110 §13.1.2: compared with the tag of the representation that would be sent.
        row("If-None-Match of the gzip form", "Accept-Encoding: gzip\r\nIf-None-Match: {gzip}\r\n", 304);
        row("If-None-Match of the gzip form, weakly", "Accept-Encoding: gzip\r\nIf-None-Match: W/{gzip}\r\n",
            304);
        row("If-None-Match of both forms", "Accept-Encoding: gzip\r\nIf-None-Match: {plain}, {gzip}\r\n",
            304);
        row("If-None-Match of anything", "Accept-Encoding: gzip\r\nIf-None-Match: *\r\n", 304);
        row("If-None-Match of the plain form, gzip selected",
            "Accept-Encoding: gzip\r\nIf-None-Match: {plain}\r\n", 200);
        row("If-None-Match of the gzip form, plain selected", "If-None-Match: {gzip}\r\n", 200);
        row("If-None-Match of the plain form", "If-None-Match: {plain}\r\n", 304);
        row("If-Match of the gzip form", "Accept-Encoding: gzip\r\nIf-Match: {gzip}\r\n", 200);
        row("If-Match of the plain form, gzip selected", "Accept-Encoding: gzip\r\nIf-Match: {plain}\r\n",
            412);
        row("If-Match of the gzip form, plain selected", "If-Match: {gzip}\r\n", 412);
        row("If-Modified-Since", "Accept-Encoding: gzip\r\nIf-Modified-Since: {modified}\r\n", 304);
        row("a range is of the plain form", "Accept-Encoding: gzip\r\nRange: bytes=0-9\r\n", 206);
        row("If-Range of the plain form",
            "Accept-Encoding: gzip\r\nRange: bytes=0-9\r\nIf-Range: {plain}\r\n", 206);
        row("If-Range of the gzip form", "Accept-Encoding: gzip\r\nRange: bytes=0-9\r\nIf-Range: {gzip}\r\n",
            200);
        row("If-Match of the plain form with a range",
            "Accept-Encoding: gzip\r\nRange: bytes=0-9\r\nIf-Match: {plain}\r\n", 206);
        row("several ranges", "Accept-Encoding: gzip\r\nRange: bytes=0-9,20-29\r\n", 206);
        row("a range past the end", "Accept-Encoding: gzip\r\nRange: bytes=99999-\r\n", 416);
        row("a malformed range", "Accept-Encoding: gzip\r\nRange: bytes=x\r\n", 200);
    }

    void conditions()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        const RawResponse plain = ask("/small.txt");
        const RawResponse gzip = ask("/small.txt", accepting("gzip"));
        fields.replace("{plain}", plain.field("ETag"))
            .replace("{gzip}", gzip.field("ETag"))
            .replace("{modified}", plain.field("Last-Modified"));
        const RawResponse response = ask("/small.txt", fields);
        QCOMPARE(response.status, status);
        QCOMPARE(response.field("Vary"),
                 status >= 400 ? "Accept-Encoding, Accept-Language" : "Accept-Encoding");
        QCOMPARE(response.count("Vary"), 1);
        if (fields.contains("Range:")) {
            QVERIFY(status == 416 || response.field("Content-Encoding").isNull());
            QVERIFY(status == 416 || response.field("ETag") == plain.field("ETag"));
        } else if (status != 412) {
            const bool gzipSelected = fields.contains("Accept-Encoding");
            QCOMPARE(response.field("ETag"), (gzipSelected ? gzip : plain).field("ETag"));
        }
        if (status == 304)
            QVERIFY(response.field("Content-Encoding").isNull());
    }

    void headIsAsGetsHead_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        write(QStringLiteral("fresh.txt"), textOf(900'000));
        m_folder.write(QStringLiteral("hit.txt"), textOf(900'000));
        for (const char *target :
             {"/small.txt", "/fresh.txt", "/tiny.txt", "/photo.jpg", "/missing", "/", "/%zz"}) {
            for (const char *codings : {"gzip", "br", "identity", "*;q=0"})
                QTest::addRow("%s, %s", target, codings) << QByteArray(target) << accepting(codings);
        }
        QTest::newRow("with a range") << QByteArray("/small.txt") << accepting("gzip") + "Range: bytes=x\r\n";
        QTest::newRow("not modified")
            << QByteArray("/small.txt") << accepting("gzip") + "If-None-Match: *\r\n";
        QTest::newRow("precondition failed")
            << QByteArray("/small.txt") << accepting("gzip") + "If-Match: \"x\"\r\n";
    }

    void headIsAsGetsHead()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, fields);
        for (int i = 0; i < 2; ++i) { // the second time it is remembered
            const RawResponse head = askHead(target, fields);
            const RawResponse get = ask(target, fields);
            QVERIFY(head.status > 0 && get.complete);
            QCOMPARE(withoutDate(head.head), withoutDate(get.head));
        }
    }

    void aLargeFileIsStreamedOnceAndThenRemembered()
    {
        write(QStringLiteral("large.txt"), textOf(1'000'000));
        const RawResponse first = ask("/large.txt", accepting("gzip"));
        QCOMPARE(first.field("Transfer-Encoding"), "chunked");
        QVERIFY(contentOf(first) == textOf(1'000'000));
        const RawResponse second = ask("/large.txt", accepting("gzip"));
        QCOMPARE(second.field("Content-Length"), QByteArray::number(first.body.size()));
        QVERIFY(second.body == first.body);
        QCOMPARE(second.field("ETag"), first.field("ETag"));
    }

    void oldClientsGetNoStream()
    {
        write(QStringLiteral("old.txt"), textOf(1'000'000));
        const RawResponse plain = askOld("/old.txt", accepting("gzip"));
        QVERIFY(plain.field("Content-Encoding").isNull());
        QCOMPARE(plain.field("Content-Length"), "1000000");
        QCOMPARE(plain.field("Vary"), "Accept-Encoding");
        QCOMPARE(askOld("/small.txt", accepting("gzip")).field("Content-Encoding"), "gzip");
        ask("/old.txt", accepting("gzip"));
        const RawResponse remembered = askOld("/old.txt", accepting("gzip"));
        QCOMPARE(remembered.field("Content-Encoding"), "gzip");
        QVERIFY(contentOf(remembered) == textOf(1'000'000));
    }

    void anEditShowsAtOnce()
    {
        for (const qsizetype size : {20'000, 200'000}) {
            for (int i = 0; i < 10; ++i) { // of the same size, within milliseconds, in place
                const QByteArray content = textOf(size).replace("line", "lin" + QByteArray::number(i));
                QVERIFY(m_folder.write(QStringLiteral("edited.txt"), content));
                QVERIFY(contentOf(ask("/edited.txt", accepting("gzip"))) == content);
                QVERIFY(contentOf(ask("/edited.txt", accepting("gzip"))) == content);
            }
        }
    }

    void aHotFileAnswersAlike()
    {
        const RawResponse first = ask("/small.txt", accepting("gzip"));
        RawClient client(m_server->port());
        for (int i = 0; i < 200; ++i) {
            QVERIFY(client.send(get("/small.txt", i % 2 ? accepting("gzip") : QByteArray())));
            const RawResponse response = client.receive();
            if (i % 2)
                QCOMPARE(withoutDate(response.head), withoutDate(first.head));
            QVERIFY(contentOf(response) == textOf(20'000));
        }
    }

    void firstVisitorsAtOnceGetTheSame()
    {
        write(QStringLiteral("rush.txt"), textOf(3'000'000));
        std::array<RawResponse, 6> responses;
        {
            std::vector<std::jthread> visitors;
            for (RawResponse &response : responses)
                visitors.emplace_back([this, &response] { response = ask("/rush.txt", accepting("gzip")); });
        }
        for (const RawResponse &response : responses) {
            QVERIFY(contentOf(response) == textOf(3'000'000));
            QVERIFY(response.body == responses.front().body);
        }
    }

    void aVisitorWhoLeavesFreesWhatItTook()
    {
        const LiveServer server(m_folder.path(), {}, false, 1);
        const QByteArray content = digitsOf(ContentCoder::MaxSize);
        write(QStringLiteral("left.txt"), content);
        const auto openFiles = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
        RawClient keepsWorkerAwake(server.port());
        keepsWorkerAwake.send(get("/tiny.txt"));
        QCOMPARE(keepsWorkerAwake.receive().status, 200);
        const auto before = openFiles();
        // More of them than the memory for streams takes at a time, were it not freed.
        for (int i = 0; i < 20; ++i) {
            RawClient client(server.port(), RawClient::Family::IPv4, 4'096);
            QVERIFY(client.send(get("/left.txt", accepting("gzip"))));
            QVERIFY(client.receiveBytes(600).contains("Content-Encoding: gzip"));
            client.reset();
            QTRY_VERIFY(openFiles() <= before);
        }
        RawClient client(server.port());
        QVERIFY(client.send(get("/left.txt", accepting("gzip"))));
        const RawResponse response = client.receive();
        QCOMPARE(response.field("Transfer-Encoding"), "chunked"); // nobody took it to its end
        QVERIFY(contentOf(response) == content);
    }

    void aFileThatShrinksWhileItIsCodedCutsTheConnection()
    {
        // Made in turns, and only as far as a reader who has stopped lets it.
        write(QStringLiteral("shrinks.txt"), digitsOf(ContentCoder::MaxSize));
        RawClient client(m_server->port(), RawClient::Family::IPv4, 4'096);
        QVERIFY(client.send(get("/shrinks.txt", accepting("gzip"))));
        QVERIFY(client.receiveBytes(600).contains("Content-Encoding: gzip"));
        QFile file(m_folder.path(QStringLiteral("shrinks.txt")));
        QVERIFY(file.resize(100'000));
        QVERIFY(!client.receiveAll().endsWith("\r\n0\r\n\r\n"));
        QCOMPARE(m_server->finished("/shrinks.txt").ending, Ending::FileShrank);
    }

    void readyMade_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("neighbours");
        QTest::addColumn<QByteArray>("servedFrom");
        const auto row = [](const char *name, const QByteArray &fields, const char *neighbours,
                            const char *servedFrom) {
            QTest::newRow(name) << fields << QByteArray(neighbours) << QByteArray(servedFrom);
        };
        // Neighbour and its age: + newer than the original, = as old, - older.
        row("newer", accepting("gzip"), "gz+", "gz");
        row("as old", accepting("gzip"), "gz=", "gz");
        row("stale is not served", accepting("gzip"), "gz-", "");
        row("brotli before gzip", accepting("gzip, br"), "gz+br+", "br");
        row("the greater weight before brotli", accepting("gzip, br;q=0.5"), "gz+br+", "gz");
        row("ready before made here", accepting("gzip, br"), "gz+", "gz");
        row("stale brotli gives way to fresh gzip", accepting("gzip, br"), "br-gz+", "gz");
        row("x-gzip", accepting("x-gzip"), "gz+", "gz");
        row("not accepted", accepting("gzip;q=0"), "gz+", "");
        row("brotli not accepted", accepting("gzip"), "br+", "");
        row("no Accept-Encoding", {}, "gz+br+", "");
        row("a range is of the plain form", accepting("gzip") + "Range: bytes=0-\r\n", "gz+", "");
        row("an empty one is not served", accepting("gzip"), "gz0", "");
        row("a folder of that name is not served", accepting("gzip"), "gz/", "");
        row("one outside is not served", accepting("gzip"), "gz^", "");
        row("one that links to another inside", accepting("gzip"), "gz>", "gz");
        row("a gzip of something else is not served", accepting("gzip"), "gz?", "");
        row("one that is still being written is not served", accepting("gzip"), "gz~", "");
    }

    void readyMade()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, neighbours);
        QFETCH(QByteArray, servedFrom);
        QTemporaryDir outside;
        const QByteArray original = textOf(900); // too small to be compressed here
        const auto ready = [&](const QByteArray &ending) {
            return ending == "gz" ? gzipped(original) : "ready-made " + ending;
        };
        QVERIFY(m_folder.write(QStringLiteral("target"), ready("gz")));
        const QTemporaryDir site(m_folder.path(QStringLiteral("site-XXXXXX")));
        const QString app = QDir(site.path()).dirName() + QStringLiteral("/app.js");
        const QByteArray target = '/' + app.toLatin1();
        write(app, original);
        for (qsizetype at = 0; at < neighbours.size(); at += 3) {
            const QByteArray ending = neighbours.mid(at, 2);
            const QString name = app + QLatin1Char('.') + QString::fromLatin1(ending);
            const auto link = [&](const QString &to) { QVERIFY(QFile::link(to, m_folder.path(name))); };
            switch (neighbours[at + 2]) {
            case '+':
                write(name, ready(ending), LongAgo + 10);
                break;
            case '=':
                write(name, ready(ending));
                break;
            case '-':
                write(name, ready(ending), LongAgo - 1);
                break;
            case '0':
                write(name, {}, LongAgo + 10);
                break;
            case '?':
                write(name, gzipped(original + 'x'), LongAgo + 10);
                break;
            case '~':
                write(name, ready(ending).chopped(30), LongAgo + 10);
                break;
            case '/':
                QVERIFY(QDir().mkdir(m_folder.path(name)));
                break;
            case '^':
                link(outside.filePath(QStringLiteral("target")));
                break;
            case '>':
                link(m_folder.path(QStringLiteral("target")));
                break;
            }
        }
        const QByteArray plainTag = ask(target).field("ETag");
        for (const int times : {1, 200}) { // for whoever comes by, and hot
            RawResponse response;
            for (int i = 0; i < times; ++i)
                response = ask(target, fields);
            QVERIFY(response.complete);
            QCOMPARE(response.field("Content-Type"), "text/javascript; charset=utf-8");
            QCOMPARE(response.field("Vary"), "Accept-Encoding");
            if (servedFrom.isEmpty()) {
                QVERIFY(response.field("Content-Encoding").isNull());
                QCOMPARE(response.body, original);
                QCOMPARE(response.field("ETag"), plainTag);
            } else {
                QCOMPARE(response.field("Content-Encoding"), servedFrom == "gz" ? "gzip" : servedFrom);
                QCOMPARE(response.body, ready(servedFrom));
                QVERIFY(response.field("ETag") != plainTag);
                QCOMPARE(ask(target, fields + "If-None-Match: " + response.field("ETag") + "\r\n").status,
                         304);
                QCOMPARE(withoutDate(askHead(target, fields).head), withoutDate(response.head));
            }
        }
    }

    void aFormThatCannotBeMadeFailsNoCondition()
    {
        QByteArray noise(20'000, Qt::Uninitialized);
        QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        write(QStringLiteral("noise.svg"), noise);
        const RawResponse response = ask("/noise.svg", accepting("gzip"));
        QVERIFY(response.field("Content-Encoding").isNull());
        QCOMPARE(ask("/noise.svg", accepting("gzip") + "If-Match: " + response.field("ETag") + "\r\n").status,
                 200);
        QCOMPARE(ask("/noise.svg", accepting("gzip") + "If-Match: \"other\"\r\n").status, 412);
    }

    void readyMadeOnesAreServedForAnySize()
    {
        write(QStringLiteral("huge.txt.gz"), gzipped(textOf(ContentCoder::MaxSize + 1)));
        const RawResponse response = ask("/huge.txt", accepting("gzip"));
        QCOMPARE(response.field("Content-Encoding"), "gzip");
        QCOMPARE(response.field("Content-Length"), QByteArray::number(response.body.size()));
        QVERIFY(contentOf(response) == textOf(ContentCoder::MaxSize + 1));
        const Exchange exchange = m_server->finished("/huge.txt");
        const auto *taken = std::get_if<decision::ReadyMadeTaken>(&exchange.decisions.at(1));
        QVERIFY(taken);
        QCOMPARE(taken->path, "huge.txt.gz");
        QCOMPARE(taken->from, ContentCoder::MaxSize + 1);
        QCOMPARE(taken->to, response.body.size());
        QVERIFY(QFile::remove(m_folder.path(QStringLiteral("huge.txt.gz"))));
    }

    void readyMadeOnesOfAnIndexPage()
    {
        QVERIFY(QDir().mkdir(m_folder.path(QStringLiteral("site"))));
        write(QStringLiteral("site/index.html"), textOf(500));
        write(QStringLiteral("site/index.html.gz"), gzipped(textOf(500)));
        QCOMPARE(ask("/site/", accepting("gzip")).body, gzipped(textOf(500)));
        QCOMPARE(ask("/site/").body, textOf(500));
    }

    void onlyTextHasReadyMadeOnes()
    {
        write(QStringLiteral("photo.jpg.gz"), "ready-made");
        const RawResponse response = ask("/photo.jpg", accepting("gzip"));
        QVERIFY(response.field("Content-Encoding").isNull());
        QVERIFY(response.field("Vary").isNull());
        QVERIFY(response.body == textOf(20'000));
    }

    void aReadyMadeOneAskedForItselfIsAnArchive()
    {
        write(QStringLiteral("lib.js"), textOf(5'000));
        write(QStringLiteral("lib.js.gz"), gzipped(textOf(5'000)));
        const RawResponse response = ask("/lib.js.gz", accepting("gzip, br"));
        QCOMPARE(response.field("Content-Type"), "application/gzip");
        QVERIFY(response.field("Content-Encoding").isNull());
        QVERIFY(response.field("Vary").isNull());
        QVERIFY(response.body == gzipped(textOf(5'000)));
    }

    void hiddenOnesStayHidden()
    {
        write(QStringLiteral(".secret.js"), textOf(5'000));
        write(QStringLiteral(".secret.js.gz"), gzipped(textOf(5'000)));
        QCOMPARE(ask("/.secret.js", accepting("gzip")).status, 404);
        QCOMPARE(ask("/.secret.js.gz", accepting("gzip")).status, 404);
    }

    void ourPagesAreCoded_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("short listing") << QByteArray("/") << 200;
        QTest::newRow("long listing") << QByteArray("/many/") << 200;
        QTest::newRow("nothing there") << QByteArray("/missing") << 404;
        QTest::newRow("malformed") << QByteArray("/%zz") << 400;
        QDir().mkdir(m_folder.path(QStringLiteral("many")));
        for (int i = 0; i < 3'000; ++i)
            m_folder.write(QStringLiteral("many/%1.txt").arg(i), {});
    }

    void ourPagesAreCoded()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        const RawResponse plain = ask(target);
        QCOMPARE(plain.status, status);
        QVERIFY(plain.field("Content-Encoding").isNull());
        QCOMPARE(plain.field("Vary"), "Accept-Encoding, Accept-Language");
        for (const char *coding : {"gzip", "br"}) {
            if (QByteArrayView(coding) == "br" && !makesBrotli())
                continue;
            for (int i = 0; i < 2; ++i) {
                const RawResponse response = ask(target, accepting(coding));
                QCOMPARE(response.status, status);
                QCOMPARE(response.field("Content-Encoding"), coding);
                QCOMPARE(response.count("Vary"), 1);
                QVERIFY(contentOf(response) == plain.body);
                QVERIFY(response.body.size() < plain.body.size() / 2);
                QCOMPARE(withoutDate(askHead(target, accepting(coding)).head), withoutDate(response.head));
            }
        }
        const bool isStream = plain.field("Content-Length").isNull();
        const RawResponse old = askOld(target, accepting("gzip"));
        QCOMPARE(old.field("Content-Encoding"), isStream ? QByteArray() : QByteArray("gzip"));
        QVERIFY(contentOf(old) == plain.body);
    }

    void hiddenAndMissingLookAlike()
    {
        QVERIFY(m_folder.write(QStringLiteral(".env"), "x"));
        const RawResponse hidden = ask("/.env", accepting("gzip"));
        const RawResponse missing = ask("/env", accepting("gzip"));
        QCOMPARE(withoutDate(hidden.head), withoutDate(missing.head));
        QCOMPARE(hidden.body, missing.body);
    }

    void theRecordSaysHow()
    {
        ask("/page.html", accepting("gzip"));
        const Exchange exchange = m_server->finished("/page.html");
        const auto *compressed = std::get_if<decision::Compressed>(&exchange.decisions.at(1));
        QVERIFY(compressed);
        QCOMPARE(compressed->coding, "gzip");
        QCOMPARE(compressed->from, 5'000);
        QCOMPARE(compressed->to, exchange.bodyBytes);
        QVERIFY(std::holds_alternative<decision::SentFromMemory>(exchange.decisions.back()));

        ask("/many/?recorded", accepting("gzip"));
        const Exchange listing = m_server->finished("/many/?recorded");
        QVERIFY(std::holds_alternative<decision::Compressed>(listing.decisions.at(2)));
        QVERIFY(std::holds_alternative<decision::SentAsStream>(listing.decisions.back()));
    }
};

QTEST_GUILESS_MAIN(CodingTest)
#include "tst_coding.moc"
