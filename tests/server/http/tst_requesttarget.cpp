// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requesttarget.h"

#include <QtTest>

using namespace porchlight;

class TestRequestTarget final : public QObject
{
    Q_OBJECT
private slots:
    void isTakenApart_data();
    void isTakenApart();
    void otherFormsAreRefused_data();
    void otherFormsAreRefused();
};

void TestRequestTarget::isTakenApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArrayList>("parts");
    const auto row = [](const char *target, const QByteArrayList &parts) {
        QTest::addRow("%s", target) << QByteArray(target) << parts;
    };
    row("/", {"", "/", ""});
    row("/a/%2e%2E//b", {"", "/a/%2e%2E//b", ""});
    row("/a?b=/c?d", {"", "/a", "b=/c?d"});
    row("/?", {"", "/", ""});
    row("//evil.com/a", {"", "//evil.com/a", ""});
    row("http://porch", {"porch", "", ""});
    row("HTTP://porch:8080/a?b", {"porch:8080", "/a", "b"});
    row("https://[::1]:8080/", {"[::1]:8080", "/", ""});
    row("http://porch?b", {"porch", "", "b"});
    row("/http://evil.com/", {"", "/http://evil.com/", ""});
}

void TestRequestTarget::isTakenApart()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArrayList, parts);
    const auto split = splitTarget(target);
    QVERIFY(split);
    QCOMPARE(split->authority, parts[0]);
    QCOMPARE(split->path, parts[1]);
    QCOMPARE(split->query, parts[2]);
}

void TestRequestTarget::otherFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"", "*", "a", "porch:80", "http:/a", "http://", "ftp://porch/"})
        QTest::addRow("'%s'", target) << QByteArray(target);
}

void TestRequestTarget::otherFormsAreRefused()
{
    QFETCH(QByteArray, target);
    QVERIFY(!splitTarget(target));
}

QTEST_APPLESS_MAIN(TestRequestTarget)
#include "tst_requesttarget.moc"
