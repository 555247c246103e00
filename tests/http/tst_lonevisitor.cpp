// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lonevisitor.h"
#include "tests/support/liveserver.h"
#include "tests/support/sharefolder.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

class LoneVisitorTest final : public QObject
{
    Q_OBJECT
private slots:
    void aPagesPartsAreFound_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QList<QByteArray>>("parts");
        QTest::addRow("picture") << QByteArray("<img src=\"a b.jpg\">")
                                 << QList<QByteArray>{"/menu/a%20b.jpg"};
        QTest::addRow("style, script, icon")
            << QByteArray("<LINK rel=\"stylesheet\" href='/s.css'><script src=\"x.js?v=1&amp;w=2\"></script>"
                          "<link rel=\"icon\" href=\"i.png\">")
            << QList<QByteArray>{"/s.css", "/menu/x.js?v=1&w=2", "/menu/i.png"};
        QTest::addRow("each once") << QByteArray("<img src=\"a.jpg\"><img src=\"./a.jpg#x\">")
                                   << QList<QByteArray>{"/menu/a.jpg"};
        QTest::addRow("not of others") << QByteArray("<img src=\"http://there/a.jpg\"><img src=\"data:,x\">"
                                                     "<img src=\"//there/b.jpg\"><img src=\"\">")
                                       << QList<QByteArray>();
        QTest::addRow("links are not followed")
            << QByteArray("<a href=\"b.html\">b</a><link rel=\"next\" href=\"c\">") << QList<QByteArray>();
        QTest::addRow("no more than allowed")
            << QByteArray("<img src=1><img src=\"1\"><img src=\"2\"><img src=\"3\"><img src=\"4\">")
            << QList<QByteArray>{"/menu/1", "/menu/2", "/menu/3"};
    }
    void aPagesPartsAreFound()
    {
        QFETCH(const QByteArray, html);
        QFETCH(const QList<QByteArray>, parts);
        QCOMPARE(partsOfPage(html, "/menu/", 3), parts);
    }

    void theSecondVisitAsksWhetherItsCopiesAreGood()
    {
        ShareFolder folder;
        QVERIFY(folder.write(
            QStringLiteral("index.html"),
            "<link rel=\"stylesheet\" href=\"s.css\"><img src=\"a.jpg\"><img src=\"gone.jpg\">"));
        QVERIFY(folder.write(QStringLiteral("s.css"), "body{}"));
        QVERIFY(folder.write(QStringLiteral("a.jpg"), "picture"));
        LiveServer server(folder.path());
        QVERIFY(server.isRunning());
        const auto statuses = [&server] {
            QList<int> all;
            for (const Exchange &each : server.finished())
                all.append(each.status);
            return all;
        };
        LoneVisitor visitor;
        visitor.visit(QHostAddress(QHostAddress::LocalHost), server.port());
        visitor.visit(QHostAddress(QHostAddress::LocalHost), server.port()); // it is under way already
        QTRY_COMPARE(server.finished().size(), 4);
        QCOMPARE(server.finished("/a.jpg").requestField("Referer"),
                 "http://localhost:" + QByteArray::number(server.port()) + "/");
        QTRY_COMPARE(statuses().count(200), 3);
        QCOMPARE(statuses().count(404), 1);

        QTRY_VERIFY([&] { // once it knows that the first has ended
            visitor.visit(QHostAddress(QHostAddress::LocalHost), server.port());
            return server.finished().size() >= 8;
        }());
        QCOMPARE(statuses().count(304), 3);
    }

    void aLargePictureIsTakenWhole()
    {
        ShareFolder folder;
        QVERIFY(folder.write(QStringLiteral("index.html"), "<img src=\"a.jpg\">"));
        const QByteArray picture(16 * 1024 * 1024, 'x'); // more than sockets hold
        QVERIFY(folder.write(QStringLiteral("a.jpg"), picture));
        LiveServer server(folder.path());
        LoneVisitor visitor;
        visitor.visit(QHostAddress(QHostAddress::LocalHost), server.port());
        QTRY_COMPARE(server.finished().size(), 2);
        const Exchange exchange = server.finished("/a.jpg");
        QCOMPARE(exchange.ending, Ending::Complete);
        QCOMPARE(exchange.bodyBytes, picture.size());
    }

    void whatWasCutIsNotKept()
    {
        QTcpServer server;
        QList<QByteArray> requests;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&requests, socket] {
                requests.append(socket->readAll());
                const QByteArray page("<img src=\"a.jpg\">");
                if (requests.last().startsWith("GET / "))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"page\"\r\n"
                                  "Content-Length: " +
                                  QByteArray::number(page.size()) + "\r\n\r\n" + page);
                else
                    socket->write("HTTP/1.1 200 OK\r\nETag: \"picture\"\r\nContent-Length: 9\r\n\r\nha");
                socket->disconnectFromHost();
            });
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
        LoneVisitor visitor;
        QTRY_VERIFY([&] {
            visitor.visit(QHostAddress(QHostAddress::LocalHost), server.serverPort());
            return requests.size() >= 4;
        }());
        QVERIFY(requests[2].contains("If-None-Match: \"page\""));
        QVERIFY(requests[3].startsWith("GET /a.jpg "));
        QVERIFY(!requests[3].contains("If-None-Match"));
    }

    void aServerThatIsGoneEndsTheVisit()
    {
        LoneVisitor visitor;
        ShareFolder folder;
        LiveServer server(folder.path());
        const quint16 port = server.port();
        QVERIFY(server.stop());
        visitor.visit(QHostAddress(QHostAddress::LocalHost), port);
        QVERIFY(server.start());
        QTRY_VERIFY([&] {
            visitor.visit(QHostAddress(QHostAddress::LocalHost), server.port());
            return !server.finished().isEmpty();
        }());
    }
};

QTEST_GUILESS_MAIN(LoneVisitorTest)
#include "tst_lonevisitor.moc"
