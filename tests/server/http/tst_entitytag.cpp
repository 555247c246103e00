// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/entitytag.h"

#include <QtTest>

#include <limits>

using namespace porchlight;

class TestEntityTag final : public QObject
{
    Q_OBJECT
private slots:
    void separatesTheParts();
    void versionsThatAreEasilyConfusedDiffer_data();
    void versionsThatAreEasilyConfusedDiffer();
    void isAValidField_data();
    void isAValidField();
    void compares_data();
    void compares();
    void parsesLists_data();
    void parsesLists();
    void refusesLists_data();
    void refusesLists();
    void parsesExactlyOne();
};

void TestEntityTag::separatesTheParts()
{
    QCOMPARE(fileEntityTag(255, 4096, 10).toField(), QByteArray("\"ff-1000-a\""));
    QVERIFY(fileEntityTag(0x12, 0x3, 0x4) != fileEntityTag(0x1, 0x23, 0x4));
    QVERIFY(fileEntityTag(0x1, 0x23, 0x4) != fileEntityTag(0x1, 0x2, 0x34));
    QVERIFY(fileEntityTag(1, 2, 3) != fileEntityTag(1, 3, 2));
    QVERIFY(fileEntityTag(1, -2, 3) != fileEntityTag(1, 2, 3));
}

void TestEntityTag::versionsThatAreEasilyConfusedDiffer_data()
{
    struct Version
    {
        qint64 size, modifiedNs;
        quint64 inode;
    };
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, Version one, Version other) {
        QTest::newRow(name) << fileEntityTag(one.size, one.modifiedNs, one.inode).toField()
                            << fileEntityTag(other.size, other.modifiedNs, other.inode).toField();
    };
    constexpr qint64 Second = 1'000'000'000;
    constexpr qint64 Now = 1'795'000'000 * Second;
    row("size 1 at second 0, size 0 at second 1", {1, 0, 7}, {0, Second, 7});
    row("size 1 at nanosecond 0, size 0 at nanosecond 1", {1, 0, 7}, {0, 1, 7});
    row("size and time exchanged", {16, 32, 7}, {32, 16, 7});
    row("the same sum", {10, Now, 7}, {11, Now - 1, 7});
    row("the same exclusive or", {5, 6, 7}, {6, 5, 7});
    row("the same digits, parted elsewhere", {0x12, 0x34, 0x56}, {0x1, 0x234, 0x56});
    row("the same digits, one part empty", {0x0, 0x12, 0x3}, {0x0, 0x1, 0x23});
    row("one nanosecond later", {100, Now, 7}, {100, Now + 1, 7});
    row("times that agree in their low 32 bits", {100, Now, 7}, {100, Now + (Q_INT64_C(1) << 32), 7});
    row("sizes that agree in their low 32 bits", {100, Now, 7}, {100 + (Q_INT64_C(1) << 32), Now, 7});
    row("another file put in its place", {100, Now, 7}, {100, Now, 8});
    row("before and after 1970", {100, -Second, 7}, {100, Second, 7});
}

void TestEntityTag::versionsThatAreEasilyConfusedDiffer()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QVERIFY(one != other);
}

void TestEntityTag::isAValidField_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("modifiedNs");
    QTest::addColumn<quint64>("inode");
    QTest::addRow("zeros") << qint64(0) << qint64(0) << quint64(0);
    QTest::addRow("before 1970") << qint64(5) << qint64(-1) << quint64(7);
    QTest::addRow("the largest") << std::numeric_limits<qint64>::max() << std::numeric_limits<qint64>::min()
                                 << std::numeric_limits<quint64>::max();
}

void TestEntityTag::isAValidField()
{
    QFETCH(qint64, size);
    QFETCH(qint64, modifiedNs);
    QFETCH(quint64, inode);
    const EntityTag tag = fileEntityTag(size, modifiedNs, inode);
    QVERIFY(!tag.weak);
    QVERIFY(parseEntityTag(tag.toField()) == tag);
}

void TestEntityTag::compares_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("strongly");
    QTest::addColumn<bool>("weakly");
    // The table of RFC 9110 §8.8.3.2.
    QTest::addRow("both weak, same") << QByteArray("W/\"1\"") << QByteArray("W/\"1\"") << false << true;
    QTest::addRow("both weak, different") << QByteArray("W/\"1\"") << QByteArray("W/\"2\"") << false << false;
    QTest::addRow("one weak, same") << QByteArray("W/\"1\"") << QByteArray("\"1\"") << false << true;
    QTest::addRow("both strong, same") << QByteArray("\"1\"") << QByteArray("\"1\"") << true << true;
    QTest::addRow("case matters") << QByteArray("\"a\"") << QByteArray("\"A\"") << false << false;
}

