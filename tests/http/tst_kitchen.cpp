// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafehandler.h"
#include "server/demo/demosite.h"
#include "tests/support/cafeguests.h"
#include "tests/support/liveserver.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

/// What only the kitchen does beside saying that an order is ready, who is in it, and what comes of older
/// sites.
class KitchenTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_site;
    std::unique_ptr<QTemporaryDir> m_databases;
    std::shared_ptr<Cafe> m_cafe;
    std::unique_ptr<LiveServer> m_server;

    std::unique_ptr<LiveServer> server(bool isElsewhere) const
    {
        const RequestHandlerFactory files = folderHandlers(m_site);
        const auto make = [files, isElsewhere, cafe = m_cafe]() -> std::unique_ptr<RequestHandler> {
            auto handler = std::make_unique<CafeHandler>(files(), cafe, Language::English);
            if (isElsewhere)
                return std::make_unique<FromElsewhere>(std::move(handler));
            return handler;
        };
        return std::make_unique<LiveServer>(make, Limits(), 1);
    }
    void serve()
    {
        m_cafe = std::make_shared<Cafe>(m_databases->filePath(QStringLiteral("cafe.sqlite")));
        m_server = server(false);
    }
    void close()
    {
        if (m_cafe)
            m_cafe->end();
        m_server.reset();
        m_cafe.reset();
    }
    RawResponse clear(const Phone &kitchen) const
    {
        return kitchen.ask("POST", "/board/clear", "token=" + kitchen.token);
    }
    /// Of the database's files.
    bool onDisk(const QByteArray &name) const
    {
        QDirIterator files(m_databases->path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(name))
                return true;
        }
        return false;
    }

