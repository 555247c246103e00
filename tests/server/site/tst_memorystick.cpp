// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/lastinginode.h"
#include "server/photos/photofile.h"
#include "server/site/sharedphotos.h"
#include "server/site/shortname.h"
#include "tests/server/site/sharedpaths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <linux/magic.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

#include <cstdarg>

#include <dlfcn.h>
#include <unistd.h>

using namespace porchlight;

/// Every disk is one with a FAT file system, which no test may mount.
extern "C" int fstatfs(int, struct statfs *system) noexcept
{
    *system = {};
    system->f_type = MSDOS_SUPER_MAGIC;
    return 0;
}

/// "SECRET~1.TXT" and "SSH~1" are found, too, as FAT finds them.
extern "C" long syscall(long number, ...) noexcept
{
    static auto *const real =
        reinterpret_cast<long (*)(long, long, long, long, long)>(::dlsym(RTLD_NEXT, "syscall"));
    long a[4];
    va_list arguments;
    va_start(arguments, number);
    for (long &each : a)
        each = va_arg(arguments, long);
    va_end(arguments);
    if (number != SYS_openat2)
        return real(number, a[0], a[1], a[2], a[3]);
    QByteArray path(reinterpret_cast<const char *>(a[1]));
    path.replace("SECRET~1.TXT", ".secret.txt").replace("SSH~1", ".ssh");
    return real(number, a[0], reinterpret_cast<long>(path.constData()), a[2], a[3]);
}

class MemoryStickTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    SharedFolder folder() const { return SharedFolder(QFile::encodeName(m_folder.path())); }
    void write(const char *name) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello");
    }

private slots:
    void inodesThatLast_data()
    {
        QTest::addColumn<qint64>("magic");
        QTest::addColumn<bool>("last");
        QTest::newRow("ext4") << qint64(0xEF53) << true;
        QTest::newRow("btrfs") << qint64(0x9123683E) << true;
        QTest::newRow("NFS") << qint64(0x6969) << true;
        QTest::newRow("FAT makes them up") << qint64(0x4D44) << false;
        QTest::newRow("exFAT makes them up") << qint64(0x2011BAB0) << false;
        QTest::newRow("FUSE: sshfs, MTP") << qint64(0x65735546) << false;
    }
    void inodesThatLast()
    {
        QFETCH(qint64, magic);
        QTEST(keepsInodes(magic), "last");
    }
    void namesThatMayBeAliases_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("may");
        QTest::newRow("of .secret.txt") << QByteArray("SECRET~1.TXT") << true;
        QTest::newRow("of .ssh") << QByteArray("SSH~1") << true;
        QTest::newRow("small letters, FAT knows no difference") << QByteArray("ssh~1") << true;
        QTest::newRow("of the sixth with the same beginning") << QByteArray("SE1A2B~1.TXT") << true;
        QTest::newRow("of the hundredth") << QByteArray("SECR~100.TXT") << true;
        QTest::newRow("more than one dot") << QByteArray("A~1.B.C") << true;
        QTest::newRow("a tilde before") << QByteArray("A~B~1") << true;
        QTest::newRow("no number") << QByteArray("beach.jpg~") << false;
        QTest::newRow("a backup's number after the dot") << QByteArray("beach.jpg.~1~") << false;
        QTest::newRow("more than a number") << QByteArray("photo~1a.jpg") << false;
        QTest::newRow("no tilde") << QByteArray("IMG_0001.JPG") << false;
    }
    void namesThatMayBeAliases()
    {
        QFETCH(QByteArray, name);
        QTEST(mayBeShortName(name), "may");
    }
    void hiddenNamesAreNotFoundByTheirAlias_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("a file") << QByteArray("SECRET~1.TXT") << Outcome::NothingThere;
        QTest::newRow("a folder") << QByteArray("SSH~1") << Outcome::NothingThere;
        QTest::newRow("a file in the folder") << QByteArray("SSH~1/id_rsa") << Outcome::NothingThere;
        QTest::newRow("really called so") << QByteArray("photo~1.jpg") << Outcome::File;
        QTest::newRow("in a folder really called so") << QByteArray("lake~2/photo~1.jpg") << Outcome::File;
        QTest::newRow("nothing") << QByteArray("photo~9.jpg") << Outcome::NothingThere;
    }
    void hiddenNamesAreNotFoundByTheirAlias()
    {
        QFETCH(QByteArray, path);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral(".ssh")));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("lake~2")));
        for (const char *name : {".secret.txt", ".ssh/id_rsa", "photo~1.jpg", "lake~2/photo~1.jpg"})
            write(name);
        QTEST(outcomeOf(folder().resolve(pathOf(path))), "outcome");
    }
    void aFileKeepsItsVersionWhenTheStickIsPluggedInAgain()
    {
        write("beach.jpg");
        const Resolution resolution = folder().resolve(pathOf("beach.jpg"));
        const StoredFile file = std::get<resolved::File>(resolution).file;
        QCOMPARE(file.inode, quint64(0));
        const SharedPhotos photos(folder());
        const std::vector<PhotoFile> files = photos.contents({}, QDeadlineTimer(QDeadlineTimer::Forever));
        const auto found = std::ranges::find(files, QByteArray("beach.jpg"), &PhotoFile::name);
        QVERIFY(found != files.end());
        const PhotoFile &photo = *found;
        QCOMPARE(photo.inode, quint64(0));
        // All three who name a version agree.
        const QByteArray version = photoVersion(file.path, file.size, file.modifiedNs, file.inode);
        QCOMPARE(photoVersion(photo.name, photo.size, photo.modifiedNs, photo.inode), version);
        QVERIFY(openVersion(photos, file.path, version));
    }
};

QTEST_GUILESS_MAIN(MemoryStickTest)
#include "tst_memorystick.moc"
