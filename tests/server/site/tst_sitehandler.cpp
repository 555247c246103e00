// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/sitehandler.h"

#include "server/site/ownasset.h"
#include "tests/support/temporaryfolder.h"

using namespace porchlight;

namespace {

/// A decision as a short word, for rows that are read by people.
struct Word
{
    QByteArray operator()(const decision::FoundFile &d) const { return "file " + d.path; }
    QByteArray operator()(const decision::FoundFolder &d) const { return "folder " + d.path; }
    QByteArray operator()(const decision::UsedIndexPage &d) const { return "index " + d.name; }
    QByteArray operator()(const decision::ListedFolder &) const { return "listed"; }
    QByteArray operator()(const decision::RedirectedToFolder &d) const { return "to " + d.location; }
    QByteArray operator()(const decision::PathMalformed &) const { return "malformed"; }
    QByteArray operator()(const decision::NothingThere &) const { return "nothing"; }
    QByteArray operator()(const decision::NameHidden &) const { return "hidden"; }
    QByteArray operator()(const decision::LeavesFolder &) const { return "leaves"; }
    QByteArray operator()(const decision::NotAFile &) const { return "special"; }
    QByteArray operator()(const decision::NotReadable &) const { return "unreadable"; }
    QByteArray operator()(const decision::SharedFolderGone &) const { return "gone"; }
    QByteArray operator()(const decision::MethodNotOffered &) const { return "method"; }
    QByteArray operator()(const decision::OptionsAnswered &) const { return "options"; }
    QByteArray operator()(const decision::PreconditionFailed &) const { return "precondition"; }
    QByteArray operator()(const decision::RangeUnsatisfiable &) const { return "unsatisfiable"; }
    QByteArray operator()(const decision::Sandboxed &) const { return "sandboxed"; }
    QByteArray operator()(const decision::OwnAsset &) const { return "own"; }
    QByteArray operator()(const decision::SentFromMemory &) const { return "memory"; }
    QByteArray operator()(const decision::SentAsStream &) const { return "stream"; }
    QByteArray operator()(const auto &) const { return "other"; }
};

QByteArray wordsOf(const Decisions &decisions)
{
    QByteArrayList words;
    for (const Decision &decision : decisions)
        words.append(std::visit(Word(), decision));
    return words.join(", ");
}

QByteArrayList fieldNames(const ResponsePlan &plan)
{
    QByteArrayList names;
    for (const QByteArray &line : plan.fields.lines().split('\n'))
        names.append(line.first(qMax<qsizetype>(line.indexOf(':'), 0)));
    names.removeLast(); // behind the last line
    return names;
}

QByteArray fieldOf(const ResponsePlan &plan, const char *name)
{
    return plan.fields.value(name);
}

QByteArray textOf(const ResponsePlan &plan)
{
    QByteArray text;
    for (const Body::Part &part : plan.body.parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part))
            text += *bytes;
    }
    return text;
}

/// What a visitor would get, from memory or from the file.
QByteArray contentOf(const ResponsePlan &plan)
{
    QByteArray content;
    for (const Body::Part &part : plan.body.parts) {
        if (const auto *slice = std::get_if<FileSlice>(&part)) {
            QByteArray bytes(slice->length, '\0');
            if (::pread(slice->file->descriptor(), bytes.data(), size_t(bytes.size()), slice->offset) !=
                bytes.size())
                qFatal("the file is shorter than announced");
            content += bytes;
        } else {
            content += std::get<QByteArray>(part);
        }
    }
    return content;
}

ResponsePlan answerTo(const QByteArray &method, const QByteArray &target, SiteHandler &handler,
                      const QByteArray &fields = {})
{
    const ParsedHead parsed =
        parseRequestHead(method + ' ' + target + " HTTP/1.1\r\nHost: porch\r\n" + fields + "\r\n");
    const auto *head = std::get_if<RequestHead>(&parsed);
    if (!head)
        qFatal("the test's own request is malformed");
    return handler.answer({*head, QHostAddress::LocalHost});
}

