// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/copycache.h"
#include "server/photos/factstore.h"
#include "server/photos/knownpictures.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace porchlight;

/// What is remembered of photos between runs: facts and smaller copies.
class TestPhotoCache final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray version(int number) { return QByteArray::number(number).rightJustified(24, '0'); }

    /// A copy of so many bytes, last used so many seconds ago.
    static void addCopy(CopyCache &cache, int number, int bytes, int secondsAgo)
    {
        QFile file(QFile::decodeName(cache.pathFor(version(number), CopySize::Tile)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(bytes, 'x'));
        file.flush();
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                                 QFileDevice::FileModificationTime));
        file.close();
        cache.added(version(number), {CopySize::Tile});
    }

private slots:
    void factsComeBack()
    {
        PictureFacts facts;
        facts.isVideo = true;
        facts.width = 1920;
        facts.height = 1080;
        facts.takenMs = -1'000;
        facts.durationMs = 41'000;
        facts.description = "Grüße \"vom\" See";
        facts.camera = "Canon";
        facts.hasLocation = true;
        {
            FactStore store(path("facts.sqlite"));
            QVERIFY(!store.find(version(1)));
            store.store({{version(1), {true, facts}}, {version(2), {false, {}}}});
            QVERIFY(store.find(version(1)));
        }
        FactStore store(path("facts.sqlite"));
        const auto known = store.find(version(1));
        QVERIFY(known && known->isReadable);
        QCOMPARE(known->facts.isVideo, true);
        QCOMPARE(known->facts.width, 1920);
        QCOMPARE(known->facts.height, 1080);
        QCOMPARE(known->facts.takenMs, facts.takenMs);
        QCOMPARE(known->facts.durationMs, 41'000);
        QCOMPARE(known->facts.description, facts.description);
        QCOMPARE(known->facts.camera, "Canon");
        QVERIFY(known->facts.hasLocation);
        const auto broken = store.find(version(2));
        QVERIFY(broken && !broken->isReadable && !broken->facts.takenMs);
    }

    void aDamagedDatabaseIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("no database at all") << QByteArray(10'000, '#');
        QTest::addRow("one whose tables cannot be read")
            << QByteArray("SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 24) + QByteArray(8'168, '#');
    }
    void aDamagedDatabaseIsReplaced()
    {
        QFETCH(QByteArray, content);
        const QString database = path("broken.sqlite");
        for (const char *ending : {"", "-wal", "-shm"}) {
            QFile file(database + QLatin1String(ending));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        FactStore store(database);
        QVERIFY(store.store({{version(1), {}}}));
        QVERIFY(store.find(version(1)));
        FactStore next(database);
        QVERIFY(next.find(version(1)));
    }

    void aDatabaseDamagedWhileInUseIsReplaced()
    {
        const QString database = path("spoilt.sqlite");
        FactStore store(database);
        QVERIFY(store.store({{version(1), {}}}));
        for (const char *ending : {"", "-wal"}) {
            QFile file(database + QLatin1String(ending));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(int(file.size()), '#'));
        }
        QVERIFY(store.store({{version(2), {}}}));
        QVERIFY(store.find(version(2)));
    }

    void whatCannotBeWrittenIsSaidOnce()
    {
        QVERIFY(QDir().mkpath(path("folder.sqlite")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not remembered")));
        FactStore store(path("folder.sqlite"));
        QVERIFY(!store.store({{version(1), {}}}));
        QVERIFY(!store.store({{version(1), {}}}));
        QVERIFY(!store.find(version(1)));
    }

    void whatCannotBeWrittenIsKnownInThisRun()
    {
        QVERIFY(QDir().mkpath(path("folder.sqlite")));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not remembered")));
        KnownPictures known(path("folder.sqlite"));
        PictureResult read{PictureResult::Outcome::Done};
        read.facts.width = 40;
        known.remember({version(1), "a.jpg"}, read);
        bool wasTried = false; // to write it down
        QTimer::singleShot(700, &known, [&] { wasTried = true; });
        QTRY_VERIFY(wasTried);
        QVERIFY(known.find(version(1)));
        QCOMPARE(known.find(version(1))->facts.width, 40);
    }

    void findsWhatIsThere()
    {
        CopyCache cache(QFile::encodeName(path("found")), 1'000'000);
        QVERIFY(!cache.find(version(1), CopySize::Tile).file);
        addCopy(cache, 1, 500, 0);
        const ReadyCopy copy = cache.find(version(1), CopySize::Tile);
        QVERIFY(copy.file);
        QCOMPARE(copy.size, 500);
        QVERIFY(!cache.find(version(1), CopySize::Screen).file);
        QVERIFY(!cache.find(version(2), CopySize::Tile).file);
        QCOMPARE(cache.bytes(), 500);
    }

    void thoseUsedLongestAgoGo()
    {
        CopyCache cache(QFile::encodeName(path("limited")), 1'000);
        addCopy(cache, 1, 300, 30'000);
        addCopy(cache, 2, 300, 40'000);
        addCopy(cache, 3, 300, 20'000);
        QVERIFY(cache.find(version(2), CopySize::Tile).file); // now the one used last
        addCopy(cache, 4, 300, 0);
        QVERIFY(!cache.find(version(1), CopySize::Tile).file);
        QVERIFY(cache.find(version(2), CopySize::Tile).file);
        QVERIFY(cache.find(version(3), CopySize::Tile).file);
        QVERIFY(cache.find(version(4), CopySize::Tile).file);
        QCOMPARE(cache.bytes(), 900);
        QVERIFY(!cache.isNearlyFull());
        addCopy(cache, 5, 50, 0);
        QVERIFY(cache.isNearlyFull());
    }

    void countsWhatEarlierRunsLeft()
    {
        {
            CopyCache cache(QFile::encodeName(path("earlier")), 1'000);
            addCopy(cache, 1, 400, 10);
            addCopy(cache, 2, 400, 20);
        }
        CopyCache smaller(QFile::encodeName(path("earlier")), 500);
        const auto leave = [&](const char *ending, int secondsAgo) {
            QFile file(QFile::decodeName(smaller.pathFor(version(1), CopySize::Tile) + ending));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsAgo),
                                     QFileDevice::FileModificationTime));
        };
        leave(".AbCdEf", 7'200);
        leave(".GhIjKl", 10);
        smaller.count();
        const QString half = QFile::decodeName(smaller.pathFor(version(1), CopySize::Tile));
        QVERIFY(!QFile::exists(half + QStringLiteral(".AbCdEf"))); // a run that ended at once left it
        QVERIFY(QFile::exists(half + QStringLiteral(".GhIjKl")));  // somebody may be writing it
        QCOMPARE(smaller.bytes(), 400);
        QVERIFY(smaller.find(version(1), CopySize::Tile).file);
        smaller.empty();
        QCOMPARE(smaller.bytes(), 0);
        QVERIFY(!smaller.find(version(1), CopySize::Tile).file);
    }
};

QTEST_GUILESS_MAIN(TestPhotoCache)
#include "tst_photocache.moc"
