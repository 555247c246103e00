// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sharedfolder.h"

#include "sharedpaths.h"
#include "tests/support/temporaryfolder.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

using namespace porchlight;

Q_DECLARE_METATYPE(porchlight::Outcome)
Q_DECLARE_METATYPE(porchlight::Confinement)

class SharedFolderTest : public QObject
{
    Q_OBJECT
private slots:
    void resolves_data();
    void resolves();
    void hiddenNamesAreFoundWhenShown();
    void namesThatAreNotUtf8();
    void ourOwnNameIsNeverShared();
    void naughtyNames();
    void tooLongNames_data();
    void tooLongNames();
    void permissionDenied();
    void specialFilesAreNotOpened();
    void describesTheFile();
    void vanishesAndReturns();
    void outOfDescriptors();
    void names_data();
    void names();
};

void SharedFolderTest::resolves_data()
{
    QTest::addColumn<Confinement>("confinement");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("trailingSlash");
    QTest::addColumn<Outcome>("outcome");

    for (const Confinement confinement : {Confinement::ByKernel, Confinement::ByRealPath}) {
        const char *by = confinement == Confinement::ByKernel ? "kernel" : "real path";
        const auto row = [&](const char *name, const char *path, Outcome outcome, bool slash = false) {
            QTest::addRow("%s (%s)", name, by) << confinement << QByteArray(path) << slash << outcome;
        };
        row("the shared folder itself", "", Outcome::Folder, true);
        row("a file", "plain.txt", Outcome::File);
        row("a file asked for as a folder", "plain.txt", Outcome::NothingThere, true);
        row("a file used as a folder", "plain.txt/more", Outcome::NothingThere);
        row("a folder with slash", "Lake", Outcome::Folder, true);
        row("a folder without slash", "Lake", Outcome::Folder);
        row("a file in a folder", "Lake/beach.jpg", Outcome::File);
        row("an empty file", "empty", Outcome::File);
        row("a missing file", "missing", Outcome::NothingThere);
        row("a file in a missing folder", "missing/beach.jpg", Outcome::NothingThere);
        row("case counts", "PLAIN.TXT", Outcome::NothingThere);
        row("a hidden file", ".hidden", Outcome::NameHidden);
        row("a missing hidden file", ".missing", Outcome::NameHidden);
        row("a file in a hidden folder", ".git/config", Outcome::NameHidden);
        row("a hidden file in a folder", "Lake/.hidden", Outcome::NameHidden);
        row("a link to a file inside", "to-file", Outcome::File);
        row("a link to a folder inside", "to-folder/beach.jpg", Outcome::File);
        row("a link up and down again inside", "Lake/up-and-down", Outcome::File);
        row("a chain of links inside", "chain-3", Outcome::File);
        row("an absolute link to a file inside", "absolute-file", Outcome::File);
        row("an absolute link to a folder inside", "absolute-folder/beach.jpg", Outcome::File);
        row("an absolute link to the shared folder itself", "absolute-root/plain.txt", Outcome::File);
        row("an absolute link to something missing inside", "absolute-missing", Outcome::NothingThere);
        row("a visible link to a hidden file inside", "to-hidden", Outcome::File);
        row("a dangling link", "dangling", Outcome::NothingThere);
        row("a link to itself", "loop", Outcome::NothingThere);
        row("two links in a circle", "circle-a", Outcome::NothingThere);
        row("an absolute link to itself", "absolute-loop", Outcome::NothingThere);
        row("a relative link to a file outside", "leaves", Outcome::LeavesFolder);
        row("an absolute link to a file outside", "leaves-absolute", Outcome::LeavesFolder);
        row("a file through a link to a folder outside", "leaves-folder/secret.txt", Outcome::LeavesFolder);
        row("a chain of links that ends outside", "leaves-chain", Outcome::LeavesFolder);
        row("a link to a folder whose name begins like ours", "leaves-sibling", Outcome::LeavesFolder);
        row("a link to the root of the file system", "leaves-root/etc/passwd", Outcome::LeavesFolder);
        row("a link to this process's own files", "leaves-proc", Outcome::LeavesFolder);
        row("a FIFO", "fifo", Outcome::NotAFile);
        row("a link to a FIFO", "to-fifo", Outcome::NotAFile);
    }
}