SiteHandler handlerOf(const QByteArray &root)
{
    return {SharedFolder(root), MemoryBudget(FolderListings::MaxMemory), ZipQuota(), ContentCoder(),
            std::make_shared<ServerActivity>(std::make_shared<ExchangeFeed>())};
}

ResponsePlan answerTo(const QByteArray &method, const QByteArray &target, const QByteArray &root,
                      const QByteArray &fields = {})
{
    SiteHandler handler = handlerOf(root);
    return answerTo(method, target, handler, fields);
}

} // namespace

class SiteHandlerTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void whatIsNotShownLooksMissing();
    void pagesOfOursCarryTheirFields();
    void filesOfAWebsiteCarryNoPolicy();
    void whatCanActIsSandboxed_data();
    void whatCanActIsSandboxed();
    void copiesFromBeforeTheWebsiteAreNotKept();
    void hotPageLeavesItsSandboxWithTheWebsite();
    void unsatisfiedRangeHasAPage();
    void failedPreconditionHasAPage();
    void vanishedFolder();
    void unreadable();
    void longListingsAreStreamed();
    void headPlansAsGetDoes();
    void theHundredthAnswerIsTheFirst_data();
    void theHundredthAnswerIsTheFirst();
    void anEditShowsAtOnce();
    void anEditOfAHotFileShowsWithinSeconds();
    void nothingStaysOpenOnceNobodyAsks();

private:
    TemporaryFolder m_top;
    QByteArray m_root;
};

void SiteHandlerTest::initTestCase()
{
    m_root = m_top.path("share");
    m_top.file("secret.txt");
    m_top.folder("share");
    for (const char *folder : {"Lake", "site", "old", "both", "broken", "a b", "evil", "many"})
        m_top.folder(QByteArray("share/") + folder);
    m_top.file("share/Lake/beach.jpg");
    m_top.file("share/site/index.html", "<h1>mine</h1>");
    m_top.file("share/old/index.htm", "<h1>old</h1>");
    m_top.file("share/both/index.html", "first");
    m_top.file("share/both/index.htm", "second");
    m_top.folder("share/broken/index.html");
    m_top.file("share/drawing.svg");
    m_top.file("share/.env");
    m_top.file("share/a b/caf\xe9");
    m_top.link("share/leaves", "../secret.txt");
    m_top.link("share/evil/index.html", "../../secret.txt");
    ::mkfifo(m_top.path("share/fifo").constData(), 0644);
    for (int i = 0; i < 200; ++i)
        m_top.file("share/many/" + QByteArray::number(i));
}

