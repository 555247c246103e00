// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/byterange.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace porchlight;

namespace {

/// "0-4,6-9", "whole" or "416".
QByteArray described(const RangeSelection &selection)
{
    if (std::holds_alternative<WholeFile>(selection))
        return "whole";
    if (std::holds_alternative<NoRangeSatisfiable>(selection))
        return "416";
    QByteArrayList texts;
    for (const ByteRange &range : std::get<std::vector<ByteRange>>(selection))
        texts.append(QByteArray::number(range.first) + '-' + QByteArray::number(range.last));
    return texts.join(',');
}

QByteArray manyRanges(int count)
{
    QByteArrayList texts;
    for (int i = 0; i < count; ++i)
        texts.append(QByteArray::number(i * 10) + '-' + QByteArray::number(i * 10 + 1));
    return "bytes=" + texts.join(',');
}

} // namespace

class TestByteRange final : public QObject
{
    Q_OBJECT
private slots:
    void selects_data();
    void selects();
    void neverSelectsNonsense();
    void writesContentRange();
};

void TestByteRange::selects_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &field, qint64 size, const QByteArray &expected) {
        QTest::addRow("%s", name) << field << size << expected;
    };

    // RFC 9110 §14.1.2's examples, of 10,000 bytes
    row("the first 500 bytes", "bytes=0-499", 10'000, "0-499");
    row("the second 500 bytes", "bytes=500-999", 10'000, "500-999");
    row("the final 500 bytes", "bytes=-500", 10'000, "9500-9999");
    row("the final 500 bytes, open", "bytes=9500-", 10'000, "9500-9999");
    row("the first and last bytes only", "bytes=0-0,-1", 10'000, "0-0,9999-9999");
    row("the first, middle and last 1000 bytes", "bytes= 0-999, 4500-5499, -1000", 10'000,
        "0-999,4500-5499,9000-9999");
    row("adjacent ranges coalesce", "bytes=500-600,601-999", 10'000, "500-999");
    row("overlapping ranges coalesce", "bytes=500-700,601-999", 10'000, "500-999");

    row("one byte", "bytes=0-0", 11, "0-0");
    row("the last byte", "bytes=10-10", 11, "10-10");
    row("the whole file", "bytes=0-10", 11, "0-10");
    row("open from the start", "bytes=0-", 11, "0-10");
    row("an end past the file is cut", "bytes=5-99", 11, "5-10");
    row("a start past the end is unsatisfiable", "bytes=11-", 11, "416");
    row("both past the end are unsatisfiable", "bytes=11-20", 11, "416");
    row("a suffix", "bytes=-5", 11, "6-10");
    row("a suffix as long as the file", "bytes=-11", 11, "0-10");
    row("a suffix longer than the file serves the whole file", "bytes=-999", 11, "0-10");
    row("a suffix of nothing is unsatisfiable", "bytes=-0", 11, "416");
    row("leading zeros", "bytes=0000000000000000000000001-0002", 11, "1-2");

    row("the unit in any case", "BYTES=0-1", 11, "0-1");
    row("the unit in mixed case", "Bytes=0-1", 11, "0-1");
    row("another unit is ignored", "lines=0-1", 11, "whole");
    row("no unit is ignored", "0-1", 11, "whole");
    row("a unit alone is ignored", "bytes", 11, "whole");
    row("space before the equals sign", "bytes =0-1", 11, "whole");
    row("a colon for the equals sign", "bytes: 0-1", 11, "whole");
    row("nothing", "", 11, "whole");
    row("no ranges", "bytes=", 11, "whole");
    row("only commas", "bytes=, ,", 11, "whole");

    row("a dash alone", "bytes=-", 11, "whole");
    row("two dashes", "bytes=--1", 11, "whole");
    row("two dashes after a number", "bytes=1--2", 11, "whole");
    row("three numbers", "bytes=0-1-2", 11, "whole");
    row("no dash", "bytes=5", 11, "whole");
    row("letters", "bytes=a-b", 11, "whole");
    row("hexadecimal", "bytes=0x1-2", 11, "whole");
    row("a plus sign", "bytes=+1-2", 11, "whole");
    row("a fraction", "bytes=0.5-2", 11, "whole");
    row("space within", "bytes=0 -1", 11, "whole");
    row("space within the number", "bytes=1 0-11", 11, "whole");
    row("semicolons", "bytes=0-1;3-4", 11, "whole");
    row("backwards is malformed", "bytes=5-4", 11, "whole");
    row("one backwards spoils all", "bytes=0-1,5-4", 11, "whole");
    row("one malformed spoils all", "bytes=0-1,x", 11, "whole");
    row("two fields joined", "bytes=0-1, bytes=3-4", 11, "whole");
    row("digits of other scripts", "bytes=\xD9\xA0-1", 11, "whole");
    row("a NUL", QByteArray("bytes=0\0-1", 10), 11, "whole");

    row("empty members", "bytes=,0-1,, ,5-6,", 11, "0-1,5-6");
    row("spaces and tabs around commas", "bytes=0-1 \t,\t 5-6 ", 11, "0-1,5-6");
    row("the order of the request is kept", "bytes=8-9,0-1,4-5", 11, "8-9,0-1,4-5");
    row("unsatisfiable ones are left out", "bytes=20-,0-1,-0", 11, "0-1");
    row("none satisfiable", "bytes=20-,30-40,-0", 11, "416");
    row("coalesced, then one bridges two", "bytes=0-1,4-5,2-3", 11, "0-5");
    row("a bridge keeps the first one's place", "bytes=6-7,0-1,4-5", 11, "4-7,0-1");
    row("a bridge over three", "bytes=8-9,0-0,4-5,6-7", 11, "4-9,0-0");
    row("one byte apart is not adjacent", "bytes=0-1,3-4", 11, "0-1,3-4");
    row("the same twice", "bytes=0-1,0-1", 11, "0-1");
    row("one within another", "bytes=0-5,2-3", 11, "0-5");

    row("together as long as the file", "bytes=0-5,6-10", 11, "0-10");
    row("together longer than the file", "bytes=0-5,5-10", 11, "whole");
    row("the whole file twice", "bytes=0-,0-", 11, "whole");
    row("the whole file and its end", "bytes=0-,-1", 11, "whole");
    row("CVE-2011-3192: many overlapping tails", "bytes=0-,5-0,5-1,5-2,5-3,5-4", 11, "whole");
    row("sixteen ranges", manyRanges(16), 1000,
        "0-1,10-11,20-21,30-31,40-41,50-51,60-61,70-71,80-81,90-91,100-101,110-111,120-121,130-131,140-141,"
        "150-151");
    row("seventeen ranges", manyRanges(17), 1000, "whole");
    row("seventeen ranges, most past the end", manyRanges(17), 5, "whole");
    row("a thousand ranges", manyRanges(1000), 1'000'000, "whole");

    row("an empty file, from its start", "bytes=0-", 0, "416");
    row("an empty file, its first byte", "bytes=0-0", 0, "416");
    row("an empty file, a suffix", "bytes=-5", 0, "whole");
    row("an empty file, a suffix of nothing", "bytes=-0", 0, "416");
    row("an empty file, malformed", "bytes=x", 0, "whole");
    row("a file of one byte", "bytes=0-", 1, "0-0");

    row("beyond 4 GiB", "bytes=4294967296-4294967300", 6'000'000'000, "4294967296-4294967300");
    row("the end of a huge file", "bytes=-1", 9'223'372'036'854'775'807,
        "9223372036854775806-9223372036854775806");
    row("the largest number as the end", "bytes=0-9223372036854775807", 11, "0-10");
    row("an end beyond 64 bits", "bytes=0-99999999999999999999999999", 11, "0-10");
    row("a start beyond 64 bits", "bytes=18446744073709551616-", 11, "416");
    row("both beyond 64 bits", "bytes=18446744073709551616-18446744073709551617", 11, "416");
    row("a suffix beyond 64 bits", "bytes=-18446744073709551617", 11, "0-10");
    row("sums that would overflow", "bytes=0-9223372036854775806,1-9223372036854775806",
        9'223'372'036'854'775'807, "whole");
}

void TestByteRange::selects()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, size);
    QTEST(described(selectRanges(field, size)), "expected");
}

void TestByteRange::neverSelectsNonsense()
{
    QRandomGenerator random(1);
    const QByteArray alphabet("0123456789--,, \tx");
    int selected = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray field("bytes=");
        for (int length = random.bounded(1, 24); length > 0; --length)
            field.append(alphabet[random.bounded(int(alphabet.size()))]);
        const qint64 size = random.bounded(0, 200);
        const RangeSelection selection = selectRanges(field, size);
        const auto *ranges = std::get_if<std::vector<ByteRange>>(&selection);
        if (!ranges)
            continue;
        ++selected;
        QVERIFY(!ranges->empty());
        auto sorted = *ranges;
        std::ranges::sort(sorted, {}, &ByteRange::first);
        qint64 free = 0;
        for (const ByteRange &range : sorted) {
            QVERIFY2(range.first >= free && range.first <= range.last && range.last < size,
                     field.constData());
            free = range.last + 2;
        }
    }
    QVERIFY(selected > 100);
}

void TestByteRange::writesContentRange()
{
    QCOMPARE(contentRange({0, 499}, 1234), QByteArray("bytes 0-499/1234"));
    QCOMPARE(contentRange({4'294'967'296, 5'999'999'999}, 6'000'000'000),
             QByteArray("bytes 4294967296-5999999999/6000000000"));
    QCOMPARE(unsatisfiedRange(0), QByteArray("bytes */0"));
}

QTEST_APPLESS_MAIN(TestByteRange)
#include "tst_byterange.moc"
