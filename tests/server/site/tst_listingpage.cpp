// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listingpage.h"
#include "server/site/ownasset.h"

#include <QtTest>

using namespace porchlight;

namespace {

struct Read
{
    QByteArray html;
    int pieces = 0;
    qsizetype largest = 0;
};

Read readAll(BodyStream &page)
{
    Read read;
    for (QByteArray piece = page.next(); !piece.isEmpty(); piece = page.next()) {
        read.html += piece;
        ++read.pieces;
        read.largest = qMax(read.largest, piece.size());
    }
    return read;
}

QByteArray pageOf(Listing listing, FolderQuery query = {}, Language language = Language::English)
{
    ListingPage page(std::make_shared<Listing>(std::move(listing)), query, language);
    return readAll(page).html;
}

Listing listingOf(QList<FolderEntry> entries, QList<QByteArray> folder = {})
{
    return {"Summer 2026", std::move(folder), {entries.begin(), entries.end()}};
}

Listing numbered(int count)
{
    QList<FolderEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.append({"IMG_" + QByteArray::number(i) + ".jpg", false, i, 0});
    return listingOf(entries);
}

} // namespace

class ListingPageTest : public QObject
{
    Q_OBJECT
private slots:
    void showsAndLinksNames_data();
    void showsAndLinksNames();
    void showsKind_data();
    void showsKind();
    void describesAFile();
    void breadcrumbsLeadUp();
    void summaries_data();
    void summaries();
    void emptyFolderSaysSo();
    void truncatedFolderSaysSo();
    void aShareWithoutANameHasATitle();
    void tenThousandNamesComeInBoundedPieces();
    void shortPagesHaveALength();
    void onlyOurOwnIsLoaded();
    void sorts_data();
    void sorts();
    void columnHeadsSort();
    void linksCarryTheSort();
    void picksAType();
    void offersTheTypesThatAreThere();
    void nothingOfATypeSaysSo();
    void boxesSendNames_data();
    void boxesSendNames();
    void boxesTellTheirPlace();
    void offersPhotosWhereThereAreSome();
    void previewsWhatPagesCanShow_data();
    void previewsWhatPagesCanShow();
    void speaksLanguages();
};

void ListingPageTest::showsAndLinksNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<QByteArray>("href");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *title, QByteArray name, QByteArray href, QByteArray text,
                        bool isFolder = false) {
        QTest::addRow("%s", title) << name << isFolder << href << text;
    };
    row("a file", "beach.jpg", "./beach.jpg?preview", "beach.jpg");
    row("a folder ends in a slash", "Lake", "./Lake/", "Lake", true);
    row("spaces", "my photo.jpg", "./my%20photo.jpg?preview", "my photo.jpg");
    row("a script is text", "<script>alert(1)</script>", "./%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "&lt;script&gt;alert(1)&lt;/script&gt;");
    row("a quote stays inside the attribute", "\" onclick=\"alert(1)", "./%22%20onclick=%22alert(1)",
        "&quot; onclick=&quot;alert(1)");
    row("javascript: is a name", "javascript:alert(1)", "./javascript%3Aalert(1)", "javascript:alert(1)");
    row("a question mark and a hash", "a?b#c", "./a%3Fb%23c", "a?b#c");
    row("a percent sign", "100%", "./100%25", "100%");
    row("UTF-8", "Größe", "./Gr%C3%B6%C3%9Fe", "Größe");
    row("bytes that are not UTF-8", "caf\xe9", "./caf%E9", "caf\xef\xbf\xbd");
    row("a right-to-left override", "photo\xe2\x80\xaegpj.exe", "./photo%E2%80%AEgpj.exe",
        "photo\xef\xbf\xbdgpj.exe");
    row("a line end", "a\nb", "./a%0Ab",
        "a\xef\xbf\xbd"
        "b");
}

void ListingPageTest::showsAndLinksNames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isFolder);
    QFETCH(QByteArray, href);
    QFETCH(QByteArray, text);
    const QByteArray html = pageOf(listingOf({{name, isFolder, 0, 0}}));
    static const QRegularExpression link(QStringLiteral("<a href=\"(\\./[^\"]*)\">.*<bdi>(.*)</bdi>"));
    const auto match = link.match(QString::fromUtf8(html));
    QCOMPARE(match.captured(1).toUtf8(), href);
    QCOMPARE(match.captured(2).toUtf8(), text);
}

