// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/lastinginode.h"
#include "server/photos/photofile.h"
#include "server/site/sharedphotos.h"
#include "tests/server/site/sharedpaths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <linux/magic.h>
#include <sys/vfs.h>

using namespace porchlight;

/// Every disk is one with a FAT file system, which no test may mount.
extern "C" int fstatfs(int, struct statfs *system) noexcept
{
    *system = {};
    system->f_type = MSDOS_SUPER_MAGIC;
    return 0;
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
    void aFileKeepsItsVersionWhenTheStickIsPluggedInAgain()
    {
        write("beach.jpg");
        const Resolution found = folder().resolve(pathOf("beach.jpg"));
        const StoredFile file = std::get<resolved::File>(found).file;
        QCOMPARE(file.inode, quint64(0));
        const SharedPhotos photos(folder());
        const PhotoFile photo = photos.contents({}, QDeadlineTimer(QDeadlineTimer::Forever)).front();
        QCOMPARE(photo.inode, quint64(0));
        // All three who name a version agree.
        const QByteArray version = photoVersion(file.path, file.size, file.modifiedNs, file.inode);
        QCOMPARE(photoVersion(photo.name, photo.size, photo.modifiedNs, photo.inode), version);
        QVERIFY(openVersion(photos, file.path, version));
    }
};

QTEST_GUILESS_MAIN(MemoryStickTest)
#include "tst_memorystick.moc"
