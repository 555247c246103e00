// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipstream.h"

#include "tests/server/site/zipreaders.h"
#include "tests/support/temporaryfolder.h"

#include <QTemporaryDir>

#include <functional>

using namespace porchlight;

namespace {

ZipStream zipOf(const TemporaryFolder &folder, QList<QByteArray> start = {},
                const ZipQuota &quota = ZipQuota(), SharedFolderOptions options = {})
{
    const SharedFolder shared(folder.path(), options);
    return {shared, FolderWalk(shared, std::move(start), quota.memory()),
            *quota.admit(QHostAddress(QHostAddress::LocalHost)), quota.memory()};
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(1);
    for (char &c : bytes)
        c = char(generator.generate());
    return bytes;
}

/// The whole zip in a file. `meanwhile` is called once after `pieces` pieces.
QString saved(ZipStream &zip, const QTemporaryDir &where, int pieces = -1,
              const std::function<void()> &meanwhile = {})
{
    QFile file(where.filePath(QStringLiteral("it.zip")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (QByteArray piece = zip.next(); !piece.isEmpty(); piece = zip.next()) {
        if (piece.size() > 100 * 1024) // a piece is bounded
            return {};
        file.write(piece);
        if (--pieces == 0)
            meanwhile();
    }
    return zip.end() == StreamEnd::Whole ? file.fileName() : QString();
}

QList<QByteArray> namesIn(const QByteArray &entries)
{
    QList<QByteArray> names;
    for (const QByteArray &line : entries.split('\n')) {
        if (line.contains('\t'))
            names.append(line.first(line.indexOf('\t')));
    }
    return names;
}

} // namespace

class ZipStreamTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_place;

    QByteArray entries(ZipStream zip) { return entriesOf(saved(zip, m_place)); }

private slots:
    void initTestCase()
    {
        if (run(QStringLiteral("python3"), {QStringLiteral("--version")}).exitCode != 0)
            QSKIP("python3 reads the zips here and is not installed");
    }

    void everyReaderOpensIt_data()
    {
        QTest::addColumn<int>("reader");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%s", qPrintable(zipReaders({})[i].first)) << i;
    }
    void everyReaderOpensIt()
    {
        QFETCH(int, reader);
        TemporaryFolder folder;
        folder.folder("Lake");
        folder.folder("Lake/d\xc3\xa9j\xc3\xa0 vu");
        folder.folder("nothing in it");
        folder.file("empty", "");
        folder.file("Lake/photo.jpg", noise(300'000));
        folder.file("Lake/just a piece", noise(64 * 1024));
        folder.file("Lake/d\xc3\xa9j\xc3\xa0 vu/\xe6\xb9\x96 \xf0\x9f\x8c\x8a.txt", "wave");
        ZipStream zip = zipOf(folder);
        const QString path = saved(zip, m_place);
        const auto [program, arguments] = zipReaders(path)[reader];
        const ProgramRun test = run(program, arguments);
        if (test.exitCode < 0)
            QSKIP("not installed");
        QVERIFY2(test.exitCode == 0, test.output);
    }

    void contentComesOutAsItWentIn()
    {
        TemporaryFolder folder;
        folder.folder("Lake");
        folder.folder("Lake/deep");
        folder.folder("nothing in it");
        folder.file("two \xc3\xbc", "2");
        folder.file("Lake/photo.jpg", noise(300'000));
        folder.file("Lake/deep/note", "deep");
        const timespec times[2] = {{1'000'000'000, 0}, {1'000'000'000, 5}};
        QCOMPARE(::utimensat(AT_FDCWD, folder.path("Lake/photo.jpg").constData(), times, 0), 0);
        ZipStream zip = zipOf(folder);
        const QString path = saved(zip, m_place);
        QTemporaryDir out;
        const ProgramRun unpacked =
            run(QStringLiteral("unzip"), {QStringLiteral("-q"), path, QStringLiteral("-d"), out.path()});
        if (unpacked.exitCode < 0)
            QSKIP("unzip is not installed");
        QCOMPARE(unpacked.output, "");
        QCOMPARE(
            run(QStringLiteral("diff"), {QStringLiteral("-r"), QFile::decodeName(folder.path()), out.path()})
                .output,
            "");
        QCOMPARE(QFileInfo(out.filePath(QStringLiteral("Lake/photo.jpg"))).lastModified().toSecsSinceEpoch(),
                 1'000'000'000);
    }

    void holdsWhatAListShows()
    {
        TemporaryFolder folder;
        for (const char *name : {"Lake", "Lake/.git", ".porchlight"})
            folder.folder(name);
        folder.file("Lake/.git/config");
        folder.file(".secret");
        folder.file("Lake/b2");
        folder.file("Lake/b10");
        folder.file("a");
        folder.link("to passwords", "/etc/passwd");
        folder.link("to nothing", "nothing");
        folder.link("Best", "Lake");
        folder.link("Lake/again", "../a");
        QCOMPARE(namesIn(entries(zipOf(folder))),
                 QList<QByteArray>({"a", "Best/", "Best/again", "Best/b2", "Best/b10", "Lake/", "Lake/again",
                                    "Lake/b2", "Lake/b10"}));
        QCOMPARE(namesIn(entries(zipOf(folder, {"Lake"}))), QList<QByteArray>({"again", "b2", "b10"}));
        QCOMPARE(namesIn(entries(zipOf(folder, {"Lake"}, ZipQuota(), {.showHidden = true}))),
                 QList<QByteArray>({"again", "b2", "b10", ".git/", ".git/config"}));
    }

    void nothingInTheFolderIsAZipOfNothing()
    {
        TemporaryFolder folder;
        QCOMPARE(entries(zipOf(folder)), "");
    }

    void wayBackUpEnds()
    {
        TemporaryFolder folder;
        folder.folder("a");
        folder.folder("a/b");
        folder.file("a/b/note");
        folder.link("a/b/up", "..");
        folder.link("a/self", ".");
        const QByteArray found = entries(zipOf(folder));
        QCOMPARE(namesIn(found).first(3), QList<QByteArray>({"a/", "a/b/", "a/b/note"}));
        QVERIFY(namesIn(found).contains("PROBLEMS.txt"));
        ZipStream zip = zipOf(folder);
        QVERIFY(problemsIn(zip).contains("a/b/up/\n    It is missing here: it leads back"));
    }

    void tooDeepEnds()
    {
        TemporaryFolder folder;
        QByteArray path = "d";
        folder.folder(path);
        for (int i = 0; i < 80; ++i)
            folder.folder(path += "/d");
        ZipStream zip = zipOf(folder);
        QVERIFY(problemsIn(zip).contains("too many folders deep"));
    }

    void shrinksWhileSent()
    {
        TemporaryFolder folder;
        folder.file("a.bin", noise(1'000'000));
        folder.file("b.txt", "behind");
        ZipStream zip = zipOf(folder);
        const QString path = saved(
            zip, m_place, 4, [&] { QCOMPARE(::truncate(folder.path("a.bin").constData(), 500'000), 0); });
        const QByteArray found = entriesOf(path);
        QVERIFY2(found.startsWith("a.bin\t500000\t...\nb.txt\t6\tbehind\nPROBLEMS.txt\t"), found);
        for (const auto &[program, arguments] : zipReaders(path)) {
            const ProgramRun test = run(program, arguments);
            // bsdtar holds the announced length against it, and unpacks it nevertheless.
            if (test.exitCode >= 0 && program != QLatin1String("bsdtar"))
                QVERIFY2(test.exitCode == 0, test.output);
        }
        QVERIFY(contentOf(path, "PROBLEMS.txt").contains("a.bin\n    Its end is missing here"));
    }

    void growsWhileSent()
    {
        TemporaryFolder folder;
        folder.file("a.bin", noise(200'000));
        ZipStream zip = zipOf(folder);
        const QString path = saved(
            zip, m_place, 1, [&] { QCOMPARE(::truncate(folder.path("a.bin").constData(), 500'000), 0); });
        QVERIFY(entriesOf(path).startsWith("a.bin\t200000\t...\nPROBLEMS.txt"));
        QVERIFY(contentOf(path, "PROBLEMS.txt").contains("a.bin\n    It was changed while it was sent"));
    }

    void vanishesBeforeItsTurn()
    {
        TemporaryFolder folder;
        folder.folder("gone");
        folder.file("gone/c");
        folder.file("a.bin", noise(200'000));
        folder.file("b.txt");
        ZipStream zip = zipOf(folder);
        const QString path = saved(zip, m_place, 1, [&] {
            QCOMPARE(::unlink(folder.path("b.txt").constData()), 0);
            QCOMPARE(::unlink(folder.path("gone/c").constData()), 0);
            QCOMPARE(::rmdir(folder.path("gone").constData()), 0);
        });
        QCOMPARE(namesIn(entriesOf(path)), QList<QByteArray>({"a.bin", "PROBLEMS.txt"}));
        const QByteArray problems = contentOf(path, "PROBLEMS.txt");
        QVERIFY(problems.contains("b.txt\n    It is missing here: it was taken away"));
        QVERIFY(problems.contains("gone/\n    It is missing here: it was taken away"));
    }

    void unreadableIsNamed()
    {
        TemporaryFolder folder;
        folder.file("a");
        folder.file("b");
        QCOMPARE(::chmod(folder.path("b").constData(), 0), 0);
        ZipStream zip = zipOf(folder);
        QByteArray bytes;
        {
            AsNobody nobody;
            for (QByteArray piece = zip.next(); !piece.isEmpty(); piece = zip.next())
                bytes += piece;
        }
        QVERIFY(bytes.contains("b\n    It is missing here: the computer that shares it does not let"));
        QVERIFY(!bytes.contains("a\n    It"));
    }

    void problemsLeaveOthersTheirName()
    {
        TemporaryFolder folder;
        folder.file("problems.TXT", "mine");
        folder.file("PROBLEMS 2.txt", "mine too");
        folder.link("up", ".");
        QCOMPARE(namesIn(entries(zipOf(folder))),
                 QList<QByteArray>({"PROBLEMS 2.txt", "problems.TXT", "PROBLEMS 3.txt"}));
    }

    void namesAreUsedUp()
    {
        TemporaryFolder folder;
        folder.file("a");
        const ZipQuota quota(100'000); // room for the folder, not for a list of names
        ZipStream zip = zipOf(folder, {}, quota);
        QVERIFY(
            problemsIn(zip).contains("a\n    It is missing here: the computer that shares it had no memory"));
    }

    void memoryIsGivenBack()
    {
        TemporaryFolder folder;
        for (int i = 0; i < 100; ++i)
            folder.file("file " + QByteArray::number(i), "");
        const ZipQuota quota;
        {
            ZipStream zip = zipOf(folder, {}, quota);
            QVERIFY(!zip.next().isEmpty());
            QVERIFY(!quota.memory().take(ZipQuota::MaxMemory));
        }
        QVERIFY(quota.memory().take(ZipQuota::MaxMemory));
    }

    void firstPieceNeedsOneFolder()
    {
        TemporaryFolder folder;
        for (int i = 0; i < 3; ++i) {
            const QByteArray name = "folder " + QByteArray::number(i);
            folder.folder(name);
            folder.file(name + "/note");
        }
        ZipStream zip = zipOf(folder);
        QVERIFY(zip.next().contains("folder 0/"));
        QCOMPARE(::unlink(folder.path("folder 2/note").constData()), 0); // it has not been looked at
        QByteArray rest;
        for (QByteArray piece = zip.next(); !piece.isEmpty(); piece = zip.next())
            rest += piece;
        QVERIFY(rest.contains("folder 1/note"));
        QVERIFY(!rest.contains("folder 2/note"));
        QVERIFY(!rest.contains("PROBLEMS"));
    }

    /// By hand, as it writes gigabytes: PORCHLIGHT_LARGE_ZIPS=1.
    void moreThanZipOnceCould()
    {
        if (qEnvironmentVariableIsEmpty("PORCHLIGHT_LARGE_ZIPS"))
            QSKIP("writes 5 GB: set PORCHLIGHT_LARGE_ZIPS to run it");
        TemporaryFolder folder;
        for (const QByteArray name : {"one", "two"}) {
            folder.folder(name);
            for (int i = 0; i < 35'000; ++i)
                folder.file(name + '/' + QByteArray::number(i), "");
        }
        folder.file("film.sparse", "begins");
        QCOMPARE(::truncate(folder.path("film.sparse").constData(), 4'500'000'000), 0);
        folder.file("zz behind it", "here");
        ZipStream zip = zipOf(folder);
        const QString path = saved(zip, m_place);
        for (const auto &[program, arguments] : zipReaders(path)) {
            const ProgramRun test = run(program, arguments);
            QVERIFY2(test.exitCode == 0, program.toLatin1() + test.output.right(1000));
        }
        const QByteArray found = entriesOf(path);
        QCOMPARE(namesIn(found).size(), 70'004);
        QVERIFY(found.startsWith("film.sparse\t4500000000\t...\nzz behind it\t4\there\n"));
    }

private:
    QByteArray contentOf(const QString &zip, const char *name)
    {
        return run(QStringLiteral("python3"),
                   {QStringLiteral("-c"),
                    QStringLiteral("import sys, zipfile\n"
                                   "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"),
                    zip, QString::fromLatin1(name)})
            .output;
    }
    QByteArray problemsIn(ZipStream &zip) { return contentOf(saved(zip, m_place), "PROBLEMS.txt"); }
};

QTEST_GUILESS_MAIN(ZipStreamTest)
#include "tst_zipstream.moc"