void ListingPageTest::showsKind_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("icon");
    for (const auto &[name, icon] : {std::pair("a.jpg", "image"),
                                     {"a.mp4", "video"},
                                     {"a.mp3", "audio"},
                                     {"a.html", "page"},
                                     {"a.pdf", "document"},
                                     {"a.txt", "document"},
                                     {"a.zip", "archive"},
                                     {"a.css", "file"},
                                     {"a", "file"}})
        QTest::addRow("%s", name) << QByteArray(name) << QByteArray(icon);
}

void ListingPageTest::showsKind()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, icon);
    const QByteArray html = pageOf(listingOf({{name, false, 0, 0}}));
    QVERIFY(html.contains("<li class=\"" + icon + "\">"));
    QVERIFY(html.contains("<use href=\"#" + icon + "\"/>"));
    QVERIFY(html.contains("<symbol id=\"" + icon + "\""));
}

void ListingPageTest::describesAFile()
{
    qputenv("TZ", "UTC");
    const QByteArray html = pageOf(listingOf({{"beach.jpg", false, 2'400'000, 1'784'364'120'000'000'000}}));
    QVERIFY(html.contains("<span class=\"size\">2.4 MB</span>"));
    QVERIFY(
        html.contains("<time class=\"time\" datetime=\"2026-07-18T08:42:00Z\">18 Jul 2026, 08:42</time>"));
}

void ListingPageTest::breadcrumbsLeadUp()
{
    const QByteArray root = pageOf(listingOf({}));
    QVERIFY(!root.contains("class=\"crumbs\""));
    QVERIFY(!root.contains("Up to"));
    QVERIFY(root.contains("<title>Summer 2026</title>"));
    QVERIFY(root.contains("<h1><bdi>Summer 2026</bdi></h1>"));

    const QByteArray deep = pageOf(listingOf({}, {"Lake & Sea", "Evening"}));
    QVERIFY(deep.contains("<title>Evening · Summer 2026</title>"));
    QVERIFY(deep.contains("<h1><bdi>Evening</bdi></h1>"));
    QVERIFY(deep.contains("<li><a href=\"/\">"));
    QVERIFY(deep.contains("<li><a href=\"/Lake%20%26%20Sea/\"><bdi>Lake &amp; Sea</bdi></a></li>"));
    QVERIFY(deep.contains("<li class=\"up\"><a href=\"/Lake%20%26%20Sea/\">"));
    QVERIFY(deep.contains("Up to <bdi>Lake &amp; Sea</bdi>"));
}