void TestEntityTag::compares()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto first = parseEntityTag(a);
    const auto second = parseEntityTag(b);
    QVERIFY(first && second);
    QTEST(matchesStrongly(*first, *second), "strongly");
    QTEST(matchesStrongly(*second, *first), "strongly");
    QTEST(matchesWeakly(*first, *second), "weakly");
    QTEST(matchesWeakly(*second, *first), "weakly");
}

void TestEntityTag::parsesLists_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("any");
    QTest::addColumn<QByteArrayList>("tags");
    QTest::addRow("one") << QByteArray("\"xyzzy\"") << false << QByteArrayList{"\"xyzzy\""};
    QTest::addRow("one weak") << QByteArray("W/\"xyzzy\"") << false << QByteArrayList{"W/\"xyzzy\""};
    QTest::addRow("the empty tag") << QByteArray("\"\"") << false << QByteArrayList{"\"\""};
    QTest::addRow("three") << QByteArray("\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\"") << false
                           << QByteArrayList{"\"xyzzy\"", "\"r2d2xxxx\"", "\"c3piozzzz\""};
    QTest::addRow("no spaces") << QByteArray("\"a\",W/\"b\"") << false << QByteArrayList{"\"a\"", "W/\"b\""};
    QTest::addRow("many spaces and tabs")
        << QByteArray(" \"a\" \t, \t\"b\" ") << false << QByteArrayList{"\"a\"", "\"b\""};
    QTest::addRow("empty elements") << QByteArray(", ,\"a\",,\"b\", ,") << false
                                    << QByteArrayList{"\"a\"", "\"b\""};
    QTest::addRow("a comma within") << QByteArray("\"a,b\", \"c\"") << false
                                    << QByteArrayList{"\"a,b\"", "\"c\""};
    QTest::addRow("a backslash escapes nothing")
        << QByteArray("\"a\\\", \"b\"") << false << QByteArrayList{"\"a\\\"", "\"b\""};
    QTest::addRow("bytes beyond ASCII")
        << QByteArray("\"\xC3\xA9\x80\"") << false << QByteArrayList{"\"\xC3\xA9\x80\""};
    QTest::addRow("any") << QByteArray("*") << true << QByteArrayList{};
    QTest::addRow("any, with spaces") << QByteArray(" * ") << true << QByteArrayList{};
    QTest::addRow("a star in quotes is a tag") << QByteArray("\"*\"") << false << QByteArrayList{"\"*\""};
}

void TestEntityTag::parsesLists()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArrayList, tags);
    const EntityTagList list = parseEntityTags(field);
    QTEST(list.any, "any");
    QByteArrayList found;
    for (const EntityTag &tag : list.tags) {
        found.append(tag.toField());
        QVERIFY(list.containsWeakly({tag.opaque, !tag.weak}));
        QCOMPARE(list.containsStrongly({tag.opaque, false}), !tag.weak);
    }
    QCOMPARE(found, tags);
    QVERIFY(!list.containsWeakly({"something else", false}));
}

void TestEntityTag::refusesLists_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"",           " ",        ",",           ", ,",          "xyzzy",   "\"",
                              "\"a",        "a\"",      "'a'",         "w/\"a\"",      "W/",      "W/a",
                              "W\"a\"",     "W/ \"a\"", "\"a\" \"b\"", "\"a\"; \"b\"", "\"a\"b",  "\"a\", b",
                              "\"a\", \"b", "*, \"a\"", "\"a\", *",    "**",           "\"a b\"", "\"a\tb\"",
                              "\"a\x7F\"",  "\"\x01\""})
        QTest::addRow("'%s'", field) << QByteArray(field);
    QTest::addRow("a NUL in a tag") << QByteArray("\"a\0b\"", 5);
}

void TestEntityTag::refusesLists()
{
    QFETCH(QByteArray, field);
    const EntityTagList list = parseEntityTags(field);
    QVERIFY(!list.any);
    QVERIFY(list.tags.empty());
}

void TestEntityTag::parsesExactlyOne()
{
    QVERIFY(parseEntityTag("\"a\"") == (EntityTag{"a", false}));
    QVERIFY(parseEntityTag("W/\"a\"") == (EntityTag{"a", true}));
    for (const QByteArray text : {"", "*", "\"a\" ", " \"a\"", "\"a\",", "\"a\", \"b\"", "\"a\"\"b\"", "W/",
                                  "Sun, 06 Nov 1994 08:49:37 GMT"})
        QVERIFY2(!parseEntityTag(text), text.constData());
}

QTEST_APPLESS_MAIN(TestEntityTag)
#include "tst_entitytag.moc"