void SiteHandlerTest::answers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("decisions");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char *name, const char *method, const QByteArray &target, int status,
                        const char *decisions, const char *location = "") {
        QTest::addRow("%s", name) << QByteArray(method) << target << status << QByteArray(decisions)
                                  << QByteArray(location);
    };
    row("the shared folder is listed", "GET", "/", 200, "folder , listed, memory");
    row("HEAD of a folder", "HEAD", "/", 200, "folder , listed");
    row("a folder is listed", "GET", "/Lake/", 200, "folder Lake, listed, memory");
    row("a query does not matter", "GET", "/Lake/?sort=name", 200, "folder Lake, listed, memory");
    row("repeated slashes count as one", "GET", "//Lake//", 200, "folder Lake, listed, memory");
    row("absolute-form", "GET", "http://porch/Lake/", 200, "folder Lake, listed, memory");
    row("a file", "GET", "/Lake/beach.jpg", 200, "file Lake/beach.jpg, memory");
    row("a file in the folder's bytes", "GET", "/a%20b/caf%E9", 200, "file a b/caf\xe9, memory");
    row("a folder without slash", "GET", "/Lake", 301, "folder Lake, to /Lake/", "/Lake/");
    row("a folder without slash keeps the query", "GET", "/Lake?a=1&b", 301, "folder Lake, to /Lake/?a=1&b",
        "/Lake/?a=1&b");
    row("a redirect never names a host", "GET", "//Lake", 301, "folder Lake, to /Lake/", "/Lake/");
    row("a redirect is encoded", "GET", "/a%20b", 301, "folder a b, to /a%20b/", "/a%20b/");
    row("index.html", "GET", "/site/", 200,
        "folder site, index index.html, file site/index.html, sandboxed, memory");
    row("index.htm", "GET", "/old/", 200,
        "folder old, index index.htm, file old/index.htm, sandboxed, memory");
    row("index.html before index.htm", "GET", "/both/", 200,
        "folder both, index index.html, file both/index.html, sandboxed, memory");
    row("a folder named index.html is no index", "GET", "/broken/", 200, "folder broken, listed, memory");
    row("an index outside is no index", "GET", "/evil/", 200, "folder evil, listed, memory");
    row("a file with a slash at its end", "GET", "/Lake/beach.jpg/", 404, "nothing");
    row("a missing file", "GET", "/missing", 404, "nothing");
    row("favicon.ico", "GET", "/favicon.ico", 404, "nothing");
    row("our own stylesheet", "GET", styleAsset().path, 200, "own, memory");
    row("our own stylesheet's head", "HEAD", styleAsset().path, 200, "own");
    row("our own stylesheet cannot be changed", "POST", styleAsset().path, 405, "method");
    row("our own, but nothing", "GET", "/.porchlight/nothing", 404, "hidden");
    row("a hidden file", "GET", "/.env", 404, "hidden");
    row("a hidden file, encoded", "GET", "/%2eenv", 404, "hidden");
    row("a link that leaves", "GET", "/leaves", 404, "leaves");
    row("a FIFO", "GET", "/fifo", 404, "special");
    row("dot segments", "GET", "/../secret.txt", 400, "malformed");
    row("encoded dot segments", "GET", "/%2e%2e/secret.txt", 400, "malformed");
    row("an encoded slash", "GET", "/..%2fsecret.txt", 404, "malformed");
    row("a NUL byte", "GET", "/a%00b", 400, "malformed");
    row("a malformed escape", "GET", "/%zz", 400, "malformed");
    row("POST", "POST", "/", 405, "method");
    row("DELETE of a file", "DELETE", "/Lake/beach.jpg", 405, "method");
    row("TRACE", "TRACE", "/", 405, "method");
    row("OPTIONS of the server", "OPTIONS", "*", 204, "options");
    row("OPTIONS of a path", "OPTIONS", "/Lake/", 204, "options");
}

void SiteHandlerTest::answers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, decisions);
    QFETCH(QByteArray, location);
    const ResponsePlan plan = answerTo(method, target, m_root);
    QCOMPARE(plan.status, status);
    QCOMPARE(wordsOf(plan.decisions), decisions);
    QCOMPARE(fieldOf(plan, "Location"), location);
    QCOMPARE(fieldOf(plan, "Allow"),
             status == 204 || status == 405 ? QByteArray("GET, HEAD, OPTIONS") : QByteArray());
    if (status >= 400)
        QVERIFY(textOf(plan).contains("<title>" + QByteArray::number(status)));
    const QByteArrayList names = fieldNames(plan);
    QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
}

void SiteHandlerTest::whatIsNotShownLooksMissing()
{
    const ResponsePlan missing = answerTo("GET", "/missing", m_root);
    for (const char *target : {"/.env", "/.missing", "/leaves", "/fifo", "/Lake/beach.jpg/"}) {
        const ResponsePlan plan = answerTo("GET", target, m_root);
        QCOMPARE(plan.status, missing.status);
        QCOMPARE(textOf(plan), textOf(missing));
        QCOMPARE(plan.fields.lines(), missing.fields.lines());
    }
}

