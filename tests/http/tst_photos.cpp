// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/sharefolder.h"

#include "server/site/sharedphotos.h"
#include "server/site/sitehandler.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QSemaphore>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QByteArray jpeg(int width, int height, const QColor &colour = Qt::red)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

/// A TIFF block with one GPS value, as phones write it.
QByteArray exifWithPlace()
{
    QByteArray tiff("II*\0\x08\0\0\0", 8);
    const auto entry = [](quint16 tag, quint16 type, quint32 count, quint32 value) {
        QByteArray bytes;
        for (const auto &[number, size] :
             {std::pair<quint32, int>(tag, 2), {type, 2}, {count, 4}, {value, 4}}) {
            for (int i = 0; i < size; ++i)
                bytes.append(char(number >> (8 * i)));
        }
        return bytes;
    };
    tiff += QByteArray("\x01\0", 2) + entry(0x8825, 4, 1, 26) + QByteArray(4, '\0'); // GPS IFD at 26
    tiff += QByteArray("\x01\0", 2) + entry(0x0002, 5, 3, 44) + QByteArray(4, '\0'); // latitude at 44
    tiff += "LATITUDELATITUDELATITUDE";
    return tiff;
}

QByteArray withExif(const QByteArray &jpeg, const QByteArray &tiff)
{
    const QByteArray content = QByteArray("Exif\0\0", 6) + tiff;
    const int length = int(content.size()) + 2;
    return jpeg.first(2) + QByteArray("\xff\xe1") + char(length >> 8) + char(length & 0xff) + content +
           jpeg.sliced(2);
}

} // namespace

/// Smaller copies and originals of photos, through the whole server and the real thumbnailer.
class PhotosTest final : public QObject
{
    Q_OBJECT

    ShareFolder m_folder;
    QTemporaryDir m_cache;
    std::shared_ptr<SiteSwitches> m_switches = std::make_shared<SiteSwitches>();
    std::shared_ptr<PhotoLibrary> m_photos;
    std::unique_ptr<LiveServer> m_server;

    RawResponse ask(const QByteArray &target, const QByteArray &fields = {}) const
    {
        RawClient client(m_server->port());
        client.send(get(target, fields));
        return client.receive(false, 20'000);
    }

    /// One worker's handler or all, of a folder whose photos leave without their place.
    static RequestHandlerFactory withoutLocations(const QString &folder,
                                                  std::shared_ptr<KnownLocations> locations)
    {
        auto switches = std::make_shared<SiteSwitches>();
        switches->originalsKeepLocation = false;
        return [folder, switches, locations = std::move(locations)] {
            return std::make_unique<SiteHandler>(
                SharedFolder(QFile::encodeName(folder)), MemoryBudget(FolderListings::MaxMemory), ZipQuota(),
                ContentCoder(), std::make_shared<ServerActivity>(std::make_shared<ExchangeFeed>()), switches,
                nullptr, locations);
        };
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.write(QStringLiteral("red.jpg"), jpeg(1200, 800)));
        QVERIFY(m_folder.write(QStringLiteral("placed.jpg"), withExif(jpeg(600, 400), exifWithPlace())));
        QVERIFY(m_folder.write(QStringLiteral("bro\u001Bken.jpg"), "\xff\xd8\xff\xe0nothing more"));
        QVERIFY(m_folder.write(QStringLiteral("notes.txt"), "notes"));
        QVERIFY(m_folder.write(QStringLiteral(".hidden.jpg"), jpeg(100, 100)));
        PhotoSettings settings;
        settings.cacheFolder = m_cache.filePath(QStringLiteral("photos"));
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        m_photos = std::make_shared<PhotoLibrary>(
            settings, std::make_shared<const SharedPhotos>(SharedFolder(QFile::encodeName(m_folder.path()))));
        m_server = std::make_unique<LiveServer>(m_folder.path(), Limits(), false, 2, m_switches, m_photos);
        QVERIFY(m_server->isRunning());
    }

