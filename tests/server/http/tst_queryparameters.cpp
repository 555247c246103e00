// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/queryparameters.h"

#include <QtTest>

using namespace porchlight;

class TestQueryParameters final : public QObject
{
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void keepsAllOfAName();
};

void TestQueryParameters::decodes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *query, std::optional<QByteArray> value) {
        QTest::addRow("%s", name) << QByteArray(query) << value.has_value() << value.value_or(QByteArray());
    };
    row("nothing", "", std::nullopt);
    row("another name", "qq=1&p=2", std::nullopt);
    row("a name alone", "q", "");
    row("no value", "q=", "");
    row("the first counts", "a=1&q=one&q=two", "one");
    row("plus is a space", "q=two+words", "two words");
    row("escapes are decoded once", "q=%2541+%e2%82%ac", "%41 €");
    row("an escaped separator stays in the value", "q=a%26b%3dc", "a&b=c");
    row("equals signs after the first belong to the value", "q=a=b", "a=b");
    row("the name is decoded", "%71=1", "1");
    row("a broken escape stands for itself", "q=100%&x", "100%");
    row("a half escape stands for itself", "q=%4", "%4");
    row("an escape without hex stands for itself", "q=%zz", "%zz");
    row("NUL comes through", "q=a%00b", QByteArray("a\0b", 3));
    row("empty pairs are nothing", "&&q=1&", "1");
}

void TestQueryParameters::decodes()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, isThere);
    const auto value = QueryParameters(query).value("q");
    QCOMPARE(value.has_value(), isThere);
    QTEST(value.value_or(QByteArray()), "value");
}

void TestQueryParameters::keepsAllOfAName()
{
    const QueryParameters parameters("item=b&zip&item=a+1&item=");
    QCOMPARE(parameters.values("item"), QList<QByteArray>({"b", "a 1", ""}));
    QVERIFY(parameters.has("zip"));
    QVERIFY(parameters.values("none").isEmpty());
}

QTEST_APPLESS_MAIN(TestQueryParameters)
#include "tst_queryparameters.moc"