void SiteHandlerTest::pagesOfOursCarryTheirFields()
{
    for (const char *target : {"/", "/missing", "/%zz"}) {
        const ResponsePlan plan = answerTo("GET", target, m_root);
        QCOMPARE(fieldOf(plan, "Content-Type"), "text/html; charset=utf-8");
        QCOMPARE(fieldOf(plan, "Cache-Control"), "no-cache");
        QCOMPARE(fieldOf(plan, "X-Content-Type-Options"), "nosniff");
        QCOMPARE(fieldOf(plan, "Referrer-Policy"), "same-origin");
        const QByteArray policy = fieldOf(plan, "Content-Security-Policy");
        QVERIFY(policy.startsWith(
            plan.status == 200 ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                               : "default-src 'none'; style-src 'sha256-"));
        QVERIFY(policy.contains(plan.status == 200 ? "; form-action 'self';" : "; form-action 'none';"));
        QVERIFY(policy.endsWith("; base-uri 'none'; frame-ancestors 'self'"));
        QVERIFY(!policy.contains("unsafe") && policy.contains("script") == (plan.status == 200) &&
                !policy.contains('*'));
        QVERIFY(!textOf(plan).contains("missing") && !textOf(plan).contains("%zz"));
    }
}

void SiteHandlerTest::filesOfAWebsiteCarryNoPolicy()
{
    for (const char *target : {"/", "/index.html"}) {
        const ResponsePlan plan = answerTo("GET", target, m_root + "/site");
        QCOMPARE(fieldOf(plan, "Content-Type"), "text/html; charset=utf-8");
        QVERIFY(fieldOf(plan, "Content-Security-Policy").isNull());
        QCOMPARE(plan.body.length(), 13);
    }
}

void SiteHandlerTest::whatCanActIsSandboxed_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("policyBegins");
    const auto row = [](const char *name, const char *target, const char *fields, int status,
                        const char *policy) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(fields) << status << QByteArray(policy);
    };
    const char *page = "sandbox allow-scripts";
    const char *drawing = "sandbox; default-src 'none'";
    row("a page", "/site/index.html", "", 200, page);
    row("an index page of a folder inside", "/site/", "", 200, page);
    row("a part of a page", "/site/index.html", "Range: bytes=1-2\r\n", 206, page);
    row("parts of a page", "/site/index.html", "Range: bytes=1-2,5-6\r\n", 206, page);
    row("a page that has not changed", "/site/index.html", "If-None-Match: *\r\n", 304, page);
    row("a range that is not there has its page's policy", "/site/index.html", "Range: bytes=99-\r\n", 416,
        "default-src 'none'");
    row("a condition that failed, too", "/site/index.html", "If-Match: \"x\"\r\n", 412, "default-src 'none'");
    row("a drawing", "/drawing.svg", "", 200, drawing);
    row("a part of a drawing", "/drawing.svg", "Range: bytes=1-2\r\n", 206, drawing);
    row("a drawing that has not changed", "/drawing.svg", "If-None-Match: *\r\n", 304, drawing);
    row("a photo", "/Lake/beach.jpg", "", 200, "");
}

void SiteHandlerTest::whatCanActIsSandboxed()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, policyBegins);
    const ResponsePlan plan = answerTo("GET", target, m_root, fields);
    QTEST(plan.status, "status");
    const QByteArray policy = fieldOf(plan, "Content-Security-Policy");
    QVERIFY2(policy.startsWith(policyBegins), policy.constData());
    QCOMPARE(fieldNames(plan).count("Content-Security-Policy"), policyBegins.isEmpty() ? 0 : 1);
    const bool told = wordsOf(plan.decisions).contains("sandboxed");
    QCOMPARE(told, plan.status < 300 && !policy.isEmpty());
    QCOMPARE(answerTo("HEAD", target, m_root).fields.lines(), answerTo("GET", target, m_root).fields.lines());
}

