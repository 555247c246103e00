// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/listing.h"
#include "server/site/naturalorder.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace porchlight;

class ListingTest : public QObject
{
    Q_OBJECT
private slots:
    void naturalOrder_data();
    void naturalOrder();
    void keepsWhatItWasGiven();
    void anyOrderInSameOrderOut();
    void sortsTenThousandNames();
};

void ListingTest::naturalOrder_data()
{
    using Names = QList<QByteArray>;
    QTest::addColumn<Names>("names"); // in their right order; a name with a slash at its end is a folder
    QTest::addRow("numbers by value") << Names{"IMG_2.jpg", "IMG_10.jpg", "IMG_100.jpg"};
    QTest::addRow("numbers in the middle") << Names{"s1e2 b", "s1e10 a", "s2e1"};
    QTest::addRow("numbers longer than any integer")
        << Names{"9999999999999999999999", "10000000000000000000000"};
    QTest::addRow("leading zeros do not count") << Names{"track 1", "track 02", "track 3", "track 010"};
    QTest::addRow("equal numbers: the bytes decide") << Names{"a007", "a07", "a7"};
    QTest::addRow("zero") << Names{"0", "1", "a"};
    QTest::addRow("case does not count") << Names{"apple", "Banana", "cherry"};
    QTest::addRow("equal but for case: the bytes decide") << Names{"README", "Readme", "readme"};
    QTest::addRow("accents do not count") << Names{"\xc3\x89"
                                                   "clair 1",
                                                   "eclair 2",
                                                   "\xc3\xa9"
                                                   "clair 3"};
    QTest::addRow("composed and decomposed stand together") << Names{"cafe\xcc\x81", "caf\xc3\xa9", "cafes"};
    QTest::addRow("folders first") << Names{"Zoo/", "apple"};
    QTest::addRow("folders by value too") << Names{"2/", "10/", "1"};
    QTest::addRow("a beginning comes before the whole") << Names{"a", "a b", "ab"};
    QTest::addRow("a digit comes before a letter") << Names{"1st", "first"};
    QTest::addRow("bytes that are not UTF-8 have a place") << Names{"a", "\xfe", "\xff"};
}

void ListingTest::naturalOrder()
{
    QFETCH(QList<QByteArray>, names);
    FolderContents contents;
    for (auto it = names.crbegin(); it != names.crend(); ++it)
        contents.entries.push_back({it->endsWith('/') ? it->chopped(1) : *it, it->endsWith('/'), 0, 0});
    const Listing listing = makeListing("share", {}, std::move(contents));
    QList<QByteArray> sorted;
    for (const FolderEntry &entry : listing.entries)
        sorted.append(entry.isFolder ? entry.name + '/' : entry.name);
    QCOMPARE(sorted, names);
}

void ListingTest::keepsWhatItWasGiven()
{
    FolderContents contents;
    contents.entries = {{"b", false, 12, 34}, {"a", false, 56, 78}};
    contents.truncated = true;
    const Listing listing = makeListing("share", {"Lake", "Evening"}, std::move(contents));
    QCOMPARE(listing.shareName, "share");
    QCOMPARE(listing.folder, (QList<QByteArray>{"Lake", "Evening"}));
    QVERIFY(listing.truncated);
    QCOMPARE(listing.entries[0].size, 56);
    QCOMPARE(listing.entries[0].modifiedNs, 78);
    QCOMPARE(listing.entries[1].size, 12);
}

void ListingTest::anyOrderInSameOrderOut()
{
    QList<QByteArray> first;
    std::mt19937 random(1);
    FolderContents contents;
    for (int i = 0; i < 300; ++i)
        contents.entries.push_back(
            {"File " + QByteArray::number(i % 100).rightJustified(i / 100 + 1, '0'), i % 7 == 0, i, 0});
    for (int round = 0; round < 20; ++round) {
        std::shuffle(contents.entries.begin(), contents.entries.end(), random);
        QList<QByteArray> names;
        for (const FolderEntry &entry : makeListing({}, {}, contents).entries)
            names.append(entry.name);
        if (round == 0)
            first = names;
        QCOMPARE(names, first);
    }
}

void ListingTest::sortsTenThousandNames()
{
    FolderContents contents;
    for (int i = 0; i < 10'000; ++i)
        contents.entries.push_back({"IMG_" + QByteArray::number((i * 7919) % 10'000) + ".jpg", false, i, 0});
    Listing listing;
    QBENCHMARK_ONCE
    {
        listing = makeListing("share", {}, contents);
    }
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(listing.entries[size_t(i)].name, "IMG_" + QByteArray::number(i) + ".jpg");
}

QTEST_APPLESS_MAIN(ListingTest)
#include "tst_listing.moc"
