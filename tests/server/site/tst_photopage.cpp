// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/photopage.h"

#include "server/site/ownasset.h"
#include "server/site/pageframe.h"

#include <QtTest>

using namespace porchlight;

namespace {

constexpr qint64 Noon = 1'784'376'000'000; // Saturday 18 July 2026, 12:00
constexpr qint64 Day = 24 * 60 * 60 * 1000;
const QDate Today(2026, 9, 1);

AlbumItem photo(QByteArray name, qint64 takenMs = Noon)
{
    AlbumItem item;
    item.name = std::move(name);
    item.width = 4032;
    item.height = 3024;
    item.takenMs = takenMs;
    item.size = 2'400'000;
    item.version = "v1";
    return item;
}

AlbumItem video(QByteArray name, qint64 durationMs, qint64 takenMs = Noon)
{
    AlbumItem item = photo(std::move(name), takenMs);
    item.isVideo = true;
    item.durationMs = durationMs;
    return item;
}

Album albumOf(QList<AlbumItem> items)
{
    Album album;
    album.shareName = "Summer 2026";
    album.items = {items.begin(), items.end()};
    return album;
}

QByteArray read(BodyStream &stream)
{
    QByteArray html;
    for (QByteArray piece = stream.next(); !piece.isEmpty(); piece = stream.next())
        html += piece;
    return html;
}

QByteArray pageOf(Album album, const char *query = "", Language language = Language::English)
{
    PhotoPage page(std::make_shared<Album>(std::move(album)), parseFolderQuery(query), language, Today);
    return read(page);
}

QStringList allOf(const QByteArray &html, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern));
    QStringList found;
    for (auto it = expression.globalMatch(QString::fromUtf8(html)); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

} // namespace

class PhotoPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void headingTellsCountAndDates_data()
    {
        QTest::addColumn<QList<AlbumItem>>("items");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("photos") << QList{photo("a", Noon - 36 * Day), photo("b", Noon + 43 * Day)}
                                << QByteArray("2 photos · 12 June – 30 August");
        QTest::addRow("a video") << QList{video("a", 1)} << QByteArray("1 video · 18 July");
        QTest::addRow("both") << QList{photo("a"), video("b", 1)}
                              << QByteArray("2 photos and videos · 18 July");
        QTest::addRow("without a date") << QList{photo("a", 0)} << QByteArray("1 photo");
    }
    void headingTellsCountAndDates()
    {
        QFETCH(QList<AlbumItem>, items);
        QFETCH(QByteArray, text);
        const QByteArray html = pageOf(albumOf(items));
        QVERIFY(html.contains("<h1><bdi>Summer 2026</bdi></h1>"));
        QVERIFY2(html.contains("<p class=\"summary\">" + text + "</p>"), html.constData());
    }

    void daysHaveHeadings()
    {
        const QByteArray html =
            pageOf(albumOf({photo("a", Noon + Day), photo("b", Noon + Day / 3), photo("c", Noon - Day / 2),
                            photo("d", Noon - 365 * Day), photo("e", 0), photo("f", -1)}));
        QCOMPARE(allOf(html, "<h2>([^<]*)</h2>"),
                 (QStringList{QStringLiteral("Sunday 19 July"), QStringLiteral("Saturday 18 July"),
                              QStringLiteral("Friday 18 July 2025"), QStringLiteral("Without a date"),
                              QStringLiteral("Wednesday 31 December 1969")}));
        QCOMPARE(html.count("<section>"), 5);
        QCOMPARE(html.count("</section>"), 5);
    }

    void tilesHaveTheirSizeAndCopies()
    {
        AlbumItem item = photo("my photo.jpg");
        item.version = "a&b";
        const QByteArray html = pageOf(albumOf({item}));
        QVERIFY2(html.contains("<img src=\"./my%20photo.jpg?size=tile&amp;v=a%26b\" "
                               "srcset=\"./my%20photo.jpg?size=tile2&amp;v=a%26b 2x\" width=\"4032\" "
                               "height=\"3024\" alt=\"my photo.jpg\" loading=\"lazy\""),
                 html.constData());
        QVERIFY(html.contains("<a class=\"tile\" href=\"./my%20photo.jpg?size=screen&amp;v=a%26b\""));
        QVERIFY(!html.contains("data-unknown"));
    }

    void movingPicturesAreMarked()
    {
        AlbumItem item = photo("a.gif");
        QVERIFY(!pageOf(albumOf({item})).contains("data-moving"));
        item.durationMs = 0;
        const QByteArray html = pageOf(albumOf({item}));
        QVERIFY(html.contains("data-moving"));
        QVERIFY(!html.contains("badge"));
        QVERIFY(!pageOf(albumOf({video("a.mp4", 0)})).contains("data-moving"));
    }

    void unknownShapesGetAUsualOne()
    {
        AlbumItem item = photo("a.jpg");
        item.width = item.height = 0;
        const QByteArray html = pageOf(albumOf({item}));
        QVERIFY(html.contains("width=\"480\" height=\"320\""));
        QVERIFY(html.contains("data-unknown"));
    }

    void videosSayTheirLength_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("seconds") << qint64(41'200) << QByteArray(" 0:41");
        QTest::addRow("minutes") << qint64(61'000) << QByteArray(" 1:01");
        QTest::addRow("hours") << qint64(3'723'000) << QByteArray(" 1:02:03");
        QTest::addRow("rounded up to a minute") << qint64(59'600) << QByteArray(" 1:00");
        QTest::addRow("unknown") << qint64(-1) << QByteArray();
    }
    void videosSayTheirLength()
    {
        QFETCH(qint64, ms);
        QFETCH(QByteArray, text);
        const QByteArray html = pageOf(albumOf({video("a.mp4", ms)}));
        QVERIFY(
            html.contains("<span class=\"badge\"><span aria-hidden=\"true\">▶</span>" + text + "</span>"));
        QVERIFY(html.contains("<a class=\"tile\" href=\"./a.mp4\""));
        QVERIFY(html.contains("alt=\"Video: a.mp4\""));
    }

    void scriptsLearnWhatTheLightboxShows()
    {
        AlbumItem item = photo("IMG_1.HEIC");
        item.film = "IMG_1.MOV";
        item.description = "At the \"lake\" <3";
        item.camera = "Apple iPhone 15";
        QByteArray html = pageOf(albumOf({item}));
        QVERIFY(html.contains("data-caption=\"At the &quot;lake&quot; &lt;3\""));
        QVERIFY(html.contains("data-camera=\"Apple iPhone 15\""));
        QVERIFY(html.contains("data-taken=\"18 Jul 2026, 12:00\""));
        QVERIFY(html.contains("data-size=\"2.4 MB\""));
        QVERIFY(html.contains("data-live=\"./IMG_1.MOV\"") && !html.contains("data-raw"));
        item.raw = "IMG_1.DNG";
        html = pageOf(albumOf({item}));
        QVERIFY(html.contains("data-live=\"./IMG_1.MOV\"") && html.contains("data-raw=\"./IMG_1.DNG\""));
    }

    void albumsStandOnTop()
    {
        Album album = albumOf({});
        album.albums = {{"Lake & Sea", 311, "a b.jpg", "v2"}, {"Empty", 0, {}, {}}};
        const QByteArray html = pageOf(std::move(album), "view=photos&order=asc");
        QVERIFY(html.contains("<a href=\"./Lake%20%26%20Sea/?view=photos&amp;order=asc\">"));
        QVERIFY(html.contains("<img src=\"./Lake%20%26%20Sea/a%20b.jpg?size=tile&amp;v=v2\" alt=\"\""));
        QVERIFY(html.contains("<bdi>Lake &amp; Sea</bdi></span> <span class=\"count\">311 items</span>"));
        QCOMPARE(html.count("class=\"count\""), 1);
        QVERIFY(!html.contains("No photos here yet"));
    }

    void anEmptyAlbumSaysSo()
    {
        const QByteArray html = pageOf(albumOf({}));
        QVERIFY(html.contains("No photos here yet"));
        QVERIFY(!html.contains("<section") && !html.contains("summary\">") &&
                !html.contains("Newest first<"));
    }

    void ordersAndViewsAreLinks()
    {
        Album album = albumOf({photo("a")});
        QByteArray html = pageOf(album, "view=photos");
        QVERIFY(html.contains("<summary>Newest first</summary>"));
        QVERIFY(html.contains("<a href=\"?view=photos\" aria-current=\"true\">Newest first</a>"));
        QVERIFY(html.contains("<a href=\"?view=photos&amp;order=asc\">Oldest first</a>"));
        QVERIFY(html.contains("<a href=\"?view=files\">List</a>"));
        QVERIFY(html.contains("<a href=\"?view=photos\" aria-current=\"page\">Photos</a>"));
        QVERIFY(html.contains("href=\"?zip\""));
        album.newestFirst = false;
        QVERIFY(pageOf(album, "order=asc").contains("<summary>Oldest first</summary>"));
    }

    void whatIsMissingIsSaid()
    {
        Album album = albumOf({photo("a")});
        album.otherFiles = 3;
        album.beingRead = 1;
        album.truncated = true;
        const QByteArray html = pageOf(album);
        QVERIFY(
            html.contains("<a class=\"link\" href=\"?view=files\">3 other files are shown in the list.</a>"));
        QVERIFY(html.contains("1 photo is still being prepared."));
        QVERIFY(html.contains("more than 1 name."));
        QVERIFY(!pageOf(albumOf({photo("a")})).contains("class=\"more\""));
    }

    void namesStayText_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addRow("markup") << QByteArray("<img src=x onerror=alert(1)>.jpg");
        QTest::addRow("quotes") << QByteArray("\" onload=\"alert(1).jpg");
        QTest::addRow("not UTF-8") << QByteArray("\xff\xfe.jpg");
        QTest::addRow("a scheme") << QByteArray("javascript:alert(1)");
        QTest::addRow("a line end") << QByteArray("a\nb.jpg");
    }
    void namesStayText()
    {
        QFETCH(QByteArray, name);
        AlbumItem item = photo(name);
        item.film = item.raw = item.camera = item.description = item.version = name;
        Album album = albumOf({item});
        album.albums = {{name, 1, name, name}};
        album.folder = {name};
        const QByteArray html = pageOf(std::move(album));
        QVERIFY(!html.contains("<img src=x") && !html.contains(" onload=\"alert"));
        QVERIFY(!html.contains("href=\"javascript:") && !html.contains("src=\"javascript:") &&
                !html.contains('\xff'));
        QCOMPARE(html.count('\n'), pageOf([] {
                                       Album plain = albumOf({photo("a")});
                                       plain.albums = {{"a", 1, "a", "a"}};
                                       plain.folder = {"a"};
                                       return plain;
                                   }())
                                       .count('\n'));
    }

    void speaksLanguages()
    {
        const QByteArray html = pageOf(albumOf({photo("a"), photo("b")}), "", Language::Spanish);
        QVERIFY(html.contains("<html lang=\"es\">"));
        QVERIFY(html.contains("2 fotos · 18 de julio"));
        QVERIFY(html.contains("<h2>Sábado, 18 de julio</h2>"));
        QVERIFY(html.contains("Descargar todo"));
    }

    void manyPhotosComeInBoundedPieces()
    {
        Album album = albumOf({});
        for (int i = 0; i < 5'000; ++i)
            album.items.push_back(photo("IMG_" + QByteArray::number(i) + ".jpg", Noon - i * Day / 40));
        const auto shared = std::make_shared<Album>(std::move(album));
        const Body body = photoPageBody(shared, {}, Language::English, Today);
        QCOMPARE(body.length(), -1);
        QByteArray html;
        QBENCHMARK_ONCE
        {
            for (QByteArray piece = body.stream->next(); !piece.isEmpty(); piece = body.stream->next()) {
                QVERIFY(piece.size() <= 64 * 1024);
                html += piece;
            }
        }
        QCOMPARE(html.count("class=\"tile\""), 5'000);
        QVERIFY(html.endsWith("</html>\n"));
        QVERIFY(photoPageBody(std::make_shared<Album>(albumOf({photo("a")}))).length() > 0);
    }

    void onlyOurOwnIsLoaded()
    {
        const QByteArray html = pageOf(albumOf({photo("a")}));
        QVERIFY(html.contains("<script type=\"module\" src=\"" + photosScriptAsset().path + "\"></script>"));
        QVERIFY(html.contains("<link rel=\"stylesheet\" href=\"" + photosStyleAsset().path + "\">"));
        QCOMPARE(html.count("<script"), 1);
        QVERIFY(!html.contains(" style=") && !html.contains("<style") && !html.contains("http:"));
        QCOMPARE(pageFields(PageKind::Photos).value("Content-Security-Policy"),
                 "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
                 "form-action 'self'; base-uri 'none'; frame-ancestors 'self'");
    }
};

QTEST_APPLESS_MAIN(PhotoPageTest)
#include "tst_photopage.moc"