void SiteHandlerTest::copiesFromBeforeTheWebsiteAreNotKept()
{
    TemporaryFolder top;
    top.file("page.html", "<h1>mine</h1>");
    const ResponsePlan before = answerTo("GET", "/page.html", top.path());
    const QByteArray tag = fieldOf(before, "ETag");
    QVERIFY(!fieldOf(before, "Content-Security-Policy").isEmpty());
    QCOMPARE(answerTo("GET", "/page.html", top.path(), "If-None-Match: " + tag + "\r\n").status, 304);
    top.file("index.html");
    const ResponsePlan after = answerTo("GET", "/page.html", top.path(), "If-None-Match: " + tag + "\r\n");
    QCOMPARE(after.status, 200); // a cache that only refreshed its copy's fields would keep the sandbox
    QVERIFY(fieldOf(after, "Content-Security-Policy").isNull());
}

void SiteHandlerTest::hotPageLeavesItsSandboxWithTheWebsite()
{
    TemporaryFolder top;
    top.file("page.html");
    SiteHandler handler = handlerOf(top.path());
    for (int i = 0; i < 100; ++i)
        QVERIFY(!fieldOf(answerTo("GET", "/page.html", handler), "Content-Security-Policy").isEmpty());
    top.file("index.html");
    const auto isSandboxed = [&] {
        return !fieldOf(answerTo("GET", "/page.html", handler), "Content-Security-Policy").isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!isSandboxed(), 1'500); // within a second, and a busy machine's patience
    QCOMPARE(::unlink(top.path("index.html").constData()), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isSandboxed(), 1'500);
}

void SiteHandlerTest::unsatisfiedRangeHasAPage()
{
    const ResponsePlan plan = answerTo("GET", "/Lake/beach.jpg", m_root, "Range: bytes=100-\r\n");
    QCOMPARE(plan.status, 416);
    QCOMPARE(fieldOf(plan, "Content-Range"), "bytes */7");
    QCOMPARE(fieldOf(plan, "Content-Type"), "text/html; charset=utf-8");
    QCOMPARE(fieldNames(plan).count("Content-Type"), 1);
    QVERIFY(textOf(plan).contains("416 Range Not Satisfiable"));
    QCOMPARE(wordsOf(plan.decisions), "file Lake/beach.jpg, unsatisfiable");
}

void SiteHandlerTest::failedPreconditionHasAPage()
{
    const ResponsePlan plan = answerTo("GET", "/Lake/beach.jpg", m_root, "If-Match: \"old\"\r\n");
    QCOMPARE(plan.status, 412);
    QVERIFY(textOf(plan).contains("412 Precondition Failed"));
    QCOMPARE(wordsOf(plan.decisions), "file Lake/beach.jpg, precondition");
}

void SiteHandlerTest::vanishedFolder()
{
    for (const char *target : {"/", "/Lake/beach.jpg"}) {
        const ResponsePlan plan = answerTo("GET", target, m_top.path("pulled"));
        QCOMPARE(plan.status, 503);
        QCOMPARE(fieldOf(plan, "Retry-After"), "5");
        QCOMPARE(wordsOf(plan.decisions), "gone");
        QVERIFY(textOf(plan).contains("The shared folder is away"));
    }
}

void SiteHandlerTest::unreadable()
{
    if (::geteuid() != 0)
        QSKIP("only root can become another user");
    TemporaryFolder top;
    top.file("private.txt");
    top.folder("closed");
    top.folder("index");
    top.file("index/index.html");
    for (const char *name : {"private.txt", "index/index.html"})
        ::chmod(top.path(name).constData(), 0600);
    ::chmod(top.path("closed").constData(), 0711);

    const AsNobody nobody;
    const ResponsePlan file = answerTo("GET", "/private.txt", top.path());
    QCOMPARE(file.status, 403);
    QCOMPARE(wordsOf(file.decisions), "unreadable");
    const ResponsePlan folder = answerTo("GET", "/closed/", top.path());
    QCOMPARE(folder.status, 403);
    QCOMPARE(wordsOf(folder.decisions), "folder closed, unreadable");
    const ResponsePlan index = answerTo("GET", "/index/", top.path()); // not the listing in its place
    QCOMPARE(index.status, 403);
    QCOMPARE(wordsOf(index.decisions), "folder index, unreadable");
}

void SiteHandlerTest::longListingsAreStreamed()
{
    const ResponsePlan plan = answerTo("GET", "/many/", m_root);
    QVERIFY(plan.body.stream);
    QCOMPARE(wordsOf(plan.decisions), "folder many, listed, stream");
    QByteArray html;
    for (QByteArray piece = plan.body.stream->next(); !piece.isEmpty(); piece = plan.body.stream->next())
        html += piece;
    QVERIFY(html.indexOf("./9\"") < html.indexOf("./10\""));
    QCOMPARE(html.count("<li class=\"file\">"), 200);
}

void SiteHandlerTest::headPlansAsGetDoes()
{
    for (const char *target : {"/", "/Lake/beach.jpg", "/missing"}) {
        const ResponsePlan get = answerTo("GET", target, m_root), head = answerTo("HEAD", target, m_root);
        QCOMPARE(head.status, get.status);
        QCOMPARE(head.body.length(), get.body.length());
        QCOMPARE(head.fields.lines(), get.fields.lines());
    }
}

void SiteHandlerTest::theHundredthAnswerIsTheFirst_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("file") << QByteArray("/Lake/beach.jpg") << QByteArray();
    QTest::newRow("index page") << QByteArray("/site/") << QByteArray();
    QTest::newRow("range") << QByteArray("/Lake/beach.jpg") << QByteArray("Range: bytes=2-4\r\n");
    QTest::newRow("not modified") << QByteArray("/Lake/beach.jpg") << QByteArray("If-None-Match: *\r\n");
    QTest::newRow("not satisfiable") << QByteArray("/Lake/beach.jpg") << QByteArray("Range: bytes=99-\r\n");
    QTest::newRow("precondition failed") << QByteArray("/site/") << QByteArray("If-Match: \"x\"\r\n");
}

void SiteHandlerTest::theHundredthAnswerIsTheFirst()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    SiteHandler handler = handlerOf(m_root);
    const ResponsePlan first = answerTo("GET", target, handler, fields);
    for (int i = 2; i < 100; ++i)
        answerTo("GET", target, handler, fields);
    const ResponsePlan last = answerTo("GET", target, handler, fields);
    QCOMPARE(last.status, first.status);
    QCOMPARE(last.fields.lines(), first.fields.lines());
    QCOMPARE(wordsOf(last.decisions), wordsOf(first.decisions));
    QCOMPARE(contentOf(last), contentOf(first));
}

