// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lonevisitor.h"
#include "tests/support/liveserver.h"
#include "tests/support/sharefolder.h"

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
