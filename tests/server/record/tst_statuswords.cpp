// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/statuswords.h"

#include <QtTest>

using namespace porchlight;

class TestStatusWords final : public QObject
{
    Q_OBJECT
private slots:
    void knowsCodes_data();
    void knowsCodes();
    void isSafeInAStatusLine();
};

void TestStatusWords::knowsCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("phrase");
    QTest::addRow("200") << 200 << QByteArray("OK");
    QTest::addRow("206") << 206 << QByteArray("Partial Content");
    QTest::addRow("301") << 301 << QByteArray("Moved Permanently");
    QTest::addRow("304") << 304 << QByteArray("Not Modified");
    QTest::addRow("404") << 404 << QByteArray("Not Found");
    QTest::addRow("412") << 412 << QByteArray("Precondition Failed");
    QTest::addRow("413, as RFC 9110 renamed it") << 413 << QByteArray("Content Too Large");
    QTest::addRow("416") << 416 << QByteArray("Range Not Satisfiable");
    QTest::addRow("431") << 431 << QByteArray("Request Header Fields Too Large");
    QTest::addRow("503") << 503 << QByteArray("Service Unavailable");
    QTest::addRow("505") << 505 << QByteArray("HTTP Version Not Supported");
}

void TestStatusWords::knowsCodes()
{
    QFETCH(int, status);
    QTEST(reasonPhrase(status).toByteArray(), "phrase");
}

void TestStatusWords::isSafeInAStatusLine()
{
    for (int status = -1; status < 1100; ++status) {
        for (const char c : reasonPhrase(status))
            QVERIFY(c >= ' ' && c < 0x7F);
    }
}

QTEST_APPLESS_MAIN(TestStatusWords)
#include "tst_statuswords.moc"
