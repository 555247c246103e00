// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/search/namematch.h"

#include <QtTest>

using namespace porchlight;

class NameMatchTest final : public QObject
{
    Q_OBJECT
private slots:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("result");
        const auto row = [](const char *what, const QByteArray &words, const QByteArray &name, bool result) {
            QTest::newRow(what) << words << name << result;
        };
        row("a part of the name", "eac", "beach.jpg", true);
        row("another name", "lake", "beach.jpg", false);
        row("case does not count", "BEACH", "Beach.JPG", true);
        row("nor in Greek", "\xce\xa3\xce\xbf\xcf\x86\xce\xaf\xce\xb1",
            "\xcf\x83\xce\xbf\xcf\x86\xce\xaf\xce\xb1.jpg", true);
        row("nor a sigma at the end", "\xce\xa3", "\xcf\x82", true);
        row("a composed letter finds one of two characters", "\xc3\xbc", "u\xcc\x88.txt", true);
        row("and the other way round", "U\xcc\x88", "\xc3\xbc.txt", true);
        row("an accent counts", "u", "\xc3\xbc", false);
        row("all words, in any order", "jpg  beach ", "beach 2.jpg", true);
        row("each of them", "beach png", "beach 2.jpg", false);
        row("no patterns", "*.jpg", "beach.jpg", false);
        row("but their characters", ".*[", "a.*[b", true);
        row("what is not UTF-8 breaks nothing", "beach", "\xff\xfe beach \xc3", true);
        row("a question that is not UTF-8", "\xff", "beach", false);
    }
    void matches()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, name);
        QTEST(NameMatch(words).matches(name), "result");
    }

    void noWord()
    {
        QVERIFY(NameMatch("").isEmpty());
        QVERIFY(NameMatch(" \t\n").isEmpty());
        QVERIFY(!NameMatch("a").isEmpty());
    }

    void longQuestionsAreCut()
    {
        QCOMPARE(NameMatch(QByteArray(8000, 'a')).words().size(), NameMatch::MaxLength);
    }
};

QTEST_APPLESS_MAIN(NameMatchTest)
#include "tst_namematch.moc"