    void cleanupTestCase()
    {
        m_server.reset();
        m_photos.reset();
        // Nothing was ever written into the folder that is shared.
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 5);
    }

    void copiesAreSmaller_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::addColumn<int>("width");
        QTest::addRow("tile") << QByteArray("tile") << 480;
        QTest::addRow("tile for dense screens") << QByteArray("tile2") << 960;
        QTest::addRow("screen, never larger than the original") << QByteArray("screen") << 1200;
    }
    void copiesAreSmaller()
    {
        QFETCH(QByteArray, size);
        for (int round = 0; round < 2; ++round) { // made, then found
            const RawResponse response = ask("/red.jpg?size=" + size);
            QCOMPARE(response.status, 200);
            QCOMPARE(response.field("Content-Type"), "image/jpeg");
            QCOMPARE(response.field("Cache-Control"), "no-cache");
            const QImage image = QImage::fromData(response.body);
            QTEST(image.width(), "width");
            QVERIFY(qRed(image.pixel(10, 10)) > 240);
        }
    }

    void aNamedVersionNeverChanges()
    {
        const QByteArray tag = ask("/red.jpg?size=tile").field("ETag");
        const QByteArray version = tag.mid(1, 24);
        const RawResponse named = ask("/red.jpg?size=tile&v=" + version);
        QVERIFY(named.field("Cache-Control").contains("immutable"));
        QVERIFY(!ask("/red.jpg?size=tile&v=other").field("Cache-Control").contains("immutable"));
        // RFC 9110 §15.4.5: a 304 says of caching what the 200 would have said.
        const RawResponse same = ask("/red.jpg?size=tile&v=" + version, "If-None-Match: " + tag + "\r\n");
        QCOMPARE(same.status, 304);
        QCOMPARE(same.field("Cache-Control"), named.field("Cache-Control"));
        QCOMPARE(ask("/red.jpg?size=tile", "If-None-Match: " + tag + "\r\n").field("Cache-Control"),
                 "no-cache");
    }

    void aDrawingStandsForWhatCannotBeRead()
    {
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("\"bro\\\\u001Bken.jpg\" is not shown")));
        for (int round = 0; round < 2; ++round) { // the second is not tried again, and says nothing
            const RawResponse response = ask("/bro%1bken.jpg?size=tile");
            QCOMPARE(response.status, 200);
            QCOMPARE(response.field("Content-Type"), "image/svg+xml");
            QCOMPARE(response.field("Cache-Control"), "no-store");
        }
    }

    void otherFilesHaveNoCopies()
    {
        QCOMPARE(ask("/notes.txt?size=tile").body, "notes");
        QCOMPARE(ask("/red.jpg?size=huge").body, jpeg(1200, 800));
        QCOMPARE(ask("/.hidden.jpg?size=tile").status, 404);
        QCOMPARE(ask("/none.jpg?size=tile").status, 404);
    }

    void originalsLeaveWithOrWithoutTheirPlace()
    {
        const QByteArray original = withExif(jpeg(600, 400), exifWithPlace());
        m_switches->originalsKeepLocation = true;
        const RawResponse kept = ask("/placed.jpg");
        QCOMPARE(kept.body, original);
        m_switches->originalsKeepLocation = false;
        const RawResponse removed = ask("/placed.jpg");
        QCOMPARE(removed.status, 200);
        QCOMPARE(removed.body.size(), original.size());
        QVERIFY(!removed.body.contains("LATITUDE"));
        QCOMPARE(removed.body.sliced(400), original.sliced(400));
        QVERIFY(removed.field("ETag") != kept.field("ETag"));
        // A part is a part of that.
        const qsizetype place = original.indexOf("LATITUDE");
        const RawResponse part = ask("/placed.jpg", "Range: bytes=" + QByteArray::number(place) + "-" +
                                                        QByteArray::number(place + 30) + "\r\n");
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, removed.body.mid(place, 31));
        const RawResponse parts = ask("/placed.jpg", "Range: bytes=0-9," + QByteArray::number(place) + "-" +
                                                         QByteArray::number(place + 30) + "\r\n");
        QCOMPARE(parts.status, 206);
        QVERIFY(!parts.body.contains("LATITUDE"));
        QCOMPARE(ask("/placed.jpg", "If-None-Match: " + removed.field("ETag") + "\r\n").status, 304);
        QCOMPARE(ask("/placed.jpg", "If-None-Match: " + kept.field("ETag") + "\r\n").status, 200);
        QCOMPARE(ask("/red.jpg").body, jpeg(1200, 800)); // has none: byte for byte
        const QByteArray zip = ask("/?zip").body;
        QVERIFY(zip.contains(removed.body));
        QVERIFY(!zip.contains("LATITUDE"));
        m_switches->originalsKeepLocation = true;
    }

    /// Whatever is asked of it: all of it, a part, whether it has changed, its head, or a zip with it in.
    void anOriginalIsLookedThroughOnce()
    {
        std::atomic<int> looks = 0;
        const auto counted = std::make_shared<KnownLocations>([&](const StoredFile &file) {
            ++looks;
            return locationBlanks(file);
        });
        QTemporaryDir album;
        QFile photo(album.filePath(QStringLiteral("placed.jpg")));
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.write(withExif(jpeg(600, 400), exifWithPlace()));
        photo.flush();
        photo.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime);
        photo.close();
        const LiveServer server(withoutLocations(album.path(), counted), Limits(), 2);
        const auto asked = [&](const QByteArray &request, bool isHead = false) {
            RawClient client(server.port());
            client.send(request);
            return client.receive(isHead);
        };
        const RawResponse whole = asked(get("/placed.jpg"));
        QCOMPARE(whole.status, 200);
        QVERIFY(!whole.body.contains("LATITUDE"));
        QCOMPARE(asked(get("/placed.jpg")).body, whole.body);
        QCOMPARE(asked(get("/placed.jpg", "If-None-Match: " + whole.field("ETag") + "\r\n")).status, 304);
        QCOMPARE(asked(get("/placed.jpg", "Range: bytes=5-9\r\n")).body, whole.body.mid(5, 5));
        QCOMPARE(asked("HEAD /placed.jpg HTTP/1.1\r\nHost: porch\r\n\r\n", true).status, 200);
        QVERIFY(asked(get("/?zip")).body.contains(whole.body));
        QCOMPARE(looks, 1);
    }

    void aLongLookHoldsNobodyUp()
    {
        QSemaphore goesOn;
        const auto slow = std::make_shared<KnownLocations>([&](const StoredFile &file) {
            goesOn.acquire();
            return locationBlanks(file);
        });
        LiveServer server(withoutLocations(m_folder.path(), slow), Limits(), 1);
        RawClient photo(server.port());
        photo.send(get("/placed.jpg"));
        RawClient zip(server.port());
        zip.send(get("/?zip"));
        RawClient other(server.port());
        other.send(get("/notes.txt"));
        const int status = other.receive().status;
        goesOn.release(100);
        QCOMPARE(status, 200);
        QVERIFY(!photo.receive().body.contains("LATITUDE"));
        QVERIFY(zip.receive().body.contains("PK"));
    }

    /// By what they are: a name's ending says nothing sure.
    void noNameKeepsThePlace_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"placed.jpe", "placed.jfif", "placed", "placed.png"})
            QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
    void noNameKeepsThePlace()
    {
        QFETCH(QString, name);
        QVERIFY(m_folder.write(name, withExif(jpeg(600, 400), exifWithPlace())));
        m_switches->originalsKeepLocation = false;
        const RawResponse response = ask('/' + name.toLatin1());
        const RawResponse zip = ask("/?zip");
        m_switches->originalsKeepLocation = true;
        QFile::remove(m_folder.path(name));
        QCOMPARE(response.status, 200);
        QVERIFY(!response.body.contains("LATITUDE"));
        QVERIFY(!zip.body.contains("LATITUDE"));
    }

    void aWebPageKeepsNoPlaceEither()
    {
        m_switches->showAs = ShowAs::Site;
        m_switches->originalsKeepLocation = false;
        const RawResponse response = ask("/placed.jpg");
        m_switches->originalsKeepLocation = true;
        m_switches->showAs = ShowAs::Automatic;
        QCOMPARE(response.status, 200);
        QVERIFY(!response.body.contains("LATITUDE"));
    }

    void aPhotoThatCannotBeLookedThroughStays()
    {
        const QByteArray photo = withExif(jpeg(600, 400), exifWithPlace());
        QVERIFY(m_folder.write(QStringLiteral("odd.jpg"),
                               photo.first(2) + QByteArray(100'000, '\xff') + photo.sliced(2)));
        m_switches->originalsKeepLocation = false;
        const RawResponse response = ask("/odd.jpg", "Accept-Language: de\r\n");
        const RawResponse zip = ask("/?zip");
        m_switches->originalsKeepLocation = true;
        QVERIFY(ask("/odd.jpg").body.contains("LATITUDE"));
        QFile::remove(m_folder.path(QStringLiteral("odd.jpg")));
        QCOMPARE(response.status, 403);
        QVERIFY(response.body.contains("bleibt zu Hause"));
        QVERIFY(!response.body.contains("LATITUDE"));
        QVERIFY(!zip.body.contains("LATITUDE"));
        QVERIFY(zip.body.contains("PROBLEMS.txt"));
    }

    void foldersShowAsTheySuit_data()
    {
        QTest::addColumn<QList<QByteArray>>("files");
        QTest::addColumn<int>("showAs");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<bool>("photos");
        using Files = QList<QByteArray>;
        const auto row = [](const char *name, const Files &files, ShowAs showAs, const char *query,
                            bool photos) {
            QTest::addRow("%s", name) << files << int(showAs) << QByteArray(query) << photos;
        };
        const Files mostly{"a.jpg", "b.mp4", "notes.txt"};
        const Files few{"a.jpg", "notes.txt", "more.txt"};
        const Files albums{"2024/a.jpg", "2025/b.jpg"};
        row("mostly photos and films", mostly, ShowAs::Automatic, "", true);
        row("mostly other files", few, ShowAs::Automatic, "", false);
        row("a folder of albums", albums, ShowAs::Automatic, "", true);
        row("a folder of folders of which one has none", {"2024/a.jpg", "2025/b.txt"}, ShowAs::Automatic, "",
            false);
        row("photos with texts that tell of them", {"a.jpg", "a.txt", "b.heic", "B.HEIC.txt"},
            ShowAs::Automatic, "", true);
        row("photos with a program's notes",
            {"a.jpg", "a.jpg.xmp", "b.mov", "b.aae", "Thumbs.db", "desktop.ini"}, ShowAs::Automatic, "",
            true);
        row("photos with a raw that cannot be shown", {"a.jpg", "a.cr3", "b.jpg", "b.RAF"}, ShowAs::Automatic,
            "", true);
        row("raws that cannot be shown", {"a.cr3", "b.raf"}, ShowAs::Automatic, "", false);
        row("photos among texts that tell of none", {"a.jpg", "b.txt", "c.txt"}, ShowAs::Automatic, "",
            false);
        row("albums beside a desktop's notes", {"2024/a.jpg", "desktop.ini"}, ShowAs::Automatic, "", true);
        row("albums by year and month", {"2023/jan/a.jpg", "2023/feb/b.jpg", "2024/a.jpg"}, ShowAs::Automatic,
            "", true);
        row("albums beside empty folders", {"2022/", "2023/jan/", "2024/a.jpg", "2025/b.jpg"},
            ShowAs::Automatic, "", true);
        row("albums by month, and one of texts", {"2023/jan/a.jpg", "2023/feb/b.txt"}, ShowAs::Automatic, "",
            false);
        row("folders that are empty", {"2022/", "2023/jan/"}, ShowAs::Automatic, "", false);
        row("nothing at all", {}, ShowAs::Automatic, "", false);
        row("the guest wants the list", mostly, ShowAs::Automatic, "?view=files", false);
        row("the guest wants photos", few, ShowAs::Automatic, "?view=photos", true);
        row("the owner wants photos", few, ShowAs::Photos, "", true);
        row("the owner wants a list", mostly, ShowAs::Files, "", false);
        row("the guest wants photos though", mostly, ShowAs::Files, "?view=photos", true);
    }
    void foldersShowAsTheySuit()
    {
        QFETCH(QList<QByteArray>, files);
        QFETCH(int, showAs);
        QFETCH(QByteArray, query);
        const QString base = m_folder.path(QStringLiteral("shown"));
        QDir(base).removeRecursively();
        QDir().mkpath(base);
        for (const QByteArray &file : files) {
            const QString path = base + u'/' + QString::fromUtf8(file);
            QDir().mkpath(path.left(path.lastIndexOf(u'/')));
            if (file.endsWith('/'))
                continue;
            QFile made(path);
            QVERIFY(made.open(QIODevice::WriteOnly));
            made.write(file.endsWith(".jpg") ? jpeg(60, 40) : QByteArray("x"));
        }
        m_switches->showAs = ShowAs(showAs);
        const RawResponse page = ask("/shown/" + query);
        m_switches->showAs = ShowAs::Automatic;
        QCOMPARE(page.status, 200);
        QTEST(page.body.contains("<body class=\"photos"), "photos");
        QDir(base).removeRecursively();
    }

    void anAlbumShowsItsPhotosInTheirSize()
    {
        const RawResponse page = ask("/?view=photos", "Accept-Language: de\r\n");
        QCOMPARE(page.status, 200);
        QVERIFY(page.complete);
        QVERIFY(page.body.contains("width=\"600\" height=\"400\""));
        QVERIFY(page.body.contains("lang=\"de\""));
        QVERIFY(page.field("Vary").contains("Accept-Language"));
        QCOMPARE(ask("/?view=photos", "If-None-Match: *\r\n").status, 304);
        RawClient client(m_server->port());
        client.send("HEAD /?view=photos HTTP/1.1\r\nHost: porch\r\n\r\n");
        QCOMPARE(client.receive(true).status, 200);
    }

    void anAlbumWithoutRoomIsToBeAskedForLater()
    {
        PhotoSettings settings;
        settings.cacheFolder = m_cache.filePath(QStringLiteral("crowded"));
        settings.program = QStringLiteral(PORCHLIGHT_THUMBNAILER);
        settings.albumMemory = 100;
        const auto photos = std::make_shared<PhotoLibrary>(
            settings, std::make_shared<const SharedPhotos>(SharedFolder(QFile::encodeName(m_folder.path()))));
        LiveServer server(m_folder.path(), Limits(), false, 1, m_switches, photos);
        RawClient client(server.port());
        client.send(get("/?view=photos", "Accept-Language: de\r\n"));
        const RawResponse response = client.receive(false, 20'000);
        QCOMPARE(response.status, 503);
        QVERIFY(!response.field("Retry-After").isEmpty());
        QVERIFY(response.body.contains("lang=\"de\""));
    }

    /// A browser that skips a photo closes with FIN, without a reset.
    void aSkippedPhotoHoldsNobodyUp()
    {
        constexpr int Skipped = 20;
        QTemporaryDir programs;
        const QString path = programs.filePath(QStringLiteral("slow"));
        const QString started = programs.filePath(QStringLiteral("started"));
        QFile program(path);
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\n" // takes a moment for the first
                      "echo >" +
                      QFile::encodeName(started) + "; sleep 0.5; exec " PORCHLIGHT_THUMBNAILER "\n");
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        program.close();
        PhotoSettings settings;
        settings.cacheFolder = m_cache.filePath(QStringLiteral("skipped"));
        settings.program = path;
        settings.processes = 1;
        const auto photos = std::make_shared<PhotoLibrary>(
            settings, std::make_shared<const SharedPhotos>(SharedFolder(QFile::encodeName(m_folder.path()))));
        for (int i = 0; i < Skipped; ++i)
            QVERIFY(m_folder.write(QStringLiteral("skip%1.jpg").arg(i), jpeg(100 + i, 100)));
        {
            LiveServer server(m_folder.path(), Limits(), false, 1, m_switches, photos);
            RawClient first(server.port());
            first.send(get("/red.jpg?size=tile"));
            QTRY_VERIFY(QFile::exists(started));
            {
                std::vector<std::unique_ptr<RawClient>> leaving;
                for (int i = 0; i < Skipped; ++i) {
                    leaving.push_back(std::make_unique<RawClient>(server.port()));
                    leaving.back()->send(get("/skip" + QByteArray::number(i) + ".jpg?size=tile"));
                }
                QTRY_COMPARE(
                    [&] {
                        QSet<quint64> arrived;
                        for (const Exchange &each : server.published()) {
                            if (each.requestHead.startsWith("GET /skip"))
                                arrived.insert(each.id);
                        }
                        return arrived.size();
                    }(),
                    Skipped);
            }
            RawClient stays(server.port());
            stays.send(get("/placed.jpg?size=tile"));
            QCOMPARE(first.receive(false, 20'000).status, 200);
            QCOMPARE(stays.receive(false, 20'000).field("Content-Type"), "image/jpeg");
        }
        int copies = 0;
        QDirIterator each(settings.cacheFolder, {QStringLiteral("*.jpg")}, QDir::Files,
                          QDirIterator::Subdirectories);
        for (; each.hasNext(); ++copies)
            each.next();
        QCOMPARE(copies, 4); // two tiles for each of those who stayed
        for (int i = 0; i < Skipped; ++i)
            QVERIFY(QFile::remove(m_folder.path(QStringLiteral("skip%1.jpg").arg(i))));
    }

    void aWebsiteHasFilesOnly()
    {
        m_switches->showAs = ShowAs::Site;
        QCOMPARE(ask("/red.jpg?size=tile").body, jpeg(1200, 800));
        m_switches->showAs = ShowAs::Automatic;
    }

    void manyGuestsAskForTheSameCopy()
    {
        QVERIFY(m_folder.write(QStringLiteral("red.jpg"), jpeg(1201, 800)));
        std::vector<std::unique_ptr<RawClient>> guests;
        for (int i = 0; i < 30; ++i) {
            guests.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(guests.back()->send(get("/red.jpg?size=tile")));
        }
        guests[3]->reset();
        QByteArray body;
        for (int i = 0; i < 30; ++i) {
            if (i == 3)
                continue;
            const RawResponse response = guests[size_t(i)]->receive(false, 20'000);
            QCOMPARE(response.status, 200);
            if (body.isEmpty())
                body = response.body;
            QCOMPARE(response.body, body);
        }
    }
};

QTEST_GUILESS_MAIN(PhotosTest)
#include "tst_photos.moc"
