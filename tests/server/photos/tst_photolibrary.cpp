// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photolibrary.h"

#include "server/site/sharedphotos.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace porchlight;

namespace {

/// What the library gives, from whatever thread.
template <typename Value>
class Given final
{
public:
    std::function<void(Value)> taker()
    {
        return [state = m_state](Value value) {
            const std::lock_guard lock(state->mutex);
            state->value = std::move(value);
        };
    }
    bool isThere() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->value.has_value();
    }
    const Value &value() const { return *m_state->value; }

private:
    struct State
    {
        std::mutex mutex;
        std::optional<Value> value;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// On a disk that takes its time for every text, and for the names in the folder Huge.
class SlowFolder final : public PhotoFolder
{
public:
    explicit SlowFolder(std::shared_ptr<const PhotoFolder> folder)
        : m_folder(std::move(folder))
    {}
    std::shared_ptr<const OpenFile> open(const QByteArray &path) const override
    {
        if (path.endsWith(".txt")) {
            ++m_texts;
            QThread::msleep(60);
        }
        return m_folder->open(path);
    }
    std::vector<PhotoFile> contents(const QList<QByteArray> &folder, QDeadlineTimer until) const override
    {
        if (folder.endsWith("Huge"))
            QThread::msleep(until.isForever() ? 5'000 : ulong(until.remainingTime()));
        return m_folder->contents(folder);
    }
    int texts() const { return m_texts; }

private:
    const std::shared_ptr<const PhotoFolder> m_folder;
    mutable std::atomic_int m_texts = 0;
};

/// On a disk that does not come back from the folder Dead while it sleeps.
class DeadFolder final : public PhotoFolder
{
public:
    explicit DeadFolder(std::shared_ptr<const PhotoFolder> folder)
        : m_folder(std::move(folder))
    {}
    std::shared_ptr<const OpenFile> open(const QByteArray &path) const override
    {
        return m_folder->open(path);
    }
    std::vector<PhotoFile> contents(const QList<QByteArray> &folder, QDeadlineTimer until) const override
    {
        if (folder.endsWith("Dead")) {
            m_isAsked = true;
            const QDeadlineTimer atLast(10'000); // a failing test comes to its end
            while (m_sleeps && !atLast.hasExpired())
                QThread::msleep(5);
        }
        return m_folder->contents(folder, until);
    }
    bool isAsked() const { return m_isAsked; }
    void wakeUp() const { m_sleeps = false; }

private:
    const std::shared_ptr<const PhotoFolder> m_folder;
    mutable std::atomic_bool m_isAsked = false;
    mutable std::atomic_bool m_sleeps = true;
};

/// Counts how often a photo is opened, which is how often it is decoded; what is called busy.jpg is held.
class CountingFolder final : public PhotoFolder
{
public:
    explicit CountingFolder(std::shared_ptr<const PhotoFolder> folder)
        : m_folder(std::move(folder))
    {}
    std::shared_ptr<const OpenFile> open(const QByteArray &path) const override
    {
        if (path == "busy.jpg") {
            m_isBusy = true;
            m_goOn.acquire();
        } else {
            ++m_opened;
        }
        return m_folder->open(path);
    }
    std::vector<PhotoFile> contents(const QList<QByteArray> &folder, QDeadlineTimer until) const override
    {
        return m_folder->contents(folder, until);
    }
    bool isBusy() const { return m_isBusy; }
    void goOn() const { m_goOn.release(); }
    int opened() const { return m_opened; }

private:
    const std::shared_ptr<const PhotoFolder> m_folder;
    mutable QSemaphore m_goOn;
    mutable std::atomic_bool m_isBusy = false;
    mutable std::atomic_int m_opened = 0;
};

} // namespace

class TestPhotoLibrary final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_cache;
    QTemporaryDir m_programs;

