// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafehandler.h"
#include "server/demo/demosite.h"
#include "server/demo/orderform.h"
#include "tests/app/porchlightprocess.h"
#include "tests/support/cafeguests.h"
#include "tests/support/liveserver.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace porchlight;
using namespace porchlight::test;
using namespace std::chrono_literals;

namespace {

/// Has the database refuse what it is asked to do to orders: "UPDATE", "INSERT", "DELETE".
bool refuse(const QString &databasePath, const QString &what, const QString &how = QStringLiteral("ABORT"))
{
    bool refuses = false;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("refusing"));
        database.setDatabaseName(databasePath);
        refuses = database.open() &&
                  QSqlQuery(database).exec(QStringLiteral("CREATE TRIGGER refusing BEFORE %1 ON orders"
                                                          " BEGIN SELECT RAISE(%2, 'refused'); END")
                                               .arg(what, how));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("refusing"));
    return refuses;
}

qint64 residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class CafeTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_site;
    std::unique_ptr<QTemporaryDir> m_databases;
    std::shared_ptr<Cafe> m_cafe;
    std::unique_ptr<LiveServer> m_server;

    QString databasePath() const { return m_databases->filePath(QStringLiteral("deep/cafe.sqlite")); }
    void serve(CafeTimes times = {})
    {
        m_cafe = std::make_shared<Cafe>(databasePath(), times);
        const RequestHandlerFactory files = folderHandlers(m_site);
        m_server = std::make_unique<LiveServer>(
            [files, cafe = m_cafe] {
                return std::make_unique<CafeHandler>(files(), cafe, Language::English);
            },
            Limits(), 2);
        QVERIFY(m_server->isRunning());
    }
    void close()
    {
        if (m_cafe)
            m_cafe->end();
        m_server.reset();
        m_cafe.reset();
    }

