// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"
#include "ui/inspect/contentpreview.h"
#include "ui/inspect/decodedcontent.h"
#include "ui/inspect/formparts.h"
#include "ui/inspect/indentedjson.h"

#include <QTest>

#include <zlib.h>

using namespace porchlight;

namespace {

QByteArray gzipped(const QByteArray &content)
{
    z_stream stream{};
    QByteArray out(content.size() + 100, Qt::Uninitialized);
    if (::deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    ::deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    ::deflateEnd(&stream);
    return out;
}

QString textOf(const ContentPreview &preview)
{
    const auto *text = std::get_if<TextPreview>(&preview);
    return text ? text->text : QStringLiteral("no text");
}

QString reasonOf(const ContentPreview &preview)
{
    const auto *none = std::get_if<NoPreview>(&preview);
    return none ? none->reason : QString();
}

} // namespace

class ContentPreviewTest final : public QObject
{
    Q_OBJECT
private slots:
    void json_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("indented");
        const auto row = [](const char *name, const char *json, const char *indented) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(indented);
        };
        row("order and digits stay", "{\"b\":1.10,\"a\":12345678901234567890}",
            "{\n  \"b\": 1.10,\n  \"a\": 12345678901234567890\n}");
        row("nested", "[{\"a\":[]},{},[1,\"x\"]]",
            "[\n  {\n    \"a\": []\n  },\n  {},\n  [\n    1,\n    \"x\"\n  ]\n]");
        row("what stands in strings is left alone", "{\"a\":\"{\\\",:[ ]\\\\\"}",
            "{\n  \"a\": \"{\\\",:[ ]\\\\\"\n}");
        row("its own spaces go", "{ \"a\" :\n\t1 }", "{\n  \"a\": 1\n}");
        row("not JSON", "{\"a\":", "{\"a\":");
        row("empty", "", "");
    }
    void json()
    {
        QFETCH(QByteArray, json);
        QTEST(indentedJson(json, 1'000), "indented");
    }
    void deepJsonStaysSmall()
    {
        const QByteArray deep = QByteArray(500, '[') + QByteArray(500, ']');
        QVERIFY(indentedJson(deep, 10'000).size() <= 10'000);
    }

    void text_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const char *type, const QByteArray &content,
                            const char *shown) {
            QTest::newRow(name) << QByteArray(type) << content << QString::fromUtf8(shown);
        };
        row("plain", "text/plain; charset=utf-8", "a\r\nb\tc\n", "a\nb\tc\n");
        row("HTML is text", "text/html", "<script>x</script>", "<script>x</script>");
        row("SVG is text", "image/svg+xml", "<svg/>", "<svg/>");
        row("events", "text/event-stream", "data: 1\n\n", "data: 1\n\n");
        row("JSON", "Application/JSON", "[1]", "[\n  1\n]");
        row("control characters", "text/plain", QByteArray("a\0\x1b[31m", 7), "a\\x00\\x1B[31m");
        row("right-to-left override", "text/plain", "\xe2\x80\xae", "\\u202E");
    }
    void text()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, content);
        const ContentPreview preview = previewOf(content, type, "");
        QTEST(textOf(preview), "shown");
        QVERIFY(std::get<TextPreview>(preview).isWhole);
        QCOMPARE(previewOf(gzipped(content), type, "gzip").index(), preview.index());
        QTEST(textOf(previewOf(gzipped(content), type, "GZip")), "shown");
    }

    void formsAreNamesAndValues()
    {
        const ContentPreview preview =
            previewOf("dish=Caf%C3%A9+cr%C3%A8me&note=a%0Ab&empty=&bare&&evil=%1B%00",
                      "application/x-www-form-urlencoded", "");
        QVERIFY(std::holds_alternative<FormPreview>(preview));
        const auto &entries = std::get<FormPreview>(preview).entries;
        QCOMPARE(entries.size(), size_t(5));
        QCOMPARE(entries[0].first, QStringLiteral("dish"));
        QCOMPARE(entries[0].second, QStringLiteral("Café crème"));
        QCOMPARE(entries[1].second, QStringLiteral("a\nb"));
        QCOMPARE(entries[2].second, QString());
        QCOMPARE(entries[3].first, QStringLiteral("bare"));
        QCOMPARE(entries[4].second, QStringLiteral("\\x1B\\x00"));
    }
    void manyEntriesAreCut()
    {
        const ContentPreview preview =
            previewOf(QByteArray("a&").repeated(30'000), "application/x-www-form-urlencoded", "");
        QCOMPARE(std::get<FormPreview>(preview).entries.size(), size_t(500));
    }

    void partsOfAForm_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("shown"); // name, value, name, value …; empty: it is text
        const QByteArray type("multipart/form-data; boundary=xyz");
        const auto row = [](const char *name, const QByteArray &sent, const QByteArray &content,
                            const QStringList &shown) { QTest::newRow(name) << sent << content << shown; };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const QByteArray note("--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n");
        const QByteArray file(
            "--xyz\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"beach.jpg\"\r\n"
            "Content-Type: image/jpeg\r\n\r\n");
        const QByteArray end("\r\n--xyz--\r\n");
        row("a value", type, note + "With caf\xc3\xa9" + end, {s("note"), s("With café")});
        row("a value of lines", type, note + "a\r\nb" + end, {s("note"), s("a\nb")});
        row("a file says what it is", type, file + QByteArray("\xff\xd8\xff\0", 4) + end,
            {s("photo"), s("beach.jpg · image/jpeg · 4 B")});
        row("a value and a file", type, note + "a\r\n" + file + "1234" + end,
            {s("note"), s("a"), s("photo"), s("beach.jpg · image/jpeg · 4 B")});
        row("a file of text shows it", type,
            "--xyz\r\ncontent-disposition:form-data;filename=a.txt;name=f\r\nCONTENT-TYPE: Text/Plain; "
            "charset=utf-8\r\n\r\nHello" +
                end,
            {s("f"), s("a.txt · Text/Plain; charset=utf-8 · 5 B\nHello")});
        row("no file was chosen", type,
            "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n" + end,
            {s("f"), s("no file chosen · of no named kind · 0 B")});
        row("an empty value", type, note + end, {s("note"), QString()});
        row("quotation marks in names", type,
            "--xyz\r\nContent-Disposition: form-data; name=\"a%22b\\\"c\\d;e\"\r\n\r\n1" + end,
            {s("a\"b\"c\\d;e"), s("1")});
        row("what acts instead of being seen", type,
            "--xyz\r\nContent-Disposition: form-data; name=\"a%0D%0A\x1b\"\r\n\r\n\xe2\x80\xae" + end,
            {s("a\\x0D\\x0A\\x1B"), s("\\u202E")});
        row("a part without a name", type, "--xyz\r\n\r\n1" + end, {QString(), s("1")});
        row("a part without an empty line", type, "--xyz\r\nContent-Disposition: form-data; name=\"a\"" + end,
            {s("a"), QString()});
        row("a preamble and an epilogue", type, "hi\r\n" + note + "1" + end + "bye", {s("note"), s("1")});
        row("white space behind the boundary", type, "--xyz \t\r\n\r\n1\r\n--xyz--", {QString(), s("1")});
        row("what only begins like the boundary is content", type, note + "1\r\n--xyzzy\r\n2" + end,
            {s("note"), s("1\n--xyzzy\n2")});
        row("a boundary in the middle of a line is content", type, note + "1--xyz" + end,
            {s("note"), s("1--xyz")});
        row("the end did not come", type, file + "1234",
            {s("photo"), s("beach.jpg · image/jpeg · more than 4 B\n… and more")});
        row("a quoted boundary", "multipart/form-data; charset=\"a;b\"; x; Boundary=\"x y:z\"",
            "--x y:z\r\n\r\n1\r\n--x y:z--", {QString(), s("1")});
        row("a long value is cut", type, note + QByteArray(5'000, 'a') + end,
            {s("note"), QString(4'096, u'a') + s("\n… and more")});
        row("no boundary", "multipart/form-data", note + "1" + end, {});
        row("an empty boundary", "multipart/form-data; boundary=", note + "1" + end, {});
        row("a boundary that is too long", "multipart/form-data; boundary=" + QByteArray(71, 'x'),
            "--" + QByteArray(71, 'x') + "\r\n\r\n1", {});
        row("a boundary with what none may have", "multipart/form-data; boundary=\"a\x01\"",
            "--a\x01\r\n\r\n1", {});
        row("a boundary that does not come", "multipart/form-data; boundary=other", note + "1" + end, {});
    }
    void partsOfAForm()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, shown);
        const ContentPreview preview = previewOf(content, type, "");
        if (shown.isEmpty()) {
            QVERIFY(std::holds_alternative<TextPreview>(preview));
            return;
        }
        QVERIFY(std::holds_alternative<FormPreview>(preview));
        QStringList all;
        for (const auto &[name, value] : std::get<FormPreview>(preview).entries)
            all << name << value;
        QCOMPARE(all, shown);
    }
    void aFormWithoutPartsIsEmpty()
    {
        const ContentPreview preview = previewOf("--x--\r\n", "multipart/form-data; boundary=x", "");
        QVERIFY(std::holds_alternative<FormPreview>(preview));
        QVERIFY(std::get<FormPreview>(preview).entries.empty());
    }
    void hostilePartsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("boundary");
        QTest::addColumn<QByteArray>("piece"); // which comes until 256 KiB are full
        QTest::addRow("thousands of parts") << QByteArray("x") << QByteArray("--x\r\n\r\n\r\n");
        QTest::addRow("nearly the boundary")
            << QByteArray(70, '-') << QByteArray("\r\n" + QByteArray(71, '-'));
        QTest::addRow("a boundary of hyphens in hyphens") << QByteArray(70, '-') << QByteArray("-");
        QTest::addRow("endless white space behind it") << QByteArray("x") << QByteArray(" ");
        QTest::addRow("a head that does not end") << QByteArray("x") << QByteArray("a:b\r\n");
        QTest::addRow("parameters without values") << QByteArray("x") << QByteArray(";");
        QTest::addRow("parameters without names") << QByteArray("x") << QByteArray("=\";");
    }
    void hostilePartsAreBounded()
    {
        constexpr qint64 MostTime = 200'000'000; // nanoseconds: ten times what an unoptimised build takes
        QFETCH(QByteArray, boundary);
        QFETCH(QByteArray, piece);
        const QByteArray content = "--" + boundary +
                                   (piece == " " ? "" : "\r\nContent-Disposition: form-data;") +
                                   piece.repeated(MaxDecodedContent / piece.size());
        const qint64 before = test::threadCpuNanoseconds();
        const auto parts = formParts(content, "multipart/form-data; boundary=" + boundary, 500);
        QVERIFY(test::threadCpuNanoseconds() - before < MostTime);
        QVERIFY(!parts || parts->size() <= 500);
    }

    void bombIsBounded()
    {
        const QByteArray bomb = gzipped(QByteArray(50'000'000, 'a'));
        QVERIFY(bomb.size() < 64 * 1024);
        const auto decoded = decodedContent(bomb, "gzip");
        QVERIFY(decoded);
        QCOMPARE(decoded->bytes.size(), MaxDecodedContent);
        QVERIFY(!decoded->isWhole);
        QVERIFY(!std::get<TextPreview>(previewOf(bomb, "text/plain", "gzip")).isWhole);
    }
    void cutContentShowsItsStart()
    {
        QByteArray compressed = gzipped("hello, hello, hello, this is a text");
        compressed.chop(10);
        const ContentPreview preview = previewOf(compressed, "text/plain", "gzip");
        QVERIFY(textOf(preview).startsWith(QStringLiteral("hello")));
        QVERIFY(!std::get<TextPreview>(preview).isWhole);
    }
    void brokenCodingSaysSo()
    {
        QVERIFY(reasonOf(previewOf("not gzip", "text/plain", "gzip")).contains(QStringLiteral("gzip")));
        QVERIFY(reasonOf(previewOf("x", "text/plain", "zstd")).contains(QStringLiteral("zstd")));
    }

    void pictures_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isShown");
        const QByteArray png("\x89PNG\r\n\x1a\n...");
        QTest::newRow("PNG") << QByteArray("image/png") << png << true;
        QTest::newRow("JPEG") << QByteArray("image/jpeg") << QByteArray("\xff\xd8\xff...") << true;
        QTest::newRow("GIF") << QByteArray("image/gif") << QByteArray("GIF89a") << true;
        QTest::newRow("WebP") << QByteArray("image/webp") << QByteArray("RIFF....WEBPVP8 ") << true;
        QTest::newRow("the type decides") << QByteArray("image/jpeg") << png << false;
        QTest::newRow("a sound") << QByteArray("image/webp") << QByteArray("RIFF....WAVEfmt ") << false;
        QTest::newRow("empty") << QByteArray("image/webp") << QByteArray() << false;
    }
    /// They are not read here.
    void pictures()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, content);
        QFETCH(bool, isShown);
        const ContentPreview preview = previewOf(content, type, "");
        if (isShown)
            QCOMPARE(std::get<PicturePreview>(preview).content, content);
        else
            QCOMPARE(reasonOf(preview), QStringLiteral("This picture cannot be shown here."));
    }

    void othersSayWhy()
    {
        QCOMPARE(reasonOf(previewOf("x", "video/mp4", "")),
                 QStringLiteral("Content of the kind video/mp4 is not shown here."));
        QCOMPARE(reasonOf(previewOf("x", "", "")),
                 QStringLiteral("Nothing says what kind of content it is."));
    }
};

QTEST_GUILESS_MAIN(ContentPreviewTest)
#include "tst_contentpreview.moc"
