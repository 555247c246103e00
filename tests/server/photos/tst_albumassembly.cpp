// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/albumassembly.h"

#include <QtTest>

using namespace porchlight;

namespace {

PhotoFile file(const char *name, qint64 modifiedMs = 0)
{
    return {name, false, 100, modifiedMs * 1'000'000, 7};
}

QList<QByteArray> names(const std::vector<AlbumFile> &files)
{
    QList<QByteArray> all;
    for (const AlbumFile &each : files) {
        QByteArray joined = each.file.name;
        for (const QByteArray &companion : {each.film, each.raw})
            joined += companion.isEmpty() ? QByteArray() : "+" + companion;
        all.append(joined);
    }
    return all;
}

} // namespace

class TestAlbumAssembly final : public QObject
{
    Q_OBJECT
private slots:
    void joinsPairs_data();
    void joinsPairs();
    void versionsDiffer();
    void datesItems();
    void sortsByTimeThenName();
};

void TestAlbumAssembly::joinsPairs_data()
{
    QTest::addColumn<QList<QByteArray>>("files");
    QTest::addColumn<QList<QByteArray>>("items");
    using Names = QList<QByteArray>;
    QTest::addRow("photos and videos, nothing else")
        << Names{"a.jpg", "b.HEIC", "c.mp4", "notes.txt", "jpg", ".jpg"} << Names{"a.jpg", "b.HEIC", "c.mp4"};
    QTest::addRow("a Live Photo is one item")
        << Names{"IMG_1.HEIC", "IMG_1.MOV"} << Names{"IMG_1.HEIC+IMG_1.MOV"};
    QTest::addRow("also when the film comes first")
        << Names{"IMG_1.MOV", "IMG_1.JPG"} << Names{"IMG_1.JPG+IMG_1.MOV"};
    QTest::addRow("a film alone is a video") << Names{"IMG_1.MOV"} << Names{"IMG_1.MOV"};
    QTest::addRow("an MP4 of the same name is another item")
        << Names{"IMG_1.JPG", "IMG_1.mp4"} << Names{"IMG_1.JPG", "IMG_1.mp4"};
    QTest::addRow("RAW and JPEG are one item")
        << Names{"DSC_1.NEF", "DSC_1.jpg"} << Names{"DSC_1.jpg+DSC_1.NEF"};
    QTest::addRow("a RAW that cannot be shown goes along with its JPEG")
        << Names{"IMG_1.CR3", "IMG_1.jpg"} << Names{"IMG_1.jpg+IMG_1.CR3"};
    QTest::addRow("and alone is no item") << Names{"IMG_1.CR3", "DSCF1.raf"} << Names{};
    QTest::addRow("a RAW alone is an item") << Names{"DSC_1.NEF"} << Names{"DSC_1.NEF"};
    QTest::addRow("a still keeps its film and its RAW")
        << Names{"IMG_1.DNG", "IMG_1.MOV", "IMG_1.JPG"} << Names{"IMG_1.JPG+IMG_1.MOV+IMG_1.DNG"};
    QTest::addRow("of two films beside a still none goes along")
        << Names{"IMG_1.jpg", "IMG_1.MOV", "IMG_1.mov"} << Names{"IMG_1.jpg", "IMG_1.MOV", "IMG_1.mov"};
    QTest::addRow("of two RAWs beside a still none goes along")
        << Names{"IMG_1.jpg", "IMG_1.CR2", "IMG_1.DNG"} << Names{"IMG_1.jpg", "IMG_1.CR2", "IMG_1.DNG"};
    QTest::addRow("two stills of one name leave the film alone")
        << Names{"a.jpg", "a.png", "a.mov"} << Names{"a.jpg", "a.png", "a.mov"};
}

void TestAlbumAssembly::joinsPairs()
{
    QFETCH(QList<QByteArray>, files);
    std::vector<PhotoFile> all;
    for (const QByteArray &name : files)
        all.push_back(file(name.constData()));
    all.push_back({"folder.jpg", true, 0, 0, 1});
    QTEST(names(albumFiles(all, {})), "items");
}

void TestAlbumAssembly::versionsDiffer()
{
    const QByteArray version = photoVersion("a/b.jpg", 10, 20, 30);
    QCOMPARE(version.size(), 24);
    QCOMPARE(version, photoVersion("a/b.jpg", 10, 20, 30));
    for (const QByteArray &other :
         {photoVersion("a/c.jpg", 10, 20, 30), photoVersion("a/b.jpg", 11, 20, 30),
          photoVersion("a/b.jpg", 10, 21, 30), photoVersion("a/b.jpg", 10, 20, 31),
          photoVersion("a/b.jpg", 20, 10, 30), photoVersion("a/b.jpg", 0x102, 0, 30)})
        QVERIFY(other != version);
    QCOMPARE(albumFiles({file("b.jpg")}, "a/").front().version, photoVersion("a/b.jpg", 100, 0, 7));
}

void TestAlbumAssembly::datesItems()
{
    const auto one = [](const char *name, const PictureFacts *facts) {
        return albumItem(albumFiles({file(name, 5'000)}, {}).front(), facts);
    };
    PictureFacts facts;
    facts.takenMs = 123;
    facts.width = 40;
    facts.height = 30;
    facts.description = "The lake";
    const AlbumItem told = one("2026-07-18.jpg", &facts);
    QCOMPARE(told.takenMs, 123); // what the camera says goes before the name
    QCOMPARE(told.width, 40);
    QCOMPARE(told.description, "The lake");
    facts.takenMs.reset();
    QCOMPARE(one("1970-01-02.jpg", &facts).takenMs, 36 * 3'600'000); // the name before the file's time
    const int offset = QDateTime::fromMSecsSinceEpoch(5'000).offsetFromUtc();
    QCOMPARE(one("a.jpg", nullptr).takenMs, 5'000 + offset * 1'000);
    QCOMPARE(one("a.jpg", nullptr).width, 0);
}

void TestAlbumAssembly::sortsByTimeThenName()
{
    std::vector<AlbumItem> items(4);
    items[0].name = "b", items[0].takenMs = 1;
    items[1].name = "a", items[1].takenMs = 1;
    items[2].name = "c", items[2].takenMs = 9;
    items[3].name = "d", items[3].takenMs = -5; // before 1970
    const auto order = [&] {
        QByteArray all;
        for (const AlbumItem &item : items)
            all += item.name;
        return all;
    };
    sortItems(items, false);
    QCOMPARE(order(), "dabc");
    sortItems(items, true);
    QCOMPARE(order(), "cbad");
}

QTEST_APPLESS_MAIN(TestAlbumAssembly)
#include "tst_albumassembly.moc"