void ListingPageTest::summaries_data()
{
    QTest::addColumn<QList<FolderEntry>>("entries");
    QTest::addColumn<QByteArray>("text");
    const FolderEntry folder{"folder", true, 0, 0}, file{"file", false, 1'200, 0};
    QTest::addRow("files") << QList{file, file} << QByteArray("2 files · 2.4 KB");
    QTest::addRow("one folder") << QList{folder} << QByteArray("1 folder");
    QTest::addRow("both") << QList{folder, folder, file} << QByteArray("2 folders, 1 file · 1.2 KB");
}

void ListingPageTest::summaries()
{
    QFETCH(QList<FolderEntry>, entries);
    QFETCH(QByteArray, text);
    QVERIFY(pageOf(listingOf(entries)).contains("<p class=\"summary\">" + text + "</p>"));
}

void ListingPageTest::emptyFolderSaysSo()
{
    const QByteArray html = pageOf(listingOf({}));
    QVERIFY(html.contains("This folder is empty"));
    QVERIFY(!html.contains("<ul"));
    QVERIFY(!html.contains("summary\">"));
    QVERIFY(!pageOf(numbered(1)).contains("This folder is empty"));
}

void ListingPageTest::truncatedFolderSaysSo()
{
    QVERIFY(!pageOf(numbered(3)).contains("more than 3 names"));
    Listing listing = numbered(3);
    listing.truncated = true;
    QVERIFY(pageOf(std::move(listing)).contains("more than 3 names"));
}

void ListingPageTest::aShareWithoutANameHasATitle()
{
    Listing listing = numbered(1);
    listing.shareName.clear();
    QVERIFY(pageOf(std::move(listing)).contains("<title>Shared files</title>"));
}

void ListingPageTest::tenThousandNamesComeInBoundedPieces()
{
    ListingPage page(std::make_shared<Listing>(numbered(10'000)));
    const Read read = readAll(page);
    QVERIFY(read.pieces > 20);
    QVERIFY2(read.largest <= 64 * 1024, qPrintable(QString::number(read.largest)));
    QCOMPARE(read.html.count("<li class=\"image\">"), 10'000);
    QVERIFY(read.html.endsWith("</html>\n"));
    QVERIFY(page.next().isEmpty());
}

void ListingPageTest::shortPagesHaveALength()
{
    const Body few = listingBody(std::make_shared<Listing>(numbered(3)));
    QVERIFY(few.length() > 0);
    QCOMPARE(std::get<QByteArray>(few.parts.front()), pageOf(numbered(3)));

    const Body many = listingBody(std::make_shared<Listing>(numbered(1'000)));
    QCOMPARE(many.length(), -1);
    QCOMPARE(readAll(*many.stream).html, pageOf(numbered(1'000)));
}

void ListingPageTest::onlyOurOwnIsLoaded()
{
    const QByteArray html = pageOf(numbered(3));
    for (const char *never : {"http-equiv", " style=", "@import", "url(", " onload", "http:", "https:"})
        QVERIFY2(!html.contains(never), never);

    QVERIFY(!html.contains("<style"));
    QCOMPARE(html.count("<script"), 1);
    QCOMPARE(html.count(" src="), 1);
    QVERIFY(html.contains("<script type=\"module\" src=\"" + listScriptAsset().path + "\"></script>"));
    QCOMPARE(html.count("<link "), 2);
    QVERIFY(html.contains("<link rel=\"icon\" href=\"" + iconAsset().path + "\">"));
    QVERIFY(html.contains("<link rel=\"stylesheet\" href=\"" + listStyleAsset().path + "\">"));
}

void ListingPageTest::sorts_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("names");
    QTest::addRow("as it stands") << QByteArray() << QByteArray("x y b a c");
    QTest::addRow("by name, the last first") << QByteArray("order=desc") << QByteArray("y x c a b");
    QTest::addRow("by size") << QByteArray("sort=size") << QByteArray("x y c b a");
    QTest::addRow("by size, the largest first; equals by name")
        << QByteArray("sort=size&order=desc") << QByteArray("x y b a c");
    QTest::addRow("by time") << QByteArray("sort=time&order=asc") << QByteArray("y x a c b");
    QTest::addRow("by time, the newest first")
        << QByteArray("sort=time&order=desc") << QByteArray("x y b c a");
    QTest::addRow("nonsense counts as nothing") << QByteArray("sort=%00&order=up") << QByteArray("x y b a c");
}

void ListingPageTest::sorts()
{
    QFETCH(QByteArray, query);
    Listing listing = listingOf(
        {{"x", true, 0, 20}, {"y", true, 0, 10}, {"b", false, 2, 9}, {"a", false, 2, 7}, {"c", false, 1, 8}});
    const QByteArray html = pageOf(std::move(listing), parseFolderQuery(query));
    static const QRegularExpression name(QStringLiteral("class=\"name\"><bdi>([^<]*)"));
    QByteArrayList names;
    for (auto it = name.globalMatch(QString::fromUtf8(html)); it.hasNext();)
        names.append(it.next().captured(1).toUtf8());
    QTEST(names.join(' '), "names");
}

void ListingPageTest::columnHeadsSort()
{
    const QByteArray plain = pageOf(numbered(2));
    QVERIFY(plain.contains("<a href=\"?order=desc\">Name<span"));
    QVERIFY(plain.contains("<a href=\"?sort=size&amp;order=desc\">Size</a>"));
    const QByteArray bySize =
        pageOf(numbered(2), parseFolderQuery("type=image&order=desc&sort=size&view=files"));
    QVERIFY(bySize.contains("<a href=\"?view=files&amp;sort=size&amp;type=image\">Size<span"));
    QVERIFY(bySize.contains("<a href=\"?view=files&amp;type=image\">Name</a>"));
}

void ListingPageTest::linksCarryTheSort()
{
    const QByteArray html =
        pageOf(listingOf({{"in", true, 0, 0}, {"a.mp3", false, 0, 0}}, {"Lake", "Evening"}),
               parseFolderQuery("sort=time&order=desc&type=folder"));
    const QByteArray carried = "?sort=time&amp;order=desc";
    QVERIFY(html.contains("<a href=\"./in/" + carried + "\">"));
    QVERIFY(html.contains("<li><a href=\"/" + carried + "\">"));
    QVERIFY(html.contains("<li class=\"up\"><a href=\"/Lake/" + carried + "\">"));
    QVERIFY(!html.contains("a.mp3"));
}

void ListingPageTest::picksAType()
{
    Listing listing = listingOf({{"in", true, 0, 0}, {"a.jpg", false, 0, 0}, {"b.css", false, 0, 0}});
    const QByteArray html = pageOf(std::move(listing), parseFolderQuery("type=text"));
    QVERIFY(html.contains("b.css") && !html.contains("a.jpg") && !html.contains("./in/"));
    QVERIFY(html.contains("1 folder, 2 files")); // the folder is as large as ever
}

void ListingPageTest::offersTheTypesThatAreThere()
{
    const QByteArray html = pageOf(listingOf({{"in", true, 0, 0}, {"a.jpg", false, 0, 0}}));
    QVERIFY(html.contains("href=\"?type=folder\"") && html.contains("href=\"?type=image\""));
    QVERIFY(!html.contains("type=video\""));
    QVERIFY(!pageOf(numbered(3)).contains("type=image\"")); // nothing to choose
}

void ListingPageTest::nothingOfATypeSaysSo()
{
    const QByteArray html = pageOf(numbered(1), parseFolderQuery("type=video"));
    QVERIFY(html.contains("Nothing of this type here"));
    QVERIFY(!html.contains("This folder is empty"));
    QVERIFY(html.contains("href=\"./\">All types"));
}

void ListingPageTest::boxesSendNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("box");
    QTest::addRow("a name") << QByteArray("a&\"b") << QByteArray("name=\"item\" value=\"a&amp;&quot;b\"");
    QTest::addRow("bytes that are not UTF-8")
        << QByteArray("caf\xe9") << QByteArray("disabled value=\"caf\xef\xbf\xbd\"");
    QTest::addRow("a line end") << QByteArray("a\nb")
                                << QByteArray("disabled value=\"a\xef\xbf\xbd"
                                              "b\"");
}

void ListingPageTest::boxesSendNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, box);
    const QByteArray html = pageOf(listingOf({{name, false, 0, 0}}));
    QVERIFY2(html.contains("<input type=\"checkbox\" " + box + " aria-label=\""), html.constData());
}

void ListingPageTest::boxesTellTheirPlace()
{
    const auto page = [](FolderQuery query) {
        Listing listing = listingOf({{"b", false, 2, 9}, {"a", false, 1, 7}});
        listing.modifiedNs = 77;
        return pageOf(std::move(listing), query);
    };
    QVERIFY(page({}).contains("data-of=\"77\""));
    QVERIFY(!page({}).contains("data-number"));
    const QByteArray html = page(parseFolderQuery("sort=size"));
    QVERIFY(html.indexOf("value=\"a\" aria-label=\"a\" data-number=\"1\"") <
            html.indexOf("value=\"b\" aria-label=\"b\" data-number=\"0\""));
    QVERIFY(html.contains("data-number=\"1\""));
}

void ListingPageTest::offersPhotosWhereThereAreSome()
{
    QVERIFY(pageOf(numbered(1)).contains("<a href=\"?view=photos\">Photos</a>"));
    QVERIFY(!pageOf(listingOf({{"a.txt", false, 0, 0}})).contains("view=photos"));
}

void ListingPageTest::previewsWhatPagesCanShow_data()
{
    QTest::addColumn<bool>("previews");
    for (const char *name : {"a.txt", "a.md", "a.cpp", "a.PDF", "a.mp3", "a.mp4", "a.jpg", "a.json"})
        QTest::addRow("%s", name) << true;
    for (const char *name : {"a.zip", "a.html", "a.docx", "a.exe", "a", ".pdf"})
        QTest::addRow("%s", name) << false;
}

void ListingPageTest::previewsWhatPagesCanShow()
{
    const QByteArray name = QTest::currentDataTag();
    QFETCH(bool, previews);
    const QByteArray html = pageOf(listingOf({{name, false, 0, 0}}));
    QVERIFY(html.contains("href=\"./" + name + (previews ? "?preview\"" : "\"")));
}

void ListingPageTest::speaksLanguages()
{
    const QByteArray html = pageOf(listingOf({{"a.txt", false, 2'400'000, 0}}, {"in"}), {}, Language::German);
    QVERIFY(html.contains("<html lang=\"de\">"));
    QVERIFY(html.contains("1 Datei · 2,4 MB"));
    QVERIFY(html.contains("Hinauf zu <bdi>Summer 2026</bdi>"));
}

QTEST_APPLESS_MAIN(ListingPageTest)
#include "tst_listingpage.moc"
