// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compressor.h"
#include "server/http/contentcoder.h"
#include "tests/support/decoded.h"
#include "tests/support/temporaryfolder.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <thread>

using namespace porchlight;
using namespace porchlight::test;

namespace {

constexpr ContentCoding Gzip = ContentCoding::Gzip;
constexpr HttpVersion Http11 = HttpVersion::Http11;

QByteArray textOf(qsizetype size)
{
    QByteArray text;
    for (int i = 0; text.size() < size; ++i)
        text += "line " + QByteArray::number(i * 7919) + " of a text that is like any other\n";
    return text.first(size);
}

QByteArray noiseOf(qsizetype size)
{
    QByteArray noise(size, '\0');
    QRandomGenerator generator(42);
    for (char &byte : noise)
        byte = char(generator.bounded(256));
    return noise;
}

QByteArray all(BodyStream &stream)
{
    QByteArray bytes;
    for (QByteArray piece = stream.next(); !piece.isEmpty(); piece = stream.next())
        bytes += piece;
    return bytes;
}

QByteArray all(Body &body)
{
    return body.stream ? all(*body.stream) : std::get<QByteArray>(body.parts.front());
}

/// Pieces of another content.
class Pieces final : public BodyStream
{
public:
    Pieces(QByteArray content, qsizetype size, StreamEnd end = StreamEnd::Whole)
        : m_rest(std::move(content))
        , m_size(size)
        , m_end(end)
    {}
    QByteArray next() override
    {
        const QByteArray piece = m_rest.left(m_size);
        m_rest.remove(0, piece.size());
        return piece;
    }
    StreamEnd end() const override { return m_end; }

private:
    QByteArray m_rest;
    const qsizetype m_size;
    const StreamEnd m_end;
};

} // namespace

class ContentCoderTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;

    /// A file as SharedFolder opens it, last changed long ago.
    StoredFile stored(const QByteArray &name, const QByteArray &content) const
    {
        m_folder.file(name, content);
        const timespec longAgo[2] = {{1'000, 0}, {1'000, 0}};
        ::utimensat(AT_FDCWD, m_folder.path(name).constData(), longAgo, 0);
        return opened(name);
    }

    StoredFile opened(const QByteArray &name) const
    {
        const int descriptor = ::open(m_folder.path(name).constData(), O_RDONLY | O_CLOEXEC);
        struct stat status = {};
        ::fstat(descriptor, &status);
        return {std::make_shared<const OpenFile>(descriptor),
                name,
                status.st_size,
                modifiedNs(status),
                status.st_ino,
                {}};
    }