void SiteHandlerTest::anEditShowsAtOnce()
{
    SiteHandler handler = handlerOf(m_root);
    for (int i = 0; i < 20; ++i) {
        const QByteArray content = "version " + QByteArray::number(i);
        m_top.file("share/edited", content);
        QCOMPARE(contentOf(answerTo("GET", "/edited", handler)), content);
        QCOMPARE(contentOf(answerTo("GET", "/edited", handler)), content);
    }
}

void SiteHandlerTest::anEditOfAHotFileShowsWithinSeconds()
{
    SiteHandler handler = handlerOf(m_root);
    m_top.file("share/hot", "before");
    for (int i = 0; i < 100; ++i)
        QCOMPARE(contentOf(answerTo("GET", "/hot", handler)), "before");
    m_top.file("share/hot", "after");
    QTRY_COMPARE(contentOf(answerTo("GET", "/hot", handler)), "after");
}

void SiteHandlerTest::nothingStaysOpenOnceNobodyAsks()
{
    SiteHandler handler = handlerOf(m_root);
    QVERIFY(!handler.trim());
    for (int i = 0; i < 100; ++i)
        answerTo("GET", "/Lake/beach.jpg", handler);
    QVERIFY(handler.trim());
    QTRY_VERIFY(!handler.trim());
}

QTEST_APPLESS_MAIN(SiteHandlerTest)
#include "tst_sitehandler.moc"