    std::unique_ptr<PhotoLibrary> libraryWithMemory(qint64 albumMemory) const
    {
        PhotoSettings settings;
        settings.cacheFolder = m_cache.path();
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        settings.albumMemory = albumMemory;
        return std::make_unique<PhotoLibrary>(settings, folder());
    }
    std::unique_ptr<PhotoLibrary> library(const QString &program = QStringLiteral(PORCHLIGHT_THUMBNAILER),
                                          qint64 cacheLimit = PhotoSettings().cacheLimit) const
    {
        PhotoSettings settings;
        settings.cacheFolder = m_cache.path();
        settings.program = program;
        settings.cacheLimit = cacheLimit;
        return std::make_unique<PhotoLibrary>(settings, folder());
    }
    std::shared_ptr<const SharedPhotos> folder() const
    {
        return std::make_shared<const SharedPhotos>(SharedFolder(QFile::encodeName(m_folder.path())));
    }
    void paint(const char *name, int width, int height) const
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(qRgb(width % 256, height % 256, 90));
        QVERIFY(image.save(m_folder.filePath(QString::fromLatin1(name)), "JPEG"));
    }
    AlbumWish wish(const QList<QByteArray> &inside = {}) const
    {
        AlbumWish wish;
        wish.shareName = "share";
        wish.folder = inside;
        wish.files = folder()->contents(inside);
        return wish;
    }

