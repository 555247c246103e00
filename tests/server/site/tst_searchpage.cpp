// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/search/searchpage.h"

#include "tests/support/temporaryfolder.h"

using namespace porchlight;

class SearchPageTest final : public QObject
{
    Q_OBJECT

    static SearchPage pageOf(const TemporaryFolder &folder, const QByteArray &words, SearchLimits limits = {},
                             QList<QByteArray> start = {})
    {
        return {SharedFolder(folder.path()), std::move(start),
                MemoryBudget(10'000'000),    NameMatch(words),
                Language::English,           limits};
    }
    static QByteArray htmlOf(SearchPage page)
    {
        QByteArray html;
        for (QByteArray piece = page.next(); !piece.isEmpty(); piece = page.next())
            html += piece;
        return html;
    }

private slots:
    void showsWhereItIs()
    {
        TemporaryFolder folder;
        folder.folder("Lake");
        folder.folder("Lake/beach & bar");
        folder.file("Lake/beach & bar/beach.jpg", "12345");
        folder.file("beach.txt");
        folder.file("other");
        const QByteArray html = htmlOf(pageOf(folder, "BEACH"));
        QVERIFY(html.contains("href=\"./beach.txt?preview\""));
        QVERIFY(html.contains("href=\"./Lake/beach%20%26%20bar/\""));
        QVERIFY(html.contains("href=\"./Lake/beach%20%26%20bar/beach.jpg?preview\""));
        QVERIFY(html.contains("in <bdi>Lake/beach &amp; bar</bdi>"));
        QVERIFY(html.contains("3 names were found."));
        QVERIFY(html.contains("5 bytes"));
        QVERIFY(html.contains("value=\"BEACH\""));
        QVERIFY(!html.contains("other"));
        QVERIFY(html.endsWith("</html>\n"));

        const QByteArray below = htmlOf(pageOf(folder, "beach", {}, {"Lake"}));
        QVERIFY(below.contains("href=\"./beach%20%26%20bar/beach.jpg?preview\""));
        QVERIFY(!below.contains("beach.txt"));
    }

    void nothingFound()
    {
        TemporaryFolder folder;
        folder.file("a");
        QVERIFY(htmlOf(pageOf(folder, "b")).contains("<strong>Nothing found</strong>"));
        QVERIFY(!htmlOf(pageOf(folder, "b")).contains("<ul class=\"entries\""));
        QVERIFY(!htmlOf(pageOf(folder, "a")).contains("Nothing found"));
    }

    void hiddenNamesAreNotFound()
    {
        TemporaryFolder folder;
        folder.folder(".git");
        folder.file(".git/config");
        folder.file(".config");
        folder.link("config link", "/etc/passwd");
        QVERIFY(htmlOf(pageOf(folder, "config")).contains("Nothing found"));
    }

    void manyHitsAreCut()
    {
        TemporaryFolder folder;
        for (int i = 0; i < 12; ++i)
            folder.file("file " + QByteArray::number(i), "");
        const QByteArray ten = htmlOf(pageOf(folder, "file", {.hits = 10}));
        QCOMPARE(ten.count("<li class=\"file\">"), 10);
        QVERIFY(ten.contains("Only the first 10 are shown"));
        QVERIFY(!htmlOf(pageOf(folder, "file", {.hits = 12})).contains("Only the first"));
    }

    void timeIsUp()
    {
        TemporaryFolder folder;
        folder.folder("a");
        folder.file("found");
        SearchPage page = pageOf(folder, "found", {.time = std::chrono::milliseconds(100)});
        QVERIFY(!page.next().isEmpty());
        QVERIFY(page.next().contains("href=\"./found\""));
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.elapsed() > 100);
        const QByteArray last = page.next();
        QVERIFY(last.contains("The search ended after "));
        QVERIFY(page.next().isEmpty());
    }

    void timeIsUpWithinAFolder()
    {
        TemporaryFolder folder;
        folder.file("a");
        FolderWalk walk(SharedFolder(folder.path()), {}, MemoryBudget(10'000'000));
        const FolderWalk::Step step = walk.next(QDeadlineTimer(0));
        QVERIFY(std::get<FolderWalk::Folder>(step).truncated);
        QVERIFY(std::get<FolderWalk::Folder>(step).entries.empty());
    }

    /// 200,000 names took half a second to be asked for their size and sorted, for nothing found.
    void onlyWhatIsSoughtIsKept()
    {
        TemporaryFolder folder;
        folder.folder("deeper");
        for (const char *name : {"10 bear", "bear 9", "fox"})
            folder.file(name, "12345");
        FolderWalk walk(SharedFolder(folder.path()), {}, MemoryBudget(10'000'000));
        const FolderWalk::Step step = walk.next(QDeadlineTimer(QDeadlineTimer::Forever),
                                                [](const QByteArray &name) { return name.contains("bear"); });
        const auto &entries = std::get<FolderWalk::Folder>(step).entries;
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].name, "deeper");
        QCOMPARE(entries[1].name, "10 bear");
        QCOMPARE(entries[2].name, "bear 9");
        const QByteArray html = htmlOf(pageOf(folder, "bear"));
        QCOMPARE(html.count("5 bytes"), 2); // asked for after all
    }

    void aStepAtATime()
    {
        TemporaryFolder folder;
        for (int i = 0; i < 5; ++i)
            folder.folder("folder " + QByteArray::number(i));
        SearchPage page = pageOf(folder, "nothing");
        int pieces = 0;
        while (!page.next().isEmpty())
            ++pieces;
        QCOMPARE(pieces, 8); // the opening, six folders, the closing
    }

    void wayBackUpEnds()
    {
        TemporaryFolder folder;
        folder.folder("a");
        folder.file("a/found");
        folder.link("a/up", "..");
        const QByteArray html = htmlOf(pageOf(folder, "found"));
        QCOMPARE(html.count("<li class=\"file\">"), 1);
        QVERIFY(html.contains("1 folder was not searched"));
    }

    void namesAndWordsAreText()
    {
        const QByteArray evil = "<img src=x onerror=alert(1)>\"'&\xe2\x80\xae";
        TemporaryFolder folder;
        folder.folder(evil);
        folder.file(evil + '/' + evil);
        const QByteArray html = htmlOf(pageOf(folder, evil));
        QCOMPARE(html.count("<li class="), 2);
        QVERIFY(!html.contains("<img"));
        QVERIFY(!html.contains("\xe2\x80\xae"));
        QVERIFY(html.contains("value=\"&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\xef\xbf\xbd\""));
    }
};

QTEST_GUILESS_MAIN(SearchPageTest)
#include "tst_searchpage.moc"
