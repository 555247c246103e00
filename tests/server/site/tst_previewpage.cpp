// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/preview/markdownhtml.h"
#include "server/site/preview/previewpage.h"
#include "server/site/preview/textstream.h"
#include "server/site/sharedfolder.h"

#include "tests/support/stallwatch.h"
#include "tests/support/temporaryfolder.h"

#include <atomic>
#include <thread>

using namespace porchlight;

namespace {

QByteArray htmlOfMarkdown(const QByteArray &markdown)
{
    return markdownHtml(markdown, Phrases::of(Language::English)).value_or(QByteArray());
}

} // namespace

class PreviewPageTest final : public QObject
{
    Q_OBJECT

    TemporaryFolder m_folder;

    StoredFile stored(const QByteArray &name, const QByteArray &content)
    {
        m_folder.file(name, content);
        return std::get<resolved::File>(SharedFolder(m_folder.path()).resolve({{name}, false, {}})).file;
    }
    static QByteArray htmlOf(Body body)
    {
        QByteArray html;
        for (const Body::Part &part : body.parts)
            html += std::get<QByteArray>(part);
        while (body.stream) {
            const QByteArray piece = body.stream->next();
            if (piece.isEmpty())
                break;
            html += piece;
        }
        return html;
    }
    QByteArray pageOf(const QByteArray &name, const QByteArray &content)
    {
        return htmlOf(
            previewBody(stored(name, content), "Lake", PreviewPlace::Page, Phrases::of(Language::English)));
    }

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char *what, const char *name, const QByteArray &content, const char *html) {
            QTest::newRow(what) << QByteArray(name) << content << QByteArray(html);
        };
        row("a picture", "a b.jpg", "x", "<img class=\"preview\" src=\"./a%20b.jpg\" alt=\"a b.jpg\">");
        row("a drawing is a picture too", "a.svg", "<svg/>", "<img class=\"preview\" src=\"./a.svg\"");
        row("sound", "a.mp3", "x", "<audio class=\"preview\" src=\"./a.mp3\" controls");
        row("a film", "a.mp4", "x", "<video class=\"preview\" src=\"./a.mp4\" controls");
        row("PDF", "a.pdf", "x", "<iframe class=\"preview\" src=\"./a.pdf\" title=\"a.pdf\"></iframe>");
        row("text", "a.txt", "<b>&", "<pre class=\"preview\" tabindex=\"0\">\n&lt;b&gt;&amp;</pre>");
        row("code", "a.js", "alert('1')", ">\nalert('1')</pre>");
        row("a page is shown as its source", "a.html", "<script>", "&lt;script&gt;</pre>");
        row("TypeScript is no film", "a.ts", "let a;", ">\nlet a;</pre>");
        row("a film in the format of television", "b.ts", "G@\1\2", "<video");
        row("a text of no type", "Makefile-of-mine", "all:\n\tmake", ">\nall:\n\tmake</pre>");
        row("no text", "thing.bin", QByteArray("\0\1", 2), "There is no preview of this kind of file");
        row("an archive", "a.zip", "PK", "There is no preview of this kind of file");
        row("Markdown", "a.md", "# Hello\n\n*you*", "<h1>Hello</h1>\n<p><em>you</em></p>");
        row("empty", "empty.txt", "", ">\n</pre>");
        row("UTF-8", "u.txt", "\xc3\xbc", ">\n\xc3\xbc</pre>");
        row("UTF-8 with a mark", "u2.txt", "\xef\xbb\xbf\xc3\xbc", ">\n\xc3\xbc</pre>");
        row("UTF-16", "u3.txt", QByteArray("\xff\xfe\xfc\0", 4), ">\n\xc3\xbc</pre>");
        row("Latin-1", "l.txt", "caf\xe9", ">\ncaf\xc3\xa9</pre>");
        row("control characters do nothing", "c.txt", "a\x1b[2J\x08",
            ">\na\xef\xbf\xbd[2J\xef\xbf\xbd</pre>");
    }
    void kinds()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, html);
        const QByteArray page = pageOf(name, content);
        QVERIFY2(page.contains(html), page);
        QVERIFY(page.contains("?download\""));
        QVERIFY(page.contains("<a href=\"/\">"));
        QVERIFY(page.endsWith("</html>\n"));
    }

    /// It showed each of them twice.
    void windowHasTheButtonsItself()
    {
        const QByteArray page = htmlOf(previewBody(stored("a.txt", "text"), "Lake", PreviewPlace::Window,
                                                   Phrases::of(Language::English)));
        QVERIFY(page.contains("<pre class=\"preview\" tabindex=\"0\">\ntext</pre>"));
        QVERIFY(page.contains("<time datetime="));
        QVERIFY(page.contains("<h1 class=\"visually-hidden\"><bdi>a.txt</bdi></h1>"));
        QVERIFY2(!page.contains("href=\"/\"") && !page.contains("class=\"plain\"") && !page.contains("<nav"),
                 page);
    }

    void longTextIsCut()
    {
        const QByteArray page = pageOf("long.txt", QByteArray(TextStream::MaxShown + 1, 'x'));
        QVERIFY(page.contains("xxx</pre>\n<p class=\"more\">This is only the beginning"));
        QCOMPARE(page.count("x"), TextStream::MaxShown + pageOf("long.txt", "").count("x"));
        QVERIFY(!pageOf("long.txt", QByteArray(TextStream::MaxShown, 'x')).contains("only the beginning"));
    }

    void charactersBetweenPieces()
    {
        QByteArray text("a");
        while (text.size() < 300'000)
            text += "\xe6\xb9\x96";
        const QByteArray page = pageOf("wave.txt", text);
        QVERIFY(page.contains(text));
        QVERIFY(!page.contains("\xef\xbf\xbd"));
    }

    void speaksTheLanguageOfItsReader()
    {
        const QByteArray page = htmlOf(
            previewBody(stored("a.zip", "PK"), "Lake", PreviewPlace::Page, Phrases::of(Language::German)));
        QVERIFY(page.contains("<html lang=\"de\">"));
        QVERIFY(page.contains("keine Vorschau"));
        QVERIFY(page.contains(">Herunterladen</a>"));
    }

    void namesAreText()
    {
        const QByteArray page = pageOf("\"><script>alert(1)<.jpg", "x");
        QVERIFY(!page.contains("<script"));
        QVERIFY(page.contains("alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;.jpg\""));
        QVERIFY(page.contains("src=\"./%22%3E%3Cscript%3Ealert(1)%3C.jpg\""));
    }

    void shrunkTextIsNotWhole()
    {
        StoredFile file = stored("short.txt", QByteArray(200'000, 'x'));
        Body body = previewBody(file, "Lake", PreviewPlace::Page, Phrases::of(Language::English));
        QVERIFY(!body.stream->next().isEmpty());
        QCOMPARE(::truncate(m_folder.path("short.txt").constData(), 10), 0);
        QVERIFY(body.stream->next().isEmpty());
        QCOMPARE(body.stream->end(), StreamEnd::FileShrank);
    }

    void markdownDoesNothing_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QByteArray>("absent");
        const auto row = [](const char *what, const char *markdown, const char *absent) {
            QTest::newRow(what) << QByteArray(markdown) << QByteArray(absent);
        };
        row("a script", "<script>alert(1)</script>", "<script");
        row("a script in a line", "a <script>alert(1)</script>", "<script");
        row("an element with a handler", "<img src=x onerror=alert(1)>", "<img");
        row("a link to a script", "[a](javascript:alert(1))", "javascript:");
        row("in other letters", "[a](JaVaScRiPt:alert(1))", "JaVaScRiPt:");
        row("encoded", "[a](&#106;avascript:alert(1))", "href=\"javascript:");
        row("in brackets", "<javascript:alert(1)>", "href=\"javascript:");
        row("by reference", "[a]\n\n[a]: javascript:alert(1)", "href=\"javascript:");
        row("a link to data", "[a](data:text/html,<script>alert(1)</script>)", "data:");
        row("a link to a file", "[a](file:///etc/passwd)", "file:");
        row("an attribute in a title", "[a](b \"\\\" onclick=alert(1)\")", "\" onclick");
        row("a quote in an address", "[a](<b\" onclick=alert(1)>)", "\" onclick");
        row("in a table", "|a|\n|-|\n|<script>|", "<script");
        row("in a fence's language", "```\"><script>\nx\n```", "<script");
    }
    void markdownDoesNothing()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QByteArray, absent);
        const QByteArray html = htmlOfMarkdown(markdown);
        QVERIFY2(!html.contains(absent), html);
    }

    void markdownThatWouldTakeLongIsShownAsText()
    {
        const QByteArray lines = QByteArray("a\n").repeated(2000);
        QVERIFY(pageOf("deep.md", QByteArray(1000, '>') + lines).contains("<pre class=\"preview\""));
        QVERIFY(pageOf("rule.md", QByteArray(80, '-') + '\n' + lines).contains("<article class=\"preview\""));
    }

    void linksLeaveTheFrame()
    {
        QVERIFY(htmlOfMarkdown("[a](b.md)").contains("<a target=\"_top\" rel=\"noreferrer\" href=\"b.md\">"));
        QVERIFY(htmlOfMarkdown("`<a href=`").contains("&lt;a href="));
    }

    void markdownOfGitHub()
    {
        QVERIFY(htmlOfMarkdown("|a|b|\n|-|-|\n|1|2|").contains("<td>1</td>"));
        QVERIFY(htmlOfMarkdown("~~a~~").contains("<del>a</del>"));
        QVERIFY(htmlOfMarkdown("- [x] a").contains("aria-label=\"Done\" checked"));
        QVERIFY(htmlOfMarkdown("- [ ] a").contains("aria-label=\"Not done\" disabled"));
        QVERIFY(htmlOfMarkdown("see https://example.com/a").contains(" href=\"https://example.com/a\">"));
    }

    /// The library's parsers share what they look at: links and struck-out words were missing at random.
    void twoReadersGetTheSame()
    {
        const QByteArray markdown = QByteArray("~~gone~~ and www.example.org here\n").repeated(300);
        const QByteArray expected = htmlOfMarkdown(markdown);
        QCOMPARE(expected.count("<del>") + expected.count("<a "), 600);
        std::atomic<int> wrong = 0;
        const auto render = [&] {
            for (int i = 0; i < 40; ++i)
                wrong += htmlOfMarkdown(markdown) != expected;
        };
        std::thread other(render);
        render();
        other.join();
        QCOMPARE(wrong.load(), 0);
    }

    /// Each costs other readers of Markdown seconds, or gigabytes.
    void hostileMarkdownIsQuick_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        const auto row = [](const char *what, const QByteArray &part) {
            QTest::newRow(what) << part.repeated(MaxMarkdown / part.size());
        };
        row("emphasis", "*a_ ");
        row("open emphasis", "*a **a ");
        row("brackets", "[");
        row("brackets with a letter", "[a");
        row("links in links", "[a](b");
        row("open comments", "<!--");
        row("backticks", "e`");
        row("quotes", ">");
        row("pictures", "![a](b");
        row("dots", "a_b*");
        row("nested lists", "- \n ");
        row("autolinks", "www.");
        row("autolinks with brackets", "http://a)");
        row("autolinks without an end", "http://a<");
        row("mail", "a@");
        row("underscores", "_");
        row("tildes", "~~a ~");
        row("references", "[a]: b\n");
        row("entities", "&");
        row("wide tables", "|a");
        QTest::newRow("a wide table of short rows") << QByteArray("|a").repeated(10'000) + '\n' +
                                                           QByteArray("|-").repeated(10'000) + '\n' +
                                                           QByteArray("|\n").repeated(40'000);
        QTest::newRow("an autolink with brackets alone") << "www.a" + QByteArray(MaxMarkdown - 5, ')');
        QTest::newRow("a list in a list in a list") << QByteArray("* ").repeated(MaxMarkdown / 2 - 1) + "a";
        QTest::newRow("quotes and lists in turn") << QByteArray("> - ").repeated(MaxMarkdown / 4 - 1) + "a";
        QByteArray lists;
        for (int i = 0; lists.size() < MaxMarkdown; ++i)
            lists += QByteArray(i, ' ') + "* a\n";
        QTest::newRow("lists further and further in") << lists.left(MaxMarkdown);
        QByteArray backticks;
        for (int i = 1; backticks.size() < MaxMarkdown; ++i)
            backticks += 'e' + QByteArray(i, '`');
        QTest::newRow("backticks of every length") << backticks.left(MaxMarkdown);
        // cmark goes through all open blocks at every line: these took it 45 and 23 seconds.
        QTest::newRow("a deep list and blank lines")
            << QByteArray("- ").repeated(MaxMarkdown / 4) + "x" + QByteArray(MaxMarkdown / 2, '\n');
        QTest::newRow("a deep quote and lines that go on with it")
            << QByteArray(MaxMarkdown / 2, '>') + QByteArray("a\n").repeated(MaxMarkdown / 4);
        QTest::newRow("a list not too deep for its blank lines")
            << QByteArray("- ").repeated(7) + "x" + QByteArray(MaxMarkdown - 16, '\n');
        QTest::newRow("a quote not too deep for its lines")
            << QByteArray(30, '>') + QByteArray("a\n").repeated(MaxMarkdown / 2 - 16);
    }
    void hostileMarkdownIsQuick()
    {
        QFETCH(QByteArray, markdown);
        const qint64 begin = test::threadCpuNanoseconds(); // others may be busy on this machine
        const QByteArray html = htmlOfMarkdown(markdown);
        QVERIFY(test::threadCpuNanoseconds() - begin < 500'000'000);
        QVERIFY(html.size() < 30 * MaxMarkdown);
    }
};

QTEST_GUILESS_MAIN(PreviewPageTest)
#include "tst_previewpage.moc"