    Album album(PhotoLibrary &photos) const
    {
        Given<std::shared_ptr<const Album>> given;
        photos.album(wish(), given.taker());
        return QTest::qWaitFor([&] { return given.isThere(); }, 10'000) ? *given.value() : Album();
    }
    /// Whether a tile could be made.
    bool hasTile(PhotoLibrary &photos, const AlbumItem &item) const
    {
        Given<ReadyCopy> copy;
        photos.copy({item.name, item.version, CopySize::Tile}, copy.taker());
        return QTest::qWaitFor([&] { return copy.isThere(); }, 10'000) && copy.value().file;
    }
    /// A thumbnailer of its own, in place of the real one.
    QString program(const QByteArray &text) const
    {
        QFile file(m_programs.filePath(QStringLiteral("thumbnailer")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write("#!/bin/sh\n" + text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

private slots:
    void init()
    {
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.filePath(QStringLiteral("Lake")));
        QDir(m_cache.path()).removeRecursively();
        paint("2026-07-18.jpg", 640, 480);
        paint("2026-07-20.jpg", 300, 500);
        paint("Lake/2026-07-19.jpg", 200, 100);
    }

    void anAlbumTellsWhatItsFilesSay()
    {
        QFile text(m_folder.filePath(QStringLiteral("2026-07-18.jpg.txt")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("At the lake\n");
        text.close();
        QFile old(m_folder.filePath(QStringLiteral("2026-07-20.txt"))); // of Windows, in Latin-1
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("Gr\xfc\xdf"
                  "e\n");
        old.close();
        const auto photos = library();
        Given<std::shared_ptr<const Album>> given;
        photos->album(wish(), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        const Album &album = *given.value();
        QCOMPARE(album.items.size(), 2u);
        QCOMPARE(album.items[0].name, "2026-07-20.jpg"); // the newest first
        QCOMPARE(album.items[0].description, "Gr\xc3\xbc\xc3\x9f"
                                             "e");
        QCOMPARE(album.items[1].width, 640);
        QCOMPARE(album.items[1].height, 480);
        QCOMPARE(album.items[1].description, "At the lake");
        QCOMPARE(album.beingRead, 0);
        QCOMPARE(album.otherFiles, 0); // the caption goes with its photo
        QCOMPARE(album.albums.size(), 1u);
        QCOMPARE(album.albums[0].name, "Lake");
        QCOMPARE(album.albums[0].items, 1);
        QCOMPARE(album.albums[0].cover, "2026-07-19.jpg");
    }

    void copiesOfTheWholeAlbumAreMade()
    {
        const auto photos = library();
        Given<std::shared_ptr<const Album>> given;
        photos->album(wish(), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        for (const AlbumItem &item : given.value()->items) {
            QTRY_VERIFY_WITH_TIMEOUT(photos->ready(item.version, CopySize::Screen).file, 10'000);
            QVERIFY(photos->ready(item.version, CopySize::Tile).file);
        }
        QTRY_COMPARE(photos->progress().wanted, 0);
        QVERIFY(photos->progress().cacheBytes > 0);
        photos->emptyCache();
        QTRY_COMPARE(photos->progress().cacheBytes, 0);
        QVERIFY(!photos->ready(given.value()->items[0].version, CopySize::Tile).file);
    }

    void whilePausedOnlyWhatIsAskedForIsMade()
    {
        const auto photos = library();
        photos->setPaused(true);
        Given<std::shared_ptr<const Album>> given;
        photos->album(wish(), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        QTRY_COMPARE(photos->progress().wanted, 2);
        const AlbumItem &item = given.value()->items[0];
        Given<ReadyCopy> copy;
        photos->copy({item.name, item.version, CopySize::Tile}, copy.taker());
        QTRY_VERIFY_WITH_TIMEOUT(copy.isThere(), 10'000);
        QVERIFY(copy.value().file);
        QCOMPARE(photos->progress().prepared, 0);
        photos->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(photos->progress().wanted, 0, 10'000);
        QVERIFY(photos->ready(given.value()->items[1].version, CopySize::Screen).file);
    }

    void anAlbumComesInTimeThoughNothingCanBeRead()
    {
        const auto photos = library(QStringLiteral("/nonexistent/thumbnailer"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be started")));
        Given<std::shared_ptr<const Album>> given;
        QElapsedTimer clock;
        clock.start();
        photos->album(wish(), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 5'000);
        QCOMPARE(given.value()->items.size(), 2u);
        QCOMPARE(given.value()->items[0].width, 0);
    }

    void withoutAPlaceForCopiesAlbumsStillShow()
    {
        QFile file(m_cache.path() + QStringLiteral("-file"));
        QVERIFY(file.open(QIODevice::WriteOnly)); // no folder can be made below a file, not even by root
        PhotoSettings settings;
        settings.cacheFolder = file.fileName() + QStringLiteral("/cache");
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not remembered")));
        const QRegularExpression complaint(QStringLiteral("copies of photos cannot be written"));
        QTest::ignoreMessage(QtWarningMsg, complaint);
        QTest::failOnWarning(complaint); // once is enough
        const auto photos = std::make_unique<PhotoLibrary>(settings, folder());
        Given<std::shared_ptr<const Album>> given;
        photos->album(wish(), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        QCOMPARE(given.value()->items[0].width, 300);
        QTRY_COMPARE_WITH_TIMEOUT(photos->progress().wanted, 0, 10'000);
        const AlbumItem &item = given.value()->items[0];
        Given<ReadyCopy> copy;
        photos->copy({item.name, item.version, CopySize::Tile}, copy.taker());
        QTRY_VERIFY_WITH_TIMEOUT(copy.isThere(), 10'000);
        QVERIFY(!copy.value().file);
        file.remove();
    }

    void aFullDiskForCopiesIsGotOver()
    {
        QVERIFY(QDir().mkpath(m_cache.path()));
        // In a name space of this thread's own, which the library's threads inherit.
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("cache", QFile::encodeName(m_cache.path()).constData(), "tmpfs", 0, "size=4m") != 0)
            QSKIP("Mounting takes privileges.");
        const auto unmount =
            qScopeGuard([this] { ::umount2(QFile::encodeName(m_cache.path()).constData(), MNT_DETACH); });
        const auto photos = library();
        photos->setPaused(true);
        const Album all = album(*photos);
        QCOMPARE(all.items.size(), 2u);
        QFile filler(m_cache.filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) {
        }
        const QRegularExpression complaint(QStringLiteral("copies of photos cannot be written"));
        QTest::ignoreMessage(QtWarningMsg, complaint);
        QTest::failOnWarning(complaint); // once is enough
        for (const AlbumItem &item : all.items)
            QVERIFY(!hasTile(*photos, item));
        QVERIFY(filler.remove());
        for (const AlbumItem &item : all.items)
            QVERIFY(hasTile(*photos, item));
    }

    void anUnreadablePictureIsSaidOnce()
    {
        QFile broken(m_folder.filePath(QStringLiteral("2026-07-18.jpg")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        const QRegularExpression complaint(QStringLiteral("2026-07-18.jpg.*not shown as a picture"));
        QTest::ignoreMessage(QtWarningMsg, complaint);
        QTest::failOnWarning(complaint);
        const auto photos = library();
        const Album all = album(*photos); // reads the facts, and prepares
        for (const AlbumItem &item : all.items)
            hasTile(*photos, item);
        QTRY_COMPARE_WITH_TIMEOUT(photos->progress().wanted, 0, 10'000);
    }

    void aFileThatHasGoneHoldsNothingUp()
    {
        AlbumWish gone = wish();
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("2026-07-18.jpg"))));
        const auto photos = library();
        Given<std::shared_ptr<const Album>> given;
        photos->album(std::move(gone), given.taker());
        QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(photos->progress().wanted, 0, 10'000);
    }

    void nobodyIsCalledAfterForgetOrTheEnd()
    {
        Given<std::shared_ptr<const Album>> forgotten;
        Given<std::shared_ptr<const Album>> late;
        {
            const auto photos = library();
            photos->forget(photos->album(wish(), forgotten.taker()));
            photos->album(wish(), late.taker());
        }
        QVERIFY(!forgotten.isThere());
    }

    void factsAreKnownInTheNextRun()
    {
        {
            const auto photos = library();
            Given<std::shared_ptr<const Album>> given;
            photos->album(wish(), given.taker());
            QTRY_VERIFY_WITH_TIMEOUT(given.isThere(), 10'000);
        }
        // Without any process to read pictures.
        const auto photos = library(QStringLiteral("/nonexistent/thumbnailer"));
        photos->setPaused(true);
        Given<std::shared_ptr<const Album>> given;
        photos->album(wish(), given.taker());
        QTRY_VERIFY(given.isThere());
        QCOMPARE(given.value()->items[0].width, 300);
        QCOMPARE(given.value()->beingRead, 0);
    }

    void aPictureIsGivenUpWhenItEndsItsReaderTwice()
    {
        {
            const auto photos = library();
            photos->setPaused(true);
            QCOMPARE(album(*photos).items.size(), 2u); // reads the facts
        }
        // Takes a picture, says that it did, and ends.
        const QString tries = m_programs.filePath(QStringLiteral("tries"));
        QFile::remove(tries);
        const auto photos = library(
            program("head -c1 <&3 >/dev/null; echo >>" + QFile::encodeName(tries) + "; kill -9 $$\n"));
        photos->setPaused(true);
        const AlbumItem item = album(*photos).items.at(0);
        for (int i = 0; i < 2; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ended at it")));
        for (const int tried : {1, 2, 2}) {
            QVERIFY(!hasTile(*photos, item));
            QCOMPARE(QFileInfo(tries).size(), tried);
        }
        QCOMPARE(album(*photos).items.at(0).width, 300); // it keeps its date and its size
    }

    void aReaderThatDoesNotStartIsNoFaultOfThePicture()
    {
        const QString reader = program("exit 0\n");
        QVERIFY(QFile::remove(reader));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be started")));
        const auto photos = library(reader);
        photos->setPaused(true);
        const AlbumItem item = album(*photos).items.at(0);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!hasTile(*photos, item)); // of which nothing more is said
        QVERIFY(QFile::link(QStringLiteral(PORCHLIGHT_THUMBNAILER), reader));
        QVERIFY(hasTile(*photos, item));
        QVERIFY(QFile::remove(reader));
    }

    void whatAnotherRunCouldNotReadIsTriedAgain()
    {
        const QString path = m_folder.filePath(QStringLiteral("2026-07-20.jpg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        const QDateTime changed = file.fileTime(QFileDevice::FileModificationTime);
        const auto write = [&](const QByteArray &content) {
            return file.seek(0) && file.write(content) == content.size() && file.flush() &&
                   file.setFileTime(changed, QFileDevice::FileModificationTime);
        };
        QVERIFY(write(QByteArray(whole.size(), 'x')));
        for (int run = 0; run < 2; ++run) {
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("2026-07-20.jpg.*no picture")));
            const auto photos = library();
            photos->setPaused(true);
            const AlbumItem item = album(*photos).items.at(0);
            QVERIFY(!hasTile(*photos, item));
            QVERIFY(!hasTile(*photos, item)); // once in each run
        }
        QVERIFY(write(whole)); // the same version, as when the program has learned to read it
        const auto photos = library();
        photos->setPaused(true);
        QVERIFY(hasTile(*photos, album(*photos).items.at(0)));
    }

    void emptyForgetsWhatCouldNotBeRead()
    {
        const auto photos = library(program("head -c1 <&3 >/dev/null; kill -9 $$\n"));
        photos->setPaused(true);
        for (int i = 0; i < 4; ++i) // two albums of two pictures
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ended at it")));
        album(*photos);
        const AlbumItem item = album(*photos).items.at(0);
        photos->emptyCache();
        program("exec " PORCHLIGHT_THUMBNAILER "\n");
        QVERIFY(hasTile(*photos, item));
    }

    void guestsShareAnAlbum()
    {
        const auto photos = library();
        photos->setPaused(true);
        const auto ask = [&](const AlbumWish &wish) -> std::shared_ptr<const Album> {
            Given<std::shared_ptr<const Album>> given;
            photos->album(wish, given.taker());
            return QTest::qWaitFor([&] { return given.isThere(); }, 10'000) ? given.value() : nullptr;
        };
        const auto first = ask(wish());
        QVERIFY(first);
        QCOMPARE(ask(wish()), first);
        AlbumWish otherOrder = wish();
        otherOrder.newestFirst = false;
        QVERIFY(ask(otherOrder) != first);
        paint("2026-07-18.jpg", 320, 240);
        const auto changed = ask(wish());
        QVERIFY(changed && changed != first);
        QCOMPARE(changed->items.at(1).width, 320);
    }

    void guestsWhoWaitTogetherShareAnAlbumThatIsNotReadYet()
    {
        const auto photos = library(program("sleep 30\n"));
        Given<std::shared_ptr<const Album>> first, second, late;
        photos->album(wish(), first.taker());
        photos->album(wish(), second.taker());
        QTRY_VERIFY(first.isThere() && second.isThere());
        QCOMPARE(first.value()->beingRead, 2);
        QCOMPARE(second.value(), first.value());
        photos->album(wish(), late.taker()); // a moment later
        QTRY_VERIFY(late.isThere());
        QCOMPARE(late.value(), first.value());
    }

    void oneWhoLeavesTakesNothingFromThoseWhoWaitOn()
    {
        const auto photos = library(program("sleep 30\n"));
        Given<std::shared_ptr<const Album>> left, stays;
        const PhotoLibrary::Ticket ticket = photos->album(wish(), left.taker());
        photos->album(wish(), stays.taker());
        photos->forget(ticket);
        QTRY_VERIFY(stays.isThere());
        QVERIFY(!left.isThere());
    }

    void albumsThatAreHeldCountInTheirBudget()
    {
        constexpr qint64 RoomForOne = 3'200; // and as much for others
        const auto photos = libraryWithMemory(RoomForOne);
        photos->setPaused(true);
        std::optional<Given<std::shared_ptr<const Album>>> first(std::in_place);
        photos->album(wish(), first->taker());
        QTRY_VERIFY_WITH_TIMEOUT(first->isThere(), 10'000);
        QVERIFY(first->value());
        AlbumWish otherOrder = wish();
        otherOrder.newestFirst = false;
        Given<std::shared_ptr<const Album>> beyond, same, afterwards;
        photos->album(otherOrder, beyond.taker());
        photos->album(wish(), same.taker());
        QTRY_VERIFY_WITH_TIMEOUT(beyond.isThere() && same.isThere(), 10'000);
        QVERIFY(!beyond.value());
        QCOMPARE(same.value(), first->value()); // which takes no more
        first.reset();
        same = {};
        photos->album(otherOrder, afterwards.taker());
        QTRY_VERIFY_WITH_TIMEOUT(afterwards.isThere(), 10'000);
        QVERIFY(afterwards.value());
    }

    void aGuestWithManyAlbumsLeavesRoomForOthers()
    {
        constexpr qint64 RoomForOneEach = 3'400;
        const auto photos = libraryWithMemory(RoomForOneEach);
        photos->setPaused(true);
        const auto ask = [&](const char *visitor, bool newestFirst, bool truncated) {
            AlbumWish asked = wish();
            asked.visitor = QHostAddress(QString::fromLatin1(visitor));
            asked.newestFirst = newestFirst;
            asked.truncated = truncated;
            auto given = std::make_unique<Given<std::shared_ptr<const Album>>>();
            photos->album(asked, given->taker());
            [&] { QTRY_VERIFY_WITH_TIMEOUT(given->isThere(), 10'000); }();
            return given;
        };
        const auto first = ask("192.0.2.1", true, false);
        QVERIFY(first->value());
        QVERIFY(!ask("192.0.2.1", false, false)->value());
        const auto other = ask("192.0.2.2", false, false);
        QVERIFY(other->value());
        QCOMPARE(ask("192.0.2.1", false, false)->value(), other->value()); // it is there
    }

    void aFolderThatTakesLongToReadHoldsNobodyUp()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("Huge"))));
        paint("Huge/1.jpg", 20, 20);
        PhotoSettings settings;
        settings.cacheFolder = m_cache.path();
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        PhotoLibrary photos(settings, std::make_shared<const SlowFolder>(folder()));
        photos.setPaused(true);
        QElapsedTimer clock;
        clock.start();
        const Album shown = album(photos);
        QVERIFY2(clock.elapsed() < 4'000, qPrintable(QString::number(clock.elapsed())));
        const auto huge = std::ranges::find(shown.albums, QByteArray("Huge"), &SubAlbum::name);
        QVERIFY(huge != shown.albums.end());
        QCOMPARE(huge->items, 0); // not counted to the end
        QCOMPARE(huge->cover, "1.jpg");
    }

    /// A camera's clock may say anything; its photo never got a tile.
    void aTimeBeyondAllNumbersIsAVersionToo()
    {
        const SharedPhotos shared{SharedFolder(QFile::encodeName(m_folder.path()))};
        const timespec farAway[2]{{0, UTIME_OMIT}, {13'569'465'600, 0}}; // the year 2400
        const QByteArray path = QFile::encodeName(m_folder.filePath(QStringLiteral("2026-07-18.jpg")));
        QCOMPARE(::utimensat(AT_FDCWD, path.constData(), farAway, 0), 0);
        for (const PhotoFile &file : shared.contents({}, QDeadlineTimer(QDeadlineTimer::Forever))) {
            const QByteArray version = photoVersion(file.name, file.size, file.modifiedNs, file.inode);
            if (!file.isFolder)
                QVERIFY2(openVersion(shared, file.name, version), file.name.constData());
        }
    }

    void captionsComeWithinATimeAndAreReadOnce()
    {
        constexpr int Texts = 8;
        for (int i = 0; i < Texts; ++i) {
            paint(qPrintable(QStringLiteral("%1.jpg").arg(i)), 8 + i, 8);
            QFile text(m_folder.filePath(QStringLiteral("%1.txt").arg(i)));
            QVERIFY(text.open(QIODevice::WriteOnly));
            text.write("At the lake");
        }
        const auto slow = std::make_shared<const SlowFolder>(folder());
        PhotoSettings settings;
        settings.cacheFolder = m_cache.path();
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        PhotoLibrary photos(settings, slow);
        photos.setPaused(true);
        const auto captions = [&] {
            const Album shown = album(photos);
            return int(std::ranges::count(shown.items, QByteArray("At the lake"), &AlbumItem::description));
        };
        QVERIFY(captions() < Texts);
        QTRY_COMPARE(captions(), Texts);
        QCOMPARE(slow->texts(), Texts);
    }

    void aTileAndAScreenCopyComeFromOneDecode_data()
    {
        QTest::addColumn<CopySize>("first");
        QTest::addColumn<CopySize>("second");
        QTest::addRow("tile first") << CopySize::Tile << CopySize::Screen;
        QTest::addRow("screen copy first") << CopySize::Screen << CopySize::Tile2;
    }
    void aTileAndAScreenCopyComeFromOneDecode()
    {
        QFETCH(CopySize, first);
        QFETCH(CopySize, second);
        QTemporaryDir cache;
        const auto counting = std::make_shared<const CountingFolder>(folder());
        PhotoSettings settings;
        settings.cacheFolder = cache.path();
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        settings.processes = 1;
        PhotoLibrary photos(settings, counting);
        paint("busy.jpg", 200, 100);
        paint("asked.jpg", 200, 100);
        const auto files = folder()->contents({});
        const auto ask = [&](const QByteArray &name, CopySize size) {
            const auto file = std::ranges::find(files, name, &PhotoFile::name);
            auto given = std::make_unique<Given<ReadyCopy>>();
            photos.copy({name, photoVersion(name, file->size, file->modifiedNs, file->inode), size},
                        given->taker());
            return given;
        };
        const auto busy = ask("busy.jpg", CopySize::Tile);
        QTRY_VERIFY(counting->isBusy());
        const auto one = ask("asked.jpg", first);
        const auto other = ask("asked.jpg", second);
        const auto again = ask("asked.jpg", first);
        Given<std::shared_ptr<const Album>> nothing; // given in its turn
        photos.album(AlbumWish(), nothing.taker());
        QTRY_VERIFY(nothing.isThere());
        counting->goOn();
        QTRY_VERIFY(one->isThere() && other->isThere() && again->isThere());
        QVERIFY(one->value().file && other->value().file && again->value().file);
        QCOMPARE(counting->opened(), 1);
    }

    void aFolderThatHangsKeepsNeitherAlbumsNorTiles()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("Dead"))));
        paint("1.jpg", 20, 20);
        const auto dead = std::make_shared<const DeadFolder>(folder());
        const auto wakesUp = qScopeGuard([&] { dead->wakeUp(); });
        PhotoSettings settings;
        settings.cacheFolder = m_cache.path();
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        {
            PhotoLibrary photos(settings, dead);
            photos.setPaused(true);
            const Album shown = album(photos);
            QVERIFY(!shown.items.empty());
            const auto sub = std::ranges::find(shown.albums, QByteArray("Dead"), &SubAlbum::name);
            QVERIFY(sub != shown.albums.end());
            QCOMPARE(sub->cover, QByteArray());
            QVERIFY(hasTile(photos, shown.items.front()));

            QElapsedTimer clock; // the next one does not even wait
            clock.start();
            Given<std::shared_ptr<const Album>> given;
            photos.album({.shareName = "share", .files = folder()->contents({}), .newestFirst = false},
                         given.taker());
            QTRY_VERIFY(given.isThere());
            QVERIFY2(clock.elapsed() < 250, qPrintable(QString::number(clock.elapsed())));

            QVERIFY(dead->isAsked());
        } // does not wait for it either
    }

    void guestsWaitForTheirTurnHoweverManyTheyAre()
    {
        constexpr int Guests = 300; // more than used to be taken
        const auto photos = library();
        photos->setPaused(true);
        for (int i = 0; i < Guests; ++i)
            paint(qPrintable(QStringLiteral("%1.jpg").arg(i)), 8 + i, 8);
        const std::vector<PhotoFile> files = folder()->contents({});
        std::vector<Given<ReadyCopy>> copies(Guests);
        for (int i = 0; i < Guests; ++i) {
            const QByteArray name = QByteArray::number(i) + ".jpg";
            const auto file = std::ranges::find(files, name, &PhotoFile::name);
            QVERIFY(file != files.end());
            photos->copy(
                {name, photoVersion(name, file->size, file->modifiedNs, file->inode), CopySize::Tile},
                copies[size_t(i)].taker());
        }
        for (const Given<ReadyCopy> &copy : copies) {
            QTRY_VERIFY_WITH_TIMEOUT(copy.isThere(), 20'000);
            QVERIFY(copy.value().file);
        }
    }

    void nothingIsPreparedIntoAFullCache()
    {
        qint64 tiles = 0;
        {
            const auto photos = library();
            photos->setPaused(true);
            for (const AlbumItem &item : album(*photos).items)
                QVERIFY(hasTile(*photos, item));
            tiles = photos->progress().cacheBytes;
        }
        const auto photos = library(QStringLiteral(PORCHLIGHT_THUMBNAILER), tiles + tiles / 20);
        const Album shown = album(*photos);
        QTRY_COMPARE(photos->progress().cacheBytes, tiles);
        QCOMPARE(photos->progress().wanted, 0);
        for (const AlbumItem &item : shown.items)
            QVERIFY(photos->ready(item.version, CopySize::Tile).file);
    }

    void aCopyNobodyWaitsForIsCounted()
    {
        // Ends its picture a little later than the guest leaves.
        const QString started = m_programs.filePath(QStringLiteral("started"));
        QFile::remove(started);
        const auto photos = library(program("echo >" + QFile::encodeName(started) +
                                            "; sleep 0.2; exec " PORCHLIGHT_THUMBNAILER "\n"));
        const std::vector<PhotoFile> files = folder()->contents({});
        const auto file = std::ranges::find(files, QByteArray("2026-07-18.jpg"), &PhotoFile::name);
        QVERIFY(file != files.end());
        const QByteArray version = photoVersion(file->name, file->size, file->modifiedNs, file->inode);
        const PhotoLibrary::Ticket ticket =
            photos->copy({file->name, version, CopySize::Tile}, [](ReadyCopy) {});
        QTRY_VERIFY(QFile::exists(started));
        photos->forget(ticket);
        QTRY_VERIFY(photos->progress().cacheBytes > 0);
        QVERIFY(photos->ready(version, CopySize::Tile).file);
    }
};

QTEST_GUILESS_MAIN(TestPhotoLibrary)
#include "tst_photolibrary.moc"