private slots:
    void initTestCase()
    {
        const auto written = writeDemoSite({DemoKind::DineIn}, m_folder.path());
        QVERIFY(std::holds_alternative<QString>(written));
        m_site = std::get<QString>(written);
        QCOMPARE(m_site, m_folder.filePath(QStringLiteral("Dine-in")));
    }
    void init()
    {
        m_databases = std::make_unique<QTemporaryDir>();
        serve();
    }
    void cleanup() { close(); }

    void aSiteIsKnownAgainByItsFolder()
    {
        QCOMPARE(demoSiteOf(m_site), DemoSite{DemoKind::DineIn});
        QVERIFY(!demoSiteOf(m_folder.path()));
        QTemporaryDir other;
        const auto takeout = writeDemoSite({DemoKind::Takeout}, other.path());
        QCOMPARE(demoSiteOf(std::get<QString>(takeout)), DemoSite{DemoKind::Takeout});
        QVERIFY(QFile::exists(other.filePath(QStringLiteral("Takeout/index.html"))));
    }
    void whatIsInTheWayIsLeftAlone()
    {
        QTemporaryDir parent;
        QVERIFY(QDir(parent.path()).mkdir(QStringLiteral("Takeout")));
        const auto written = writeDemoSite({DemoKind::Takeout}, parent.path());
        const auto *obstacle = std::get_if<DemoObstacle>(&written);
        QVERIFY(obstacle);
        QCOMPARE(obstacle->kind, DemoObstacle::Kind::InTheWay);
        QCOMPARE(obstacle->path, parent.filePath(QStringLiteral("Takeout")));
        QVERIFY(QDir(obstacle->path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    void whereNothingCanBeWrittenTheReasonIsGiven()
    {
        const auto written = writeDemoSite({DemoKind::Takeout}, m_folder.filePath(QStringLiteral("missing")));
        const auto *obstacle = std::get_if<DemoObstacle>(&written);
        QVERIFY(obstacle);
        QCOMPARE(obstacle->kind, DemoObstacle::Kind::NotWritten);
        QVERIFY(!obstacle->detail.isEmpty());
    }
    void everyFileOfTheFrontPageIsAskedForOnce()
    {
        // A browser asks for its tab's icon once more where a picture of the page is the icon too.
        static const QRegularExpression reference(
            QStringLiteral("<(?:img|link)[^>]* (?:src|href)=\"([^\"]+)\""));
        QTemporaryDir parent;
        const auto takeout = writeDemoSite({DemoKind::Takeout}, parent.path());
        QFile page(std::get<QString>(takeout) + QStringLiteral("/index.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray dineIn = Phone(m_server->port()).ask("GET", "/").body;
        for (const QByteArray &html : {page.readAll(), dineIn}) {
            QStringList files;
            for (auto found = reference.globalMatch(QString::fromUtf8(html)); found.hasNext();)
                files += found.next().captured(1);
            QVERIFY(files.size() > 3);
            QCOMPARE(files.removeDuplicates(), 0);
        }
    }

    void theMarkerIsNotServed()
    {
        QCOMPARE(Phone(m_server->port()).ask("GET", "/.porchlight-demo.json").status, 404);
    }

    void theMenuIsMadeForEachVisitor()
    {
        const Phone phone(m_server->port());
        QVERIFY(!phone.cookie.isEmpty());
        QCOMPARE(phone.token.size(), 64);
        const RawResponse menu = phone.ask("GET", "/");
        QCOMPARE(menu.status, 200);
        QVERIFY(menu.field("Set-Cookie").isNull());
        QCOMPARE(menu.field("Cache-Control"), "no-store");
        QVERIFY(menu.field("Content-Security-Policy").startsWith("default-src 'none'"));
        QVERIFY(menu.body.contains("Tomato soup"));
        const Exchange exchange = m_server->finished("/");
        std::vector<QByteArray> what;
        for (const Decision &decision : exchange.decisions) {
            if (const auto *asked = std::get_if<decision::AskedDatabase>(&decision))
                what.push_back(asked->what + ' ' + QByteArray::number(asked->rows));
            else if (const auto *made = std::get_if<decision::MadeByApp>(&decision))
                what.push_back(made->what);
        }
        QCOMPARE(what, (std::vector<QByteArray>{"the menu 6", "the menu page"}));
    }
    void theCookieIsOutOfReachOfScriptsAndOtherSites()
    {
        RawClient client(m_server->port());
        QVERIFY(client.send(request("GET", "/", {})));
        const QByteArray cookie = client.receive().field("Set-Cookie");
        for (const QByteArray part : {"; Path=/", "; HttpOnly", "; SameSite=Lax"})
            QVERIFY2(cookie.contains(part), part.constData());
    }
    void visitsAreCountedForEachVisitor()
    {
        Phone one(m_server->port());
        const Phone other(m_server->port());
        QVERIFY(one.ask("GET", "/").body.contains("<strong>2 times"));
        QVERIFY(one.ask("GET", "/").body.contains("<strong>3 times"));
        QVERIFY(one.ask("HEAD", "/").status == 200); // is no visit
        QVERIFY(other.ask("GET", "/").body.contains("<strong>2 times"));
        close();
        serve();
        one.moveTo(m_server->port());
        QVERIFY(one.ask("GET", "/").body.contains("4 times")); // kept between runs
    }
    void filesAreHandedOutAsEver()
    {
        const Phone phone(m_server->port());
        const RawResponse style = phone.ask("GET", "/cafe.css");
        QCOMPARE(style.status, 200);
        QVERIFY(!style.field("ETag").isNull());
        const RawResponse none = phone.ask("GET", "/nothing");
        QCOMPARE(none.status, 404);
    }

    void anOrderIsTakenDownThenShown()
    {
        const Phone phone(m_server->port());
        const RawResponse taken = phone.order("Zoë");
        QCOMPARE(taken.status, 303);
        QCOMPARE(taken.field("Location"), "/order/1");
        QCOMPARE(taken.body, "");
        const RawResponse shown = phone.ask("GET", "/order/1");
        QCOMPARE(shown.status, 200);
        QVERIFY(shown.body.contains("Zoë"));
        QVERIFY(shown.body.contains("2 × Tomato soup, €9.60"));
        QCOMPARE(Phone(m_server->port()).ask("GET", "/order/1").status, 404); // somebody else's
        QVERIFY(phone.ask("GET", "/board").body.contains("for <bdi>Zoë</bdi>"));
        const Exchange exchange = m_server->finished("/order");
        QVERIFY(std::holds_alternative<decision::WroteDatabase>(exchange.decisions.back()));
    }
    void theKitchenMarksAnOrderReady()
    {
        const Phone phone(m_server->port());
        QCOMPARE(phone.order().status, 303);
        QVERIFY(phone.ask("GET", "/order/1").body.contains("In the kitchen"));
        const RawResponse ready = phone.ask("POST", "/order/1/ready", "token=" + phone.token);
        QCOMPARE(ready.status, 303);
        QCOMPARE(ready.field("Location"), "/board#order-1");
        QVERIFY(phone.ask("GET", "/order/1").body.contains("class=\"state ready\""));
        QCOMPARE(phone.ask("POST", "/order/7/ready", "token=" + phone.token).status, 404);
    }

    void onlyThisComputerIsTheKitchen()
    {
        const Phone kitchen(m_server->port());
        QCOMPARE(kitchen.order().status, 303);
        QVERIFY(kitchen.ask("GET", "/board").body.contains("action=\"/order/1/ready\""));
        const RequestHandlerFactory files = folderHandlers(m_site);
        const LiveServer elsewhere(
            [files, cafe = m_cafe] {
                return std::make_unique<FromElsewhere>(
                    std::make_unique<CafeHandler>(files(), cafe, Language::English));
            },
            Limits(), 1);
        const Phone phone(elsewhere.port());
        const QByteArray board = phone.ask("GET", "/board").body;
        QVERIFY(board.contains("Tomato soup"));
        QVERIFY2(!board.contains("<form") && !board.contains("token"), board.constData());
        const RawResponse refused = phone.ask("POST", "/order/1/ready", "token=" + phone.token);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("Only the kitchen"));
        QVERIFY(kitchen.ask("GET", "/order/1").body.contains("In the kitchen"));
        QCOMPARE(phone.order().status, 303);
    }
    void whatCannotBeWrittenIsSaidAndNotShown_data()
    {
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QByteArray>("target");
        QTest::addRow("an order") << QStringLiteral("INSERT") << QByteArray("/order");
        QTest::addRow("that it is ready") << QStringLiteral("UPDATE") << QByteArray("/order/1/ready");
    }
    void whatCannotBeWrittenIsSaidAndNotShown()
    {
        QFETCH(const QString, refused);
        QFETCH(const QByteArray, target);
        const Phone phone(m_server->port());
        QCOMPARE(phone.order().status, 303);
        QVERIFY(refuse(databasePath(), refused));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("refused")));
        const RawResponse answer = phone.ask("POST", target, phone.form());
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.field("Retry-After").isEmpty());
        QVERIFY(answer.body.contains("order book is closed"));
        QVERIFY(phone.ask("GET", "/order/1").body.contains("In the kitchen"));
        QCOMPARE(phone.ask("GET", "/order/2").status, 404);
        RawClient stream(m_server->port()); // which hears of all there is, and then of the next one
        QVERIFY(stream.send(request("GET", "/board/events?since=0", phone.cookie)));
        const QByteArray all = heard(stream, "id: 1\n");
        QVERIFY2(!all.contains("id: 2\n") && !all.contains("event: ready"), all.constData());
    }
    void aQuestionIsKeptWholeOrNotAtAll()
    {
        const QString path = m_databases->filePath(QStringLiteral("other.sqlite"));
        CafeStore store(path, Language::English);
        QVERIFY(refuse(path, QStringLiteral("UPDATE")));
        QVERIFY(store.begin());
        const OrderWish wish{.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}};
        store.beginQuestion();
        const Order kept = store.add(wish, *store.dish(1), "v", {}, 0);
        QVERIFY(store.endQuestion());
        store.beginQuestion();
        store.add(wish, *store.dish(1), "v", {}, 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("refused")));
        store.markReady(kept.id);
        QVERIFY(!store.endQuestion());
        store.beginQuestion(); // one that fails takes nobody with it
        QVERIFY(store.order(kept.id, "v"));
        QVERIFY(store.endQuestion());
        QVERIFY(store.commit());
        QCOMPARE(store.orders(9).size(), size_t(1));
        QCOMPARE(store.takeChanged().size(), size_t(1));
    }

    /// As SQLite does on a full disk.
    void whatComesAfterATransactionWasUndoneIsNotKept()
    {
        const QString path = m_databases->filePath(QStringLiteral("other.sqlite"));
        CafeStore store(path, Language::English);
        QVERIFY(refuse(path, QStringLiteral("UPDATE"), QStringLiteral("ROLLBACK")));
        QVERIFY(store.begin());
        const OrderWish wish{.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}};
        store.beginQuestion();
        const Order lost = store.add(wish, *store.dish(1), "v", {}, 0);
        QVERIFY(store.endQuestion());
        store.beginQuestion();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("refused")));
        store.markReady(lost.id);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no such savepoint")));
        QVERIFY(!store.endQuestion());
        QVERIFY(store.isUndone());
        QVERIFY(!store.commit());
        QVERIFY(store.begin());
        QVERIFY(!store.isUndone());
        QCOMPARE(store.orders(9).size(), size_t(0));
        QVERIFY(store.commit());
    }
    void theKitchenIsAsFastAsItLikes()
    {
        const Phone kitchen(m_server->port());
        for (int i = 0; i < 15; ++i)
            QCOMPARE(Phone(m_server->port()).order().status, 303);
        for (int i = 1; i <= 15; ++i)
            QCOMPARE(kitchen.ask("POST", "/order/" + QByteArray::number(i) + "/ready", kitchen.form()).status,
                     303);
        QCOMPARE(kitchen.order().status, 303);
    }

    void badFormsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &rest, const QByteArray &says) {
            QTest::addRow("%s", name) << rest << says;
        };
        row("no dish", "name=A&quantity=1", "Which dish?");
        row("a dish that is no number", "name=A&quantity=1&dish=1x", "Which dish?");
        row("a dish that is not on the menu", "name=A&quantity=1&dish=99", "Which dish?");
        row("a dish with too many digits", "name=A&quantity=1&dish=99999999999999999999", "Which dish?");
        row("SQL for a dish", "name=A&quantity=1&dish=1;DROP TABLE orders", "Which dish?");
        row("none of it", "name=A&quantity=0&dish=1", "How many?");
        row("ten of it", "name=A&quantity=10&dish=1", "How many?");
        row("less than none", "name=A&quantity=-1&dish=1", "How many?");
        row("no quantity", "name=A&dish=1", "How many?");
        row("no name", "quantity=1&dish=1", "For whom?");
        row("a name of spaces", "name=+++&quantity=1&dish=1", "For whom?");
        row("a name that is not seen", "name=%E2%80%AE%00&quantity=1&dish=1", "For whom?");
        row("a name of 41 letters", "name=" + QByteArray("%C3%AB").repeated(41) + "&quantity=1&dish=1",
            "too long");
        row("a note of 141 letters", "name=A&quantity=1&dish=1&note=" + QByteArray(141, 'x'), "too long");
        row("a name in Latin-1", "name=Zo%EB&quantity=1&dish=1", "UTF-8");
    }
    void badFormsAreRefused()
    {
        QFETCH(const QByteArray, rest);
        QFETCH(const QByteArray, says);
        const Phone phone(m_server->port());
        const RawResponse answer = phone.ask("POST", "/order", "token=" + phone.token + '&' + rest);
        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.contains(says), answer.body.constData());
        QVERIFY(phone.ask("GET", "/board").body.contains("\">\n</ol>"));
    }
    void theLongestOrderFits()
    {
        const Phone phone(m_server->port());
        const QByteArray smile = QByteArray("%F0%9F%99%82");
        const RawResponse taken = phone.ask(
            "POST", "/order",
            "token=" + phone.token + "&dish=1&quantity=9&name=" + smile.repeated(OrderForm::MaxName) +
                "&note=" + smile.repeated(OrderForm::MaxNote));
        QCOMPARE(taken.status, 303);
    }

    void whatIsNotAskedProperlyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *method, const char *target,
                            const QByteArray &fields, const QByteArray &content, int status) {
            QTest::addRow("%s", name)
                << QByteArray(method) << QByteArray(target) << fields << content << status;
        };
        row("a form of files", "POST", "/order", "Content-Type: multipart/form-data; boundary=x\r\n", "x",
            415);
        row("no type", "POST", "/order", {}, "dish=1", 415);
        row("more than a form", "POST", "/order", FormType, QByteArray(OrderForm::MaxContent + 1, 'x'), 413);
        row("far more than a form", "POST", "/order", FormType, QByteArray(70'000, 'x'), 413);
        row("GET of what takes orders", "GET", "/order", {}, {}, 405);
        row("POST to the menu", "POST", "/", FormType, "dish=1", 405);
        row("POST to the board", "POST", "/board", FormType, "dish=1", 405);
        row("DELETE of an order", "DELETE", "/order/1", {}, {}, 405);
        row("GET of ready", "GET", "/order/1/ready", {}, {}, 405);
        row("POST to a picture", "POST", "/cafe.svg", FormType, "x", 405);
        row("OPTIONS", "OPTIONS", "/order", {}, {}, 204);
        row("an order that is not there", "GET", "/order/17", {}, {}, 404);
        row("an order whose number is too long", "GET", "/order/99999999999999999999", {}, {}, 404);
        row("below an order", "GET", "/order/1/x", {}, {}, 404);
    }
    void whatIsNotAskedProperlyIsRefused()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, content);
        const Phone phone(m_server->port());
        const RawResponse answer = phone.ask(method, target, content, fields);
        QTEST(answer.status, "status");
        if (answer.status == 405)
            QVERIFY(!answer.field("Allow").isEmpty());
    }

    void onlyOnesOwnFormCounts_data()
    {
        QTest::addColumn<QByteArray>("cookie"); // "own", "other" or what it is
        QTest::addColumn<QByteArray>("token");
        QTest::addRow("no cookie") << QByteArray() << QByteArray("own");
        QTest::addRow("no token") << QByteArray("own") << QByteArray();
        QTest::addRow("another visitor's token") << QByteArray("own") << QByteArray("other");
        QTest::addRow("another visitor's cookie") << QByteArray("other") << QByteArray("own");
        QTest::addRow("a cookie of no shape of ours") << QByteArray("visitor=1") << QByteArray("own");
        QTest::addRow("a token of zeros") << QByteArray("own") << QByteArray(64, '0');
    }
    void onlyOnesOwnFormCounts()
    {
        QFETCH(QByteArray, cookie);
        QFETCH(QByteArray, token);
        const Phone own(m_server->port());
        const Phone other(m_server->port());
        Phone forged(own);
        forged.cookie = cookie == "own" ? own.cookie : cookie == "other" ? other.cookie : cookie;
        forged.token = token == "own" ? own.token : token == "other" ? other.token : token;
        QCOMPARE(forged.order().status, 403);
        QCOMPARE(own.order().status, 303);
        QCOMPARE(forged.ask("POST", "/order/1/ready", "token=" + forged.token).status, 403);
    }

    void whatVisitorsWriteIsNoMarkup_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addRow("a script") << QByteArray("<script>alert(1)</script>");
        QTest::addRow("an image") << QByteArray("<img src=x onerror=alert(1)>");
        QTest::addRow("out of an attribute") << QByteArray("\" autofocus onfocus=alert(1) x=\"");
        QTest::addRow("with an apostrophe") << QByteArray("' onclick='alert(1)");
        QTest::addRow("the end of the data") << QByteArray("A\r\n\r\nevent: x");
    }
    void whatVisitorsWriteIsNoMarkup()
    {
        QFETCH(const QByteArray, name);
        const Phone phone(m_server->port());
        RawClient stream(m_server->port());
        QVERIFY(stream.send(request("GET", "/board/events?since=0", phone.cookie)));
        QCOMPARE(phone.order(name).status, 303);
        for (const QByteArray target : {"/order/1", "/board"}) {
            const QByteArray page = phone.ask("GET", target).body;
            for (const QByteArray evil : {"<script>", "<img src=x", "\" autofocus", "' onclick"})
                QVERIFY2(!page.contains(evil), evil.constData());
        }
        const QByteArray event = heard(stream, "\n\n\r\n");
        const QByteArray all = event.contains("data:") ? event : event + heard(stream, "data:");
        QCOMPARE(all.count("\nevent: "), 1);
    }

    void tooManyOrdersWait()
    {
        const Phone eager(m_server->port());
        for (int i = 0; i < 10; ++i)
            QCOMPARE(eager.order().status, 303);
        const RawResponse refused = eager.order();
        QCOMPARE(refused.status, 429);
        const int wait = refused.field("Retry-After").toInt();
        QVERIFY(wait >= 1 && wait <= 6);
        QVERIFY(refused.body.contains("Wait"));
        QCOMPARE(Phone(m_server->port()).order().status, 303);
    }
    void whoHasWaitedMayOrderAgain()
    {
        close();
        serve({.orders = 50ms});
        const Phone eager(m_server->port());
        int refused = 0;
        for (int i = 0; i < 40 && refused == 0; ++i)
            refused += eager.order().status == 429;
        QCOMPARE(refused, 1);
        QVERIFY(QTest::qWaitFor([&] { return eager.order().status == 303; }));
    }
    void onlySoManyOrdersAreKept()
    {
        CafeStore store(m_databases->filePath(QStringLiteral("other.sqlite")), Language::English);
        QVERIFY(store.begin());
        const Dish dish = *store.dish(1);
        for (int i = 0; i < CafeStore::MaxOrders + 20; ++i)
            store.add({.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}}, dish, "v", {}, 0);
        QCOMPARE(store.orders(9'999).size(), size_t(CafeStore::MaxOrders));
        QVERIFY(store.commit());
    }
    void whatIsReadyMakesRoomFirst()
    {
        CafeStore store(m_databases->filePath(QStringLiteral("other.sqlite")), Language::English);
        QVERIFY(store.begin());
        const Dish dish = *store.dish(1);
        const auto add = [&] {
            store.add({.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}}, dish, "v", {}, 0);
        };
        for (int i = 0; i < CafeStore::MaxOrders; ++i)
            add();
        QVERIFY(store.markReady(3));
        QVERIFY(store.markReady(200));
        const auto board = std::make_shared<OrderBoard>();
        board->tell(store.takeChanged());
        for (int i = 0; i < 3; ++i)
            add();
        const std::vector<BoardChange> changes = store.takeChanged();
        board->tell(changes);
        QVERIFY(store.commit());
        QList<qint64> forgotten;
        for (const BoardChange &change : changes) {
            if (const auto *each = std::get_if<OrderForgotten>(&change))
                forgotten.append(each->id);
        }
        QCOMPARE(forgotten, (QList<qint64>{3, 200, 1}));
        QVERIFY(!store.order(3, "v") && store.order(2, "v"));
        const auto stream = board->open(0, {}); // and the board remembers what the database does
        QByteArray told;
        for (QByteArray more = stream->next(); !more.isEmpty(); more = stream->next())
            told += more;
        QCOMPARE(told.count("\nevent: order\n"), CafeStore::MaxOrders);
        QVERIFY(told.contains("\"id\":2,") && !told.contains("event: ready"));
    }
    void whoKeepsNoCookieIsNotWrittenDown()
    {
        const Phone phone(m_server->port());
        QVERIFY(phone.ask("GET", "/").body.contains("<strong>2 times"));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(Phone(m_server->port()).token.size(), 64);
        QVERIFY(phone.ask("GET", "/").body.contains("<strong>3 times"));
        int written = 0;
        QTRY_COMPARE(m_server->finished().size(), 8);
        for (const Exchange &exchange : m_server->finished()) {
            for (const Decision &decision : exchange.decisions)
                written += std::holds_alternative<decision::WroteDatabase>(decision);
        }
        QCOMPARE(written, 2);
    }
    void oneAddressCannotFillTheOrderBook()
    {
        m_cafe->ask(
            [](CafeStore &store) {
                for (int i = 0; i < Cafe::MaxOpenFromAddress - 1; ++i)
                    store.add({.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}},
                              *store.dish(1), "v", QHostAddress(QHostAddress::LocalHost), 0);
                return ResponsePlan();
            },
            [](const auto &) {});
        const Phone phone(m_server->port());
        QCOMPARE(phone.order().status, 303);
        const RawResponse refused = Phone(m_server->port()).order(); // whatever its cookie
        QCOMPARE(refused.status, 429);
        QVERIFY(!refused.field("Retry-After").isEmpty());
        QVERIFY2(refused.body.contains("hands full") && refused.body.contains("200 orders"),
                 refused.body.constData());
        const auto other = RawClient::from(2, m_server->port());
        QVERIFY(other->send(request("POST", "/order", phone.cookie, FormType, phone.form())));
        QCOMPARE(other->receive().status, 303);
        QCOMPARE(phone.ask("POST", "/order/7/ready", phone.form()).status, 303);
        QCOMPARE(phone.order().status, 303);
        QCOMPARE(phone.order().status, 429);
        QCOMPARE(phone.ask("POST", "/board/clear", phone.form()).status, 303);
        QCOMPARE(phone.order().status, 303);
    }
    void aDatabaseOfAnotherShapeIsNotTouched()
    {
        const QString path = m_databases->filePath(QStringLiteral("newer.sqlite"));
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE orders (tomorrow)")));
            QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = 2")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("newer"));
        QVERIFY(!CafeStore(path, Language::English).isOpen());
    }

    void everyBoardHearsOfOrders()
    {
        const Phone phone(m_server->port());
        std::vector<std::unique_ptr<RawClient>> boards;
        for (int i = 0; i < 5; ++i) {
            boards.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(boards.back()->send(request("GET", "/board/events", phone.cookie)));
            const QByteArray opening = heard(*boards.back(), "retry: ");
            QVERIFY(opening.contains("Content-Type: text/event-stream\r\n"));
            QVERIFY(opening.contains("Cache-Control: no-store\r\n"));
        }
        QCOMPARE(phone.order("Zoë").status, 303);
        for (const auto &board : boards) {
            const QByteArray event = heard(*board, "Zoë");
            QVERIFY2(event.contains("id: 1\nevent: order\ndata: {"), event.constData());
        }
        QCOMPARE(phone.ask("POST", "/order/1/ready", "token=" + phone.token).status, 303);
        for (const auto &board : boards)
            QVERIFY(heard(*board, "event: ready\n").contains("id: 2\n"));
        const auto countsTwo = [](const Exchange &exchange) {
            return exchange.isRunning() && exchange.events == 2;
        };
        QTRY_VERIFY(std::ranges::any_of(m_server->published(), countsTwo));
        const auto published = m_server->published();
        const auto told = std::ranges::find_if(published, countsTwo)->lastEvents;
        QCOMPARE(told.size(), size_t(2));
        QCOMPARE(told[0].what, "order 1");
        QCOMPARE(told[1].what, "order 1 ready");
        QVERIFY(told[0].at > 0 && told[0].at < told[1].at);
        // Published when it happens, not at the next tick.
        const auto countsOne = [](const Exchange &exchange) {
            return exchange.isRunning() && exchange.events == 1;
        };
        QVERIFY(std::ranges::count_if(published, countsOne) >= 5);
    }
    void aStreamGoesOnWhereItWasLeft_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QList<int>>("ids"); // of the events, while the orders 1 to 4 stand
        const QList<int> all{1, 2, 3, 4};
        QTest::addRow("after an event")
            << QByteArray("/board/events") << QByteArray("Last-Event-ID: 2\r\n") << QList<int>{3, 4};
        QTest::addRow("after that, not after the page")
            << QByteArray("/board/events?since=0") << QByteArray("Last-Event-ID: 3\r\n") << QList<int>{4};
        QTest::addRow("after the page")
            << QByteArray("/board/events?since=1") << QByteArray() << QList<int>{2, 3, 4};
        QTest::addRow("all of it") << QByteArray("/board/events?since=0") << QByteArray() << all;
        QTest::addRow("after what is not there yet: another database")
            << QByteArray("/board/events") << QByteArray("Last-Event-ID: 900\r\n") << all;
        QTest::addRow("from now") << QByteArray("/board/events") << QByteArray() << QList<int>{};
        QTest::addRow("after nonsense")
            << QByteArray("/board/events") << QByteArray("Last-Event-ID: x\r\n") << QList<int>{};
    }
    void aStreamGoesOnWhereItWasLeft()
    {
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, fields);
        QFETCH(const QList<int>, ids);
        Phone phone(m_server->port());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(phone.order().status, 303);
        close();
        serve(); // and the board knows of it after a restart
        phone.moveTo(m_server->port());
        RawClient stream(m_server->port());
        QVERIFY(stream.send(request("GET", target, phone.cookie, fields)));
        QByteArray all = heard(stream, "retry: ");
        QCOMPARE(phone.order("Last").status, 303);
        all += heard(stream, "Last");
        for (int id = 1; id <= 4; ++id)
            QCOMPARE(all.contains("id: " + QByteArray::number(id) + '\n'), ids.contains(id));
        QVERIFY(all.contains("id: 5\n"));
    }
    void quietStreamsGiveASignOfLife()
    {
        close();
        serve({.ping = 20ms});
        RawClient stream(m_server->port());
        QVERIFY(stream.send(request("GET", "/board/events", {})));
        QVERIFY(heard(stream, ": still here\n\n").contains(": still here\n\n"));
        QVERIFY(heard(stream, ": still here\n\n").contains(": still here\n\n"));
    }
    void stoppingEndsStreamsProperly()
    {
        std::vector<std::unique_ptr<RawClient>> boards;
        for (int i = 0; i < 20; ++i) {
            boards.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(boards.back()->send(request("GET", "/board/events", {})));
        }
        QTRY_COMPARE(m_cafe->board()->streams(), 20);
        m_cafe->end();
        QVERIFY(m_server->stop());
        for (const auto &board : boards) {
            const RawResponse all = board->receive();
            QCOMPARE(all.status, 200);
            QVERIFY(all.complete); // the last chunk came
        }
        QCOMPARE(m_cafe->board()->streams(), 0);
        for (const Exchange &exchange : m_server->finished())
            QCOMPARE(exchange.ending, Ending::Complete);
    }
    void streamsHaveALimit()
    {
        OrderBoard &board = *m_cafe->board();
        const QHostAddress one(QStringLiteral("192.0.2.1"));
        std::vector<std::unique_ptr<BodyStream>> streams;
        while (auto stream = board.open(0, one))
            streams.push_back(std::move(stream));
        QCOMPARE(int(streams.size()), OrderBoard::MaxStreamsFromAddress);
        for (int number = 2; board.streams() < OrderBoard::MaxStreams; ++number) { // and others have places
            const QHostAddress other(QStringLiteral("192.0.2.%1").arg(number));
            while (auto stream = board.open(0, other))
                streams.push_back(std::move(stream));
            QVERIFY(number < 100);
        }
        const RawResponse refused = Phone(m_server->port()).ask("GET", "/board/events");
        QCOMPARE(refused.status, 503);
        QVERIFY(!refused.field("Retry-After").isEmpty());
        streams.erase(streams.begin());
        QVERIFY(board.open(0, one));
    }
    void oneAddressCannotTakeAllPlaces()
    {
        const Phone phone(m_server->port());
        std::vector<std::unique_ptr<RawClient>> boards;
        for (int i = 0; i < OrderBoard::MaxStreamsFromAddress; ++i) {
            boards.push_back(std::make_unique<RawClient>(m_server->port()));
            QVERIFY(boards.back()->send(request("GET", "/board/events", {})));
        }
        QTRY_COMPARE(m_cafe->board()->streams(), OrderBoard::MaxStreamsFromAddress);
        QCOMPARE(phone.ask("GET", "/board/events").status, 503);
        const auto other = RawClient::from(2, m_server->port());
        QVERIFY(other->send(request("GET", "/board/events", {})));
        QVERIFY(heard(*other, "retry: ").contains("200 OK"));
        boards.pop_back();
        QTRY_COMPARE(m_cafe->board()->streams(), OrderBoard::MaxStreamsFromAddress);
        RawClient again(m_server->port());
        QVERIFY(again.send(request("GET", "/board/events", {})));
        QVERIFY(heard(again, "retry: ").contains("200 OK"));
    }
    void twoHundredPhonesWatch()
    {
        const Phone phone(m_server->port());
        const qint64 before = residentMemory();
        std::vector<std::unique_ptr<RawClient>> boards;
        for (int i = 0; i < 200; ++i) {
            boards.push_back(RawClient::from(quint8(1 + i / 2), m_server->port())); // two behind each address
            QVERIFY(boards.back()->send(request("GET", "/board/events", {})));
        }
        for (const auto &board : boards)
            QVERIFY(heard(*board, "retry: ").contains("200 OK"));
        const qint64 memory = residentMemory() - before;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(phone.order("Everybody").status, 303);
        for (const auto &board : boards)
            QVERIFY(heard(*board, "Everybody").contains("Everybody"));
        qInfo("200 streams: %lld KiB each, client included; all heard of an order after %lld ms",
              memory / 200 / 1024, timer.elapsed());
        QVERIFY(memory / 200 < 256 * 1024);
    }

    void aDatabaseThatCannotBeUsedIsToldOf()
    {
        close();
        QDir(m_databases->path()).removeRecursively();
        QVERIFY(m_databases->isValid());
        QFile inTheWay(m_databases->path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        serve();
        const RawResponse answer = Phone(m_server->port()).ask("GET", "/");
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.body.contains("order book is closed"));
        inTheWay.remove();
    }
    void aDatabaseThatAnotherHeldIsOpenedLater()
    {
        QCOMPARE(Phone(m_server->port()).order().status, 303);
        close();
        const QString connection = QStringLiteral("holding");
        {
            QSqlDatabase holding = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            holding.setDatabaseName(databasePath());
            QVERIFY(holding.open());
            QVERIFY(QSqlQuery(holding).exec(QStringLiteral("BEGIN IMMEDIATE")));
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("locked")));
            serve();
            QCOMPARE(Phone(m_server->port()).ask("GET", "/").status, 503);
            QVERIFY(QSqlQuery(holding).exec(QStringLiteral("ROLLBACK")));
        }
        QSqlDatabase::removeDatabase(connection);
        QTRY_COMPARE(Phone(m_server->port()).ask("GET", "/").status, 200);
        RawClient stream(m_server->port()); // the board knows of the earlier orders again
        QVERIFY(stream.send(request("GET", "/board/events?since=0", "")));
        QVERIFY(heard(stream, "id: 1\n").contains("id: 1\n"));
    }

    /// Every order that was acknowledged with 303 is there after the program was killed; and none is half
    /// there.
    void whatWasAcknowledgedSurvivesAKill()
    {
        QTemporaryDir home;
        QProcessEnvironment environment = Porchlight::withoutDisplay();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
        const QStringList arguments{QStringLiteral("--headless"), QStringLiteral("--port"),
                                    QStringLiteral("0"),          QStringLiteral("--bind"),
                                    QStringLiteral("127.0.0.1"),  m_site};
        QSet<QByteArray> acknowledged;
        for (int round = 0; round < 3; ++round) {
            Porchlight porchlight(arguments, environment);
            porchlight.start();
            QVERIFY(porchlight.waitForStarted(Soon));
            const quint16 port = portIn(porchlight.line());
            std::mutex mutex;
            std::atomic<int> taken = 0;
            std::vector<std::thread> guests;
            for (int guest = 0; guest < 4; ++guest)
                guests.emplace_back([&, guest] {
                    for (int i = 0; i < 8; ++i) { // a visitor may order ten times
                        const Phone phone(port);
                        if (phone.token.isEmpty())
                            return;
                        const QByteArray name =
                            QByteArray("g%1").replace("%1", QByteArray::number(round * 100 + guest * 10 + i));
                        if (phone.order(name).status != 303)
                            return;
                        ++taken;
                        const std::lock_guard lock(mutex);
                        acknowledged.insert(name);
                    }
                });
            (void)QTest::qWaitFor([&] { return taken >= 10; }, Soon);
            porchlight.signal(SIGKILL);
            for (std::thread &guest : guests)
                guest.join();
            porchlight.waitForFinished(Soon);
        }
        QVERIFY(acknowledged.size() >= 30);
        Porchlight porchlight(arguments, environment);
        porchlight.start();
        RawClient stream(portIn(porchlight.line()));
        const QByteArray board = QByteArray("GET /board/events?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(stream.send(board));
        QByteArray all;
        QSet<QByteArray> missing = acknowledged;
        while (!missing.isEmpty()) {
            const QByteArray more = stream.receiveBytes(16 * 1024);
            QVERIFY2(!more.isEmpty(), qPrintable(QStringLiteral("%1 orders are lost").arg(missing.size())));
            all += more;
            missing.removeIf(
                [&](const QByteArray &name) { return all.contains("\"name\":\"" + name + '"'); });
        }
        qInfo("%lld acknowledged orders survived three kills", qint64(acknowledged.size()));
        // An orderly end, for which the streams end first.
        porchlight.signal(SIGTERM);
        QVERIFY(stream.receiveAll().endsWith("0\r\n\r\n"));
        QCOMPARE(porchlight.exitCodeAtEnd(), 0);
    }
};

QTEST_GUILESS_MAIN(CafeTest)
#include "tst_cafe.moc"
