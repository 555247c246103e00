// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedpaths.h"
#include "tests/support/temporaryfolder.h"

using namespace porchlight;

Q_DECLARE_METATYPE(porchlight::Confinement)

/// SharedFolder::contents().
class FolderContentsTest : public QObject
{
    Q_OBJECT
private slots:
    void showWhatMayBeSeen_data();
    void showWhatMayBeSeen();
    void ofAnUnreadableFolder();
    void endAtTheirLimit();
    void endInTime();
    void ofAVanishedShare();
    void describeSymlinksByTheirTarget();
    void namesComeWithoutAskingForEach();
};

void FolderContentsTest::showWhatMayBeSeen_data()
{
    QTest::addColumn<Confinement>("confinement");
    QTest::addColumn<bool>("showHidden");
    QTest::addColumn<QList<QByteArray>>("names");
    const QList<QByteArray> seen{"absolute", "file", "folder/", "to-file", "to-folder/", "up"};
    const QList<QByteArray> all = QList<QByteArray>{".hidden"} + seen;
    QTest::addRow("hidden names are left out (kernel)") << Confinement::ByKernel << false << seen;
    QTest::addRow("hidden names are left out (real path)") << Confinement::ByRealPath << false << seen;
    QTest::addRow("hidden names are shown on demand") << Confinement::ByKernel << true << all;
}

void FolderContentsTest::showWhatMayBeSeen()
{
    QFETCH(Confinement, confinement);
    QFETCH(bool, showHidden);
    QFETCH(QList<QByteArray>, names);
    TemporaryFolder top;
    top.file("outside");
    top.folder("share");
    top.file("share/above");
    top.folder("share/sub");
    top.folder("share/sub/folder");
    top.file("share/sub/file");
    top.file("share/sub/.hidden");
    top.link("share/sub/to-file", "file");
    top.link("share/sub/to-folder", "folder");
    top.link("share/sub/up", "../above");
    top.link("share/sub/absolute", top.path("share/above"));
    top.link("share/sub/dangling", "missing");
    top.link("share/sub/loop", "loop");
    top.link("share/sub/leaves", "../../outside");
    ::mkfifo(top.path("share/sub/fifo").constData(), 0644);

    SharedFolderOptions options;
    options.confinement = confinement;
    options.showHidden = showHidden;
    const SharedFolder folder(top.path("share"), options);
    QCOMPARE(namesIn(folder, "sub"), names);
    QCOMPARE(namesIn(folder, "sub", ContentsDetail::Names), names);
}

void FolderContentsTest::ofAnUnreadableFolder()
{
    TemporaryFolder top;
    top.folder("closed");
    top.file("closed/index.html");
    top.folder("names-only");
    top.file("names-only/file");
    ::chmod(top.path("closed").constData(), 0711);
    ::chmod(top.path("names-only").constData(), 0744);
    const SharedFolder folder(top.path());

    if (::geteuid() != 0)
        QSKIP("only root can become another user");
    const AsNobody nobody;
    for (const char *name : {"closed", "names-only"}) {
        const Resolution found = folder.resolve(pathOf(name, true));
        QVERIFY2(std::holds_alternative<resolved::Folder>(found), name);
        for (const ContentsDetail detail : {ContentsDetail::Names, ContentsDetail::Everything}) {
            const ContentsRead read = folder.contents(std::get<resolved::Folder>(found), detail);
            QVERIFY2(std::holds_alternative<resolved::NotReadable>(read), name);
        }
    }
    QVERIFY(std::holds_alternative<resolved::File>(folder.resolve(pathOf("closed/index.html"))));
}

void FolderContentsTest::endAtTheirLimit()
{
    TemporaryFolder top;
    for (const char *name : {"a", "b", "c", "d", ".hidden"})
        top.file(name);
    SharedFolderOptions options;
    options.maxEntries = 3;
    const SharedFolder folder(top.path(), options);
    const auto contentsNow = [&folder] {
        return std::get<FolderContents>(
            folder.contents(std::get<resolved::Folder>(folder.resolve(pathOf({}, true)))));
    };
    QCOMPARE(contentsNow().entries.size(), size_t(3));
    QVERIFY(contentsNow().truncated);
    QCOMPARE(::unlink(top.path("a").constData()), 0);
    QCOMPARE(contentsNow().entries.size(), size_t(3));
    QVERIFY(!contentsNow().truncated);
}

void FolderContentsTest::endInTime()
{
    TemporaryFolder top;
    top.folder("share");
    top.file("share/one");
    const SharedFolder folder(top.path("share"));
    const Resolution found = folder.resolve({{}, true, {}});
    const auto read =
        folder.contents(std::get<resolved::Folder>(found), ContentsDetail::Everything, QDeadlineTimer(0));
    QVERIFY(std::get<FolderContents>(read).truncated);
    QVERIFY(std::get<FolderContents>(read).entries.empty());
}

void FolderContentsTest::ofAVanishedShare()
{
    TemporaryFolder top;
    top.folder("share");
    top.folder("share/sub");
    const SharedFolder folder(top.path("share"));
    const Resolution found = folder.resolve(pathOf("sub", true));
    QCOMPARE(::rename(top.path("share").constData(), top.path("pulled").constData()), 0);
    QVERIFY(std::holds_alternative<resolved::FolderGone>(folder.contents(std::get<resolved::Folder>(found))));
}

void FolderContentsTest::describeSymlinksByTheirTarget()
{
    TemporaryFolder top;
    top.file("target", "123456789");
    top.link("link", "target");
    const SharedFolder folder(top.path());
    const ContentsRead read = folder.contents(std::get<resolved::Folder>(folder.resolve(pathOf({}, true))));
    const auto &entries = std::get<FolderContents>(read).entries;
    QCOMPARE(entries.size(), size_t(2));
    QCOMPARE(entries[0].size, 9);
    QCOMPARE(entries[1].size, 9);
    QCOMPARE(entries[0].modifiedNs, entries[1].modifiedNs);
}

/// 50,000 questions kept the first byte of a zip waiting.
void FolderContentsTest::namesComeWithoutAskingForEach()
{
    TemporaryFolder top;
    for (const char *name : {"a", "b", "c", "d"})
        top.file(name, "content");
    const SharedFolder folder(top.path());
    const ContentsRead read =
        folder.contents(std::get<resolved::Folder>(folder.resolve(pathOf({}, true))), ContentsDetail::Names);
    const auto &entries = std::get<FolderContents>(read).entries;
    QCOMPARE(entries.size(), size_t(4));
    const auto wasAskedFor = [](const FolderEntry &entry) { return entry.inode != 0; };
    QCOMPARE(std::ranges::count_if(entries, wasAskedFor), 1);
}

QTEST_APPLESS_MAIN(FolderContentsTest)
#include "tst_foldercontents.moc"