void SharedFolderTest::resolves()
{
    QFETCH(Confinement, confinement);
    QFETCH(QByteArray, path);
    QFETCH(bool, trailingSlash);
    QFETCH(Outcome, outcome);

    TemporaryFolder top;
    top.folder("share");
    top.folder("share-sibling");
    top.file("share-sibling/secret.txt");
    top.file("secret.txt");
    top.folder("share/Lake");
    top.folder("share/.git");
    for (const char *name : {"plain.txt", "Lake/beach.jpg", ".hidden", ".git/config", "Lake/.hidden"})
        top.file(QByteArray("share/") + name);
    top.file("share/empty", "");
    ::mkfifo(top.path("share/fifo").constData(), 0644);
    const QByteArray root = top.path("share");
    const std::pair<const char *, QByteArray> links[] = {{"to-file", "plain.txt"},
                                                         {"to-folder", "Lake"},
                                                         {"Lake/up-and-down", "../Lake/../plain.txt"},
                                                         {"chain-1", "plain.txt"},
                                                         {"chain-2", "chain-1"},
                                                         {"chain-3", "Lake/../chain-2"},
                                                         {"absolute-file", root + "/plain.txt"},
                                                         {"absolute-folder", root + "/Lake"},
                                                         {"absolute-root", root},
                                                         {"absolute-missing", root + "/missing"},
                                                         {"to-hidden", ".hidden"},
                                                         {"dangling", "missing"},
                                                         {"loop", "loop"},
                                                         {"circle-a", "circle-b"},
                                                         {"circle-b", "circle-a"},
                                                         {"absolute-loop", root + "/absolute-loop"},
                                                         {"leaves", "../secret.txt"},
                                                         {"leaves-absolute", top.path("secret.txt")},
                                                         {"leaves-folder", ".."},
                                                         {"leaves-chain", "leaves"},
                                                         {"leaves-sibling", "../share-sibling/secret.txt"},
                                                         {"leaves-root", "/"},
                                                         {"leaves-proc", "/proc/self/maps"},
                                                         {"to-fifo", "fifo"}};
    for (const auto &[name, target] : links)
        top.link(QByteArray("share/") + name, target);

    SharedFolderOptions options;
    options.confinement = confinement;
    QCOMPARE(outcomeOf(SharedFolder(root, options).resolve(pathOf(path, trailingSlash))), outcome);
}

void SharedFolderTest::hiddenNamesAreFoundWhenShown()
{
    TemporaryFolder top;
    top.folder(".git");
    top.file(".git/config", "[core]");
    SharedFolderOptions options;
    options.showHidden = true;
    QCOMPARE(contentOf(SharedFolder(top.path(), options).resolve(pathOf(".git/config"))), "[core]");
}

void SharedFolderTest::namesThatAreNotUtf8()
{
    TemporaryFolder top;
    top.folder("\xff\xfe");
    top.file("\xff\xfe/caf\xe9.txt", "latin-1");
    const SharedFolder folder(top.path());
    const Resolution found = folder.resolve(pathOf("\xff\xfe/caf\xe9.txt"));
    QCOMPARE(contentOf(found), "latin-1");
    QCOMPARE(std::get<resolved::File>(found).file.path, "\xff\xfe/caf\xe9.txt");
    QCOMPARE(namesIn(folder, "\xff\xfe"), QList<QByteArray>{"caf\xe9.txt"});
}

void SharedFolderTest::ourOwnNameIsNeverShared()
{
    TemporaryFolder top;
    for (const char *folder : {".porchlight", ".porchlights", "Lake", "Lake/.porchlight"})
        top.folder(folder);
    top.file(".porchlight/secret");
    top.file("Lake/.porchlight/shared");
    SharedFolderOptions options;
    options.showHidden = true;
    const SharedFolder folder(top.path(), options);
    QCOMPARE(namesIn(folder, ""), (QList<QByteArray>{".porchlights/", "Lake/"}));
    for (const char *path : {".porchlight", ".porchlight/secret", ".porchlight/missing"})
        QCOMPARE(outcomeOf(folder.resolve(pathOf(path))), Outcome::NameHidden);
    QCOMPARE(outcomeOf(folder.resolve(pathOf("Lake/.porchlight/shared"))), Outcome::File);
}

void SharedFolderTest::naughtyNames()
{
    const QString listPath = QFINDTESTDATA("../../../../shared/data/blns.json");
    if (listPath.isEmpty())
        QSKIP("blns.json (the big list of naughty strings) is not beside the project");
    QFile list(listPath);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QJsonArray strings = QJsonDocument::fromJson(list.readAll()).array();
    QVERIFY(strings.size() > 400);

    TemporaryFolder top;
    SharedFolderOptions options;
    options.showHidden = true;
    const SharedFolder folder(top.path(), options);
    int tried = 0;
    for (const QJsonValue &value : strings) {
        const QByteArray name = value.toString().toUtf8().replace('/', '_').replace('\0', '_').left(200);
        if (name.isEmpty() || name == "." || name == "..")
            continue;
        top.file(name, name);
        QCOMPARE(contentOf(folder.resolve(pathOf(name))), name);
        ++tried;
    }
    QVERIFY(tried > 400);
    QCOMPARE(outcomeOf(folder.resolve(pathOf({}, true))), Outcome::Folder);
}

void SharedFolderTest::tooLongNames_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addRow("one name longer than any can be") << QByteArray(300, 'a');
    QTest::addRow("a path longer than any can be") << QByteArray("a/").repeated(3000) + 'a';
}

void SharedFolderTest::tooLongNames()
{
    QFETCH(QByteArray, path);
    TemporaryFolder top;
    QCOMPARE(outcomeOf(SharedFolder(top.path()).resolve(pathOf(path))), Outcome::NothingThere);
}

