// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/contentdisposition.h"

#include <QtTest>

using namespace porchlight;

class ContentDispositionTest final : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *what, const QByteArray &name, const QByteArray &value) {
            QTest::newRow(what) << name << "attachment; filename=" + value;
        };
        row("plain", "Lake 1 (b).zip", "\"Lake 1 (b).zip\"");
        row("a semicolon is nothing in quotes", "a;b=c.zip", "\"a;b=c.zip\"");
        row("a quote", "a\"b", "\"a_b\"; filename*=UTF-8''a%22b");
        row("a backslash", "a\\b", "\"a_b\"; filename*=UTF-8''a%5Cb");
        row("a per cent sign", "100%25", "\"100_25\"; filename*=UTF-8''100%2525");
        row("UTF-8", "\xc3\xbc\xe6\xb9\x96.zip", "\"__.zip\"; filename*=UTF-8''%C3%BC%E6%B9%96.zip");
        row("four bytes", "\xf0\x9f\x8c\x8a", "\"_\"; filename*=UTF-8''%F0%9F%8C%8A");
        row("line breaks", "a\r\nX: y", "\"a__X: y\"; filename*=UTF-8''a%0D%0AX%3A%20y");
        row("not UTF-8", "caf\xe9", "\"caf_\"; filename*=UTF-8''caf%EF%BF%BD");
        row("NUL", QByteArray("a\0b", 3), "\"a_b\"; filename*=UTF-8''a%00b");
    }
    void names()
    {
        QFETCH(QByteArray, name);
        QTEST(attachmentDisposition(name), "value");
    }
};

QTEST_APPLESS_MAIN(ContentDispositionTest)
#include "tst_contentdisposition.moc"