private slots:
    void initTestCase()
    {
        const auto written = writeDemoSite({DemoKind::DineIn}, m_folder.path());
        QVERIFY(std::holds_alternative<QString>(written));
        m_site = std::get<QString>(written);
    }
    void init()
    {
        m_databases = std::make_unique<QTemporaryDir>();
        serve();
    }
    void cleanup() { close(); }

    void theKitchenClearsTheOrders()
    {
        const Phone kitchen(m_server->port());
        QVERIFY(kitchen.ask("GET", "/board").body.contains("id=\"clear\" hidden>")); // nothing to clear
        QCOMPARE(kitchen.order("Maria").status, 303);
        QVERIFY(kitchen.ask("GET", "/board").body.contains("id=\"clear\"><summary>"));
        const RawResponse cleared = clear(kitchen);
        QCOMPARE(cleared.status, 303);
        QCOMPARE(cleared.field("Location"), "/board");
        const Exchange exchange = m_server->finished("/board/clear");
        QVERIFY(std::holds_alternative<decision::WroteDatabase>(exchange.decisions.back()));
        const QByteArray board = kitchen.ask("GET", "/board").body;
        QVERIFY2(!board.contains("Maria") && board.contains("\">\n</ol>"), board.constData());
        QCOMPARE(kitchen.ask("GET", "/order/1").status, 404);
        QCOMPARE(kitchen.order("Ben").field("Location"), "/order/2"); // no page of the old ones is another's
        close();
        serve(); // kept between runs
        Phone again(kitchen);
        again.moveTo(m_server->port());
        const QByteArray later = again.ask("GET", "/board").body;
        QVERIFY2(!later.contains("Maria") && later.contains("Ben"), later.constData());
    }
    /// A page from elsewhere whose name was made to mean this computer (DNS rebinding).
    void aForeignNameIsNotTheKitchen()
    {
        const Phone kitchen(m_server->port());
        QCOMPARE(kitchen.order("Maria").status, 303);
        const auto asked = [&](const QByteArray &method, const QByteArray &target, const QByteArray &host) {
            QByteArray whole = request(method, target, kitchen.cookie, FormType,
                                       method == "POST" ? "token=" + kitchen.token : QByteArray());
            const qsizetype name = whole.indexOf("Host: ") + 6;
            whole.replace(name, whole.indexOf('\r', name) - name, host);
            RawClient client(m_server->port());
            client.send(whole);
            return client.receive();
        };
        QVERIFY(asked("GET", "/board", "localhost").body.contains("id=\"clear\""));
        QVERIFY(!asked("GET", "/board", "evil.test").body.contains("id=\"clear\""));
        QCOMPARE(asked("POST", "/order/1/ready", "evil.test").status, 403);
        QCOMPARE(asked("POST", "/board/clear", "evil.test").status, 403);
        QCOMPARE(asked("POST", "/order/1/ready", "127.0.0.1:80").status, 303);
    }
    void everyOrderThatIsNotReadyIsOnTheBoard()
    {
        const Phone kitchen(m_server->port());
        constexpr int Count = 90; // three each of a class
        m_cafe->ask(
            [](CafeStore &store) {
                for (int i = 0; i < Count; ++i)
                    store.add({.dish = 1, .quantity = 1, .name = QStringLiteral("A"), .note = {}},
                              *store.dish(1), "v", {}, 0);
                return ResponsePlan();
            },
            [](const auto &) {});
        const auto numbers = [&] {
            QList<int> all;
            const QByteArray board = kitchen.ask("GET", "/board").body;
            for (qsizetype at = 0; (at = board.indexOf("<li data-id=\"", at)) >= 0; ++at)
                all.append(captured(board.mid(at, 40), "data-id=\"([0-9]+)").toInt());
            return all;
        };
        const auto ready = [&](int number) {
            return kitchen
                .ask("POST", "/order/" + QByteArray::number(number) + "/ready", "token=" + kitchen.token)
                .field("Location");
        };
        QList<int> open;
        for (int i = Count; i > 0; --i)
            open.append(i);
        QCOMPARE(numbers(), open);
        // What is ready comes last, and goes once the others fill the board; the next one is in sight.
        QCOMPARE(ready(90), "/board#order-89");
        QCOMPARE(ready(1), "/board#order-2");
        open.removeOne(90);
        open.removeOne(1);
        QCOMPARE(numbers(), open);
        for (int i = 2; i < 50; ++i)
            QCOMPARE(ready(i), "/board#order-" + QByteArray::number(i + 1));
        QCOMPARE(numbers(), open.first(40) + QList<int>{90} + open.sliced(40, 19));
    }
    void theNamesAreGoneFromTheDisk()
    {
        const Phone kitchen(m_server->port());
        QCOMPARE(kitchen.order("Rumpelstiltskin").status, 303);
        QCOMPARE(kitchen.ask("POST", "/order/1/ready", "token=" + kitchen.token).status, 303);
        QVERIFY(onDisk("Rumpelstiltskin"));
        QCOMPARE(clear(kitchen).status, 303);
        QVERIFY(!onDisk("Rumpelstiltskin"));
    }
    void everyBoardHearsThatTheOrdersAreCleared()
    {
        const Phone kitchen(m_server->port());
        QCOMPARE(kitchen.order("Maria").status, 303);
        RawClient watching(m_server->port());
        QVERIFY(watching.send(request("GET", "/board/events?since=0", kitchen.cookie)));
        QVERIFY(heard(watching, "Maria").contains("event: order"));
        QCOMPARE(clear(kitchen).status, 303);
        QVERIFY(heard(watching, "event: cleared").contains("id: 2\nevent: cleared"));
        QCOMPARE(kitchen.order("Ben").status, 303); // and goes on
        QVERIFY(heard(watching, "Ben").contains("id: 3\n"));
    }
    void aBoardThatWasAwayHearsItLater_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::addRow("of the same run") << false;
        QTest::addRow("after the next start") << true;
    }
    void aBoardThatWasAwayHearsItLater()
    {
        QFETCH(const bool, restarts);
        Phone kitchen(m_server->port());
        QCOMPARE(kitchen.order("Maria").status, 303);
        QCOMPARE(clear(kitchen).status, 303);
        QCOMPARE(kitchen.order("Ben").status, 303);
        if (restarts) {
            close();
            serve();
            kitchen.moveTo(m_server->port());
        }
        RawClient back(m_server->port());
        QVERIFY(back.send(request("GET", "/board/events", kitchen.cookie, "Last-Event-ID: 1\r\n")));
        const QByteArray all = heard(back, "Ben");
        QVERIFY2(all.indexOf("id: 2\nevent: cleared") < all.indexOf("id: 3\nevent: order"), all.constData());
        QVERIFY2(all.contains("event: cleared") && !all.contains("Maria"), all.constData());
        // A page made now does not hear of what is past.
        QVERIFY(kitchen.ask("GET", "/board").body.contains("/board/events?since=3"));
    }

    void whatMayNotClearIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("token"); // "own", "other" or what it is
        QTest::addColumn<bool>("isElsewhere");
        QTest::addColumn<int>("status");
        QTest::addRow("another computer") << QByteArray("POST") << QByteArray("own") << true << 403;
        QTest::addRow("no token") << QByteArray("POST") << QByteArray() << false << 403;
        QTest::addRow("another visitor's token") << QByteArray("POST") << QByteArray("other") << false << 403;
        QTest::addRow("a token of zeros") << QByteArray("POST") << QByteArray(64, '0') << false << 403;
        QTest::addRow("a link") << QByteArray("GET") << QByteArray("own") << false << 405;
    }
    void whatMayNotClearIsRefused()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, token);
        QFETCH(const bool, isElsewhere);
        QFETCH(const int, status);
        const auto where = server(isElsewhere);
        const Phone own(where->port());
        const Phone other(where->port());
        QCOMPARE(own.order("Maria").status, 303);
        const QByteArray sent = token == "own" ? own.token : token == "other" ? other.token : token;
        QCOMPARE(own.ask(method, "/board/clear", "token=" + sent).status, status);
        const QByteArray board = own.ask("GET", "/board").body;
        QVERIFY(board.contains("Maria"));
        QCOMPARE(board.contains("/board/clear"), !isElsewhere);
    }
    void whoBringsTheKeyIsInTheKitchen()
    {
        const auto elsewhere = server(true);
        const Phone phone(elsewhere->port());
        QCOMPARE(phone.order("Maria").status, 303);
        const RawResponse in = phone.ask("GET", "/kitchen/" + m_cafe->kitchenKey());
        QCOMPARE(in.status, 303);
        QCOMPARE(in.field("Location"), "/board");
        const QByteArray cookie = in.field("Set-Cookie");
        for (const QByteArray part : {"; Path=/", "; HttpOnly", "; SameSite=Lax"})
            QVERIFY2(cookie.contains(part), part.constData());
        Phone kitchen(phone);
        kitchen.cookie += "; " + cookie.first(cookie.indexOf(';'));
        QVERIFY(kitchen.ask("GET", "/board").body.contains("action=\"/order/1/ready\""));
        QCOMPARE(kitchen.ask("POST", "/order/1/ready", "token=" + kitchen.token).status, 303);
        QCOMPARE(kitchen.ask("POST", "/board/clear").status, 403); // the key is no token
        QCOMPARE(clear(kitchen).status, 303);
        QCOMPARE(clear(phone).status, 403);
    }
    void aWrongKeyOpensNothing_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addRow("none") << QByteArray();
        QTest::addRow("zeros") << QByteArray(32, '0');
        QTest::addRow("another run's")
            << Cafe(m_databases->filePath(QStringLiteral("2.sqlite"))).kitchenKey();
        QTest::addRow("more than the key") << QByteArray("own0");
    }
    void aWrongKeyOpensNothing()
    {
        QFETCH(QByteArray, key);
        key.replace("own", m_cafe->kitchenKey());
        const auto elsewhere = server(true);
        Phone phone(elsewhere->port());
        const RawResponse refused = phone.ask("GET", "/kitchen/" + key);
        QCOMPARE(refused.status, 404);
        QVERIFY(refused.field("Set-Cookie").isNull());
        phone.cookie += "; kitchen=" + key;
        QVERIFY(!phone.ask("GET", "/board").body.contains("<form"));
        QCOMPARE(clear(phone).status, 403);
    }

    /// As older versions of Porchlight have made them.
    void whatAnOlderFolderLacksIsServedAllTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::addRow("the tab's icon") << QStringLiteral("icon.svg") << QByteArray("image/svg+xml");
        QTest::addRow("the board's script")
            << QStringLiteral("board.js") << QByteArray("text/javascript; charset=utf-8");
    }
    void whatAnOlderFolderLacksIsServedAllTheSame()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, type);
        const Phone phone(m_server->port());
        const QByteArray target = '/' + name.toLatin1();
        const RawResponse own = phone.ask("GET", target);
        QCOMPARE(own.status, 200);
        const QString path = m_site + u'/' + name;
        QVERIFY(QFile::rename(path, path + u'_'));
        const RawResponse builtIn = phone.ask("GET", target);
        const RawResponse other = phone.ask("GET", "/cafe.svg_");
        QVERIFY(QFile::rename(path + u'_', path));
        QCOMPARE(builtIn.status, 200);
        QCOMPARE(builtIn.field("Content-Type"), type);
        QCOMPARE(builtIn.body, own.body);
        QCOMPARE(other.status, 404);
    }

    void anUndoneClearingIsNotTold()
    {
        CafeStore store(m_databases->filePath(QStringLiteral("other.sqlite")), Language::English);
        QVERIFY(store.begin());
        store.add({.dish = 1, .quantity = 1, .name = QStringLiteral("Maria"), .note = {}}, *store.dish(1),
                  "v", {}, 0);
        store.beginQuestion();
        store.clearOrders();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("UNIQUE|NOT NULL")));
        store.add({}, {}, {}, {}, 0); // no such dish, no name: refused, and with it the question
        QVERIFY(!store.endQuestion());
        QVERIFY(store.commit());
        QCOMPARE(store.orders(9).size(), size_t(1));
        QCOMPARE(store.takeChanged().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(KitchenTest)
#include "tst_kitchen.moc"