void SharedFolderTest::permissionDenied()
{
    TemporaryFolder top;
    top.file("unreadable");
    top.folder("closed");
    top.file("closed/inside");
    top.file("open.txt", "open");
    ::chmod(top.path("unreadable").constData(), 0200);
    ::chmod(top.path("closed").constData(), 0700);
    const SharedFolder folder(top.path());

    const AsNobody nobody;
    if (::geteuid() != 0)
        ::chmod(top.path("closed").constData(), 0000);
    QCOMPARE(outcomeOf(folder.resolve(pathOf("unreadable"))), Outcome::NotReadable);
    QCOMPARE(outcomeOf(folder.resolve(pathOf("closed/inside"))), Outcome::NotReadable);
    QCOMPARE(contentOf(folder.resolve(pathOf("open.txt"))), "open");
    ::chmod(top.path("closed").constData(), 0700);
}

void SharedFolderTest::specialFilesAreNotOpened()
{
    TemporaryFolder top;
    ::mkfifo(top.path("fifo").constData(), 0644);
    const Descriptor listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, top.path("socket").constData(), sizeof address.sun_path);
    QCOMPARE(::bind(listening.number(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);

    const SharedFolder folder(top.path());
    QCOMPARE(outcomeOf(folder.resolve(pathOf("fifo"))), Outcome::NotAFile);
    QCOMPARE(outcomeOf(folder.resolve(pathOf("socket"))), Outcome::NotAFile);
    // A reader of the FIFO, had there been one, would let this writer in.
    QCOMPARE(::open(top.path("fifo").constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC), -1);
    QCOMPARE(errno, ENXIO);
    QCOMPARE(outcomeOf(SharedFolder("/dev").resolve(pathOf("null"))), Outcome::NotAFile);
    QVERIFY(namesIn(folder, {}).isEmpty());
}

void SharedFolderTest::describesTheFile()
{
    TemporaryFolder top;
    top.folder("Lake");
    top.file("Lake/beach.jpg", "12345");
    const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'001, 234'567'891}};
    QCOMPARE(::utimensat(AT_FDCWD, top.path("Lake/beach.jpg").constData(), times, 0), 0);
    struct stat status;
    QCOMPARE(::stat(top.path("Lake/beach.jpg").constData(), &status), 0);

    const Resolution found = SharedFolder(top.path()).resolve(pathOf("Lake/beach.jpg"));
    const StoredFile &file = std::get<resolved::File>(found).file;
    QCOMPARE(file.path, "Lake/beach.jpg");
    QCOMPARE(file.size, 5);
    QCOMPARE(file.modifiedNs, 1'700'000'001'234'567'891);
    QCOMPARE(file.inode, quint64(status.st_ino));
    QCOMPARE(::fcntl(file.file->descriptor(), F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    QCOMPARE(::fcntl(file.file->descriptor(), F_GETFL) & O_ACCMODE, O_RDONLY);
}

void SharedFolderTest::vanishesAndReturns()
{
    TemporaryFolder top;
    top.folder("stick");
    top.file("stick/photo", "first");
    const SharedFolder folder(top.path("stick"));
    QCOMPARE(contentOf(folder.resolve(pathOf("photo"))), "first");

    QCOMPARE(::rename(top.path("stick").constData(), top.path("pulled").constData()), 0);
    QCOMPARE(outcomeOf(folder.resolve(pathOf("photo"))), Outcome::FolderGone);
    QCOMPARE(outcomeOf(folder.resolve(pathOf({}, true))), Outcome::FolderGone);
    top.file("stick", "a file in its place");
    QCOMPARE(outcomeOf(folder.resolve(pathOf("photo"))), Outcome::FolderGone);

    QCOMPARE(::unlink(top.path("stick").constData()), 0);
    top.folder("stick");
    top.file("stick/photo", "another stick");
    QCOMPARE(contentOf(folder.resolve(pathOf("photo"))), "another stick");
}

void SharedFolderTest::outOfDescriptors()
{
    TemporaryFolder top;
    top.file("file");
    const SharedFolder folder(top.path());
    const int inUse = ::dup(0);
    rlimit before;
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    none.rlim_cur = rlim_t(inUse);
    ::close(inUse);
    for (rlim_t free = 0; free < 3; ++free) { // each of the three descriptors a file takes on its way
        none.rlim_cur += free > 0 ? 1 : 0;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const Outcome outcome = outcomeOf(folder.resolve(pathOf("file")));
        ::setrlimit(RLIMIT_NOFILE, &before);
        QCOMPARE(outcome, Outcome::Busy);
    }
    QCOMPARE(outcomeOf(folder.resolve(pathOf("file"))), Outcome::File);
}

void SharedFolderTest::names_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::addRow("the last part") << QByteArray("/home/maria/Summer 2026") << QByteArray("Summer 2026");
    QTest::addRow("a slash at the end does not count") << QByteArray("/media/stick/") << QByteArray("stick");
    QTest::addRow("the root has none") << QByteArray("/") << QByteArray();
}

void SharedFolderTest::names()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, name);
    QCOMPARE(SharedFolder(path).name(), name);
}

QTEST_APPLESS_MAIN(SharedFolderTest)
#include "tst_sharedfolder.moc"