private slots:
    void compressorsKeepTheContent_data()
    {
        QTest::addColumn<ContentCoding>("coding");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qsizetype>("piece");
        for (const ContentCoding coding : codingsMadeHere()) {
            const auto row = [coding](const char *name, const QByteArray &content, qsizetype piece) {
                QTest::addRow("%s, %s", nameOf(coding).data(), name) << coding << content << piece;
            };
            row("nothing", {}, 1);
            row("one byte", "a", 1);
            row("text, at once", textOf(60'000), 60'000);
            row("text, byte by byte", textOf(2'000), 1);
            row("text in pieces", textOf(1'000'000), 65'536);
            row("one letter, at once", QByteArray(3'000'000, 'a'), 3'000'000);
            row("one letter in pieces", QByteArray(3'000'000, 'a'), 65'536);
            row("noise, at once", noiseOf(300'000), 300'000);
            row("noise in pieces", noiseOf(300'000), 1'000);
        }
    }

    void compressorsKeepTheContent()
    {
        QFETCH(ContentCoding, coding);
        QFETCH(QByteArray, content);
        QFETCH(qsizetype, piece);
        QByteArray coded[2];
        for (QByteArray &each : coded) {
            const auto compressor = makeCompressor(coding);
            qsizetype at = 0;
            for (; content.size() - at > piece; at += piece) {
                const QByteArray bytes = compressor->code(QByteArrayView(content).sliced(at, piece), false);
                QVERIFY2(!bytes.isEmpty(), "a stream that makes nothing has ended");
                each += bytes;
            }
            each += compressor->code(QByteArrayView(content).sliced(at), true);
        }
        QCOMPARE(decoded(coded[0], nameOf(coding).toByteArray()), content);
        QCOMPARE(coded[0], coded[1]); // the strong entity tag says so
    }

    void smallFilesAreCodedAtOnce()
    {
        const QByteArray content = textOf(20'000);
        const StoredFile file = stored("small.txt", content);
        const ContentCoder coder;
        for (int i = 0; i < 2; ++i) { // made, then remembered
            auto coded = coder.codeFile(file, Gzip, HttpVersion::Http10);
            QVERIFY(coded && !coded->body.stream);
            QCOMPARE(decoded(all(coded->body), "gzip"), content);
            QCOMPARE(coded->decision.coding, "gzip");
            QCOMPARE(coded->decision.from, 20'000);
            QCOMPARE(coded->decision.to, coded->body.length());
        }
    }

    void largeFilesAreCodedWhileSentAndThenRemembered()
    {
        const QByteArray content = textOf(1'000'000);
        const StoredFile file = stored("large.txt", content);
        const ContentCoder coder;
        QVERIFY(!coder.codeFile(file, Gzip, HttpVersion::Http10));
        auto first = coder.codeFile(file, Gzip, Http11);
        QVERIFY(first && first->body.stream);
        QCOMPARE(first->decision.from, 1'000'000);
        QCOMPARE(first->decision.to, -1);
        const QByteArray coded = all(*first->body.stream);
        QCOMPARE(decoded(coded, "gzip"), content);

        auto second = coder.codeFile(file, Gzip, HttpVersion::Http10);
        QVERIFY(second && !second->body.stream);
        QCOMPARE(all(second->body), coded);
        QCOMPARE(second->decision.to, coded.size());
    }

    void aStreamThatWasNotTakenToItsEndIsNotRemembered()
    {
        const StoredFile file = stored("large.txt", textOf(1'000'000));
        const ContentCoder coder;
        QVERIFY(!coder.codeFile(file, Gzip, Http11)->body.stream->next().isEmpty());
        QVERIFY(coder.codeFile(file, Gzip, Http11)->body.stream);
    }

    void whatDoesNotBecomeSmallerIsSentAsItIs()
    {
        const ContentCoder coder;
        const StoredFile small = stored("small.txt", noiseOf(20'000));
        QVERIFY(!coder.codeFile(small, Gzip, Http11));
        QVERIFY(!coder.codeFile(small, Gzip, Http11)); // remembered

        const StoredFile large = stored("large.txt", noiseOf(200'000));
        QCOMPARE(decoded(all(*coder.codeFile(large, Gzip, Http11)->body.stream), "gzip"), noiseOf(200'000));
        QVERIFY(!coder.codeFile(large, Gzip, Http11));
    }

    void anotherVersionIsAnotherContent()
    {
        const ContentCoder coder;
        const StoredFile before = stored("a.txt", textOf(20'000));
        QVERIFY(coder.codeFile(before, Gzip, Http11));
        StoredFile after = stored("a.txt", textOf(30'000));
        QCOMPARE(decoded(all(coder.codeFile(after, Gzip, Http11)->body), "gzip"), textOf(30'000));
    }

    /// On a USB stick two saves within two seconds have one time: the first one's coded form stayed for good.
    void twoSecondsAgoIsJustNow()
    {
        const auto secondsAgo = [](qint64 seconds) {
            return (QDateTime::currentMSecsSinceEpoch() - seconds * 1'000) * 1'000'000;
        };
        QVERIFY(changedJustNow(secondsAgo(2)));
        QVERIFY(!changedJustNow(secondsAgo(3)));
    }

    void aFileChangedJustNowIsNotRemembered()
    {
        const ContentCoder coder;
        m_folder.file("now.txt", textOf(20'000));
        const StoredFile file = opened("now.txt");
        QVERIFY(coder.codeFile(file, Gzip, Http11));
        // Within the same tick of the clock: size and time of modification stay what they were.
        const QByteArray edited = textOf(20'000).replace("line", "LINE");
        const int descriptor = ::open(m_folder.path("now.txt").constData(), O_WRONLY | O_CLOEXEC);
        QCOMPARE(::write(descriptor, edited.constData(), size_t(edited.size())), ssize_t(edited.size()));
        ::close(descriptor);
        QCOMPARE(decoded(all(coder.codeFile(file, Gzip, Http11)->body), "gzip"), edited);
    }

    void aFileChangedWhileItWasCodedIsNotRemembered()
    {
        const ContentCoder coder;
        const StoredFile file = stored("large.txt", textOf(1'000'000));
        auto coded = coder.codeFile(file, Gzip, Http11);
        coded->body.stream->next();
        QCOMPARE(::utimensat(AT_FDCWD, m_folder.path("large.txt").constData(), nullptr, 0), 0);
        all(*coded->body.stream);
        QVERIFY(coder.codeFile(file, Gzip, Http11)->body.stream);
    }

    void aFileThatShrinksEndsItsStreamBadly()
    {
        const ContentCoder coder;
        const StoredFile file = stored("large.txt", textOf(1'000'000));
        auto coded = coder.codeFile(file, Gzip, Http11);
        coded->body.stream->next();
        QCOMPARE(::truncate(m_folder.path("large.txt").constData(), 100'000), 0);
        QVERIFY(decoded(all(*coded->body.stream), "gzip").isNull());
        QCOMPARE(int(coded->body.stream->end()), int(StreamEnd::FileShrank));
        QVERIFY(coder.codeFile(file, Gzip, Http11)->body.stream);
    }

    void aFileThatCannotBeReadIsSentAsItIs()
    {
        StoredFile file = stored("a.txt", textOf(20'000));
        file.file = std::make_shared<const OpenFile>(::open("/", O_PATH | O_CLOEXEC));
        QVERIFY(!ContentCoder().codeFile(file, Gzip, Http11));
    }

    void streamsTakeFromABudget()
    {
        const StoredFile file = stored("large.txt", textOf(1'000'000));
        const ContentCoder coder(ContentCoder::MaxRemembered, 3'000'000);
        auto first = coder.codeFile(file, Gzip, Http11);
        auto second = coder.codeFile(file, Gzip, Http11);
        QVERIFY(first && second);
        QVERIFY(!coder.codeFile(file, Gzip, Http11));
        Body page(std::make_unique<Pieces>(textOf(100'000), 30'000));
        QVERIFY(coder.codePage(page, Gzip, Http11)); // takes less
        first.reset();
        QVERIFY(coder.codeFile(file, Gzip, Http11));
    }

    void pagesAreCoded()
    {
        const ContentCoder coder;
        const QByteArray content = textOf(10'000);
        for (int i = 0; i < 2; ++i) {
            Body page(content);
            auto coded = coder.codePage(page, Gzip, HttpVersion::Http10);
            QVERIFY(coded);
            QCOMPARE(decoded(all(coded->body), "gzip"), content);
            QCOMPARE(coded->decision.to, coded->body.length());
        }
        Body other(textOf(10'001));
        QCOMPARE(decoded(all(coder.codePage(other, Gzip, Http11)->body), "gzip"), textOf(10'001));
        Body tiny(textOf(ContentCoder::MinSize));
        QVERIFY(!coder.codePage(tiny, Gzip, Http11));
        Body none;
        QVERIFY(!coder.codePage(none, Gzip, Http11));
    }

    void streamedPagesAreCoded()
    {
        const ContentCoder coder;
        const QByteArray content = textOf(300'000);
        Body page(std::make_unique<Pieces>(content, 33'000));
        QVERIFY(!coder.codePage(page, Gzip, HttpVersion::Http10));
        QVERIFY(page.stream);
        auto coded = coder.codePage(page, Gzip, Http11);
        QVERIFY(coded && coded->body.stream);
        QCOMPARE(decoded(all(*coded->body.stream), "gzip"), content);
        QCOMPARE(int(coded->body.stream->end()), int(StreamEnd::Whole));
        QVERIFY(coded->body.stream->next().isEmpty());

        Body broken(std::make_unique<Pieces>(content, 33'000, StreamEnd::ReadFailed));
        auto half = coder.codePage(broken, Gzip, Http11);
        QVERIFY(decoded(all(*half->body.stream), "gzip").isNull());
        QCOMPARE(int(half->body.stream->end()), int(StreamEnd::ReadFailed));
    }

    void contentsAreHeldWithinTheLimit()
    {
        CodedContents contents(100'000);
        for (int i = 0; i < 100; ++i) {
            contents.insert({QByteArray::number(i), Gzip}, QByteArray(10'000, 'x'));
            QVERIFY(contents.memory() <= 100'000);
        }
        QVERIFY(contents.memory() > 80'000);
        QVERIFY(contents.find({"99", Gzip}));
        QVERIFY(!contents.find({"0", Gzip}));
        QVERIFY(!contents.find({"99", ContentCoding::Brotli}));
        contents.insert({"huge", Gzip}, QByteArray(200'000, 'x'));
        QVERIFY(!contents.find({"huge", Gzip}));
        QVERIFY(contents.memory() <= 100'000);
    }

    void whatIsAskedForStays()
    {
        CodedContents contents(100'000);
        contents.insert({"kept", Gzip}, "bytes");
        for (int i = 0; i < 100; ++i) {
            contents.insert({QByteArray::number(i), Gzip}, QByteArray(10'000, 'x'));
            QCOMPARE(contents.find({"kept", Gzip}).value_or("gone"), "bytes");
        }
    }

    void workersShareIt()
    {
        const ContentCoder coder(200'000);
        QList<StoredFile> files;
        for (int i = 0; i < 8; ++i)
            files.append(stored("shared" + QByteArray::number(i) + ".txt", textOf(30'000 * (i + 1))));
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> workers;
            for (int worker = 0; worker < 4; ++worker)
                workers.emplace_back([&coder, &files, &wrong, worker] {
                    for (int i = 0; i < 40; ++i) {
                        const StoredFile &file = files[(worker + i) % files.size()];
                        auto coded = coder.codeFile(file, Gzip, Http11);
                        if (!coded || decoded(all(coded->body), "gzip").size() != file.size)
                            ++wrong;
                    }
                });
        }
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_APPLESS_MAIN(ContentCoderTest)
#include "tst_contentcoder.moc"
