// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/http/byterange.h"

#include <QByteArrayList>

#include <limits>

/// The input is the value of a Range field.
namespace porchlight::fuzz {

namespace {

using Ranges = std::vector<ByteRange>;

void checkContentRange(const ByteRange &range, qint64 size)
{
    const QByteArray text = contentRange(range, size);
    REQUIRE(text.startsWith("bytes "));
    const QByteArrayList parts = text.sliced(6).replace('/', '-').split('-');
    REQUIRE(parts.size() == 3);
    REQUIRE(parts[0].toLongLong() == range.first);
    REQUIRE(parts[1].toLongLong() == range.last);
    REQUIRE(parts[2].toLongLong() == size);
}

QByteArray fieldOf(const Ranges &ranges)
{
    QByteArrayList texts;
    for (const ByteRange &range : ranges)
        texts.append(QByteArray::number(range.first) + '-' + QByteArray::number(range.last));
    return "bytes=" + texts.join(',');
}

bool covers(const Ranges &ranges, const ByteRange &inner)
{
    return std::any_of(ranges.begin(), ranges.end(), [&](const ByteRange &range) {
        return range.first <= inner.first && inner.last <= range.last;
    });
}

void checkRanges(const Ranges &ranges, qint64 size)
{
    REQUIRE(!ranges.empty() && ranges.size() <= size_t(MaxRanges));
    Ranges sorted = ranges;
    std::sort(sorted.begin(), sorted.end(), [](auto &a, auto &b) { return a.first < b.first; });
    qint64 previous = -2;
    for (const ByteRange &range : sorted) {
        REQUIRE(range.first > previous + 1 && range.first <= range.last && range.last < size);
        previous = range.last;
        checkContentRange(range, size);
    }
    REQUIRE(std::get<Ranges>(selectRanges(fieldOf(ranges), size)) == ranges);
}

/// Each member alone must say what it says in company.
void checkMembers(QByteArrayView input, const RangeSelection &selection, qint64 size)
{
    if (std::holds_alternative<WholeFile>(selection))
        return;
    const auto *ranges = std::get_if<Ranges>(&selection);
    bool any = false;
    const qsizetype unit = input.indexOf('=') + 1;
    for (const QByteArray &member : input.sliced(unit).toByteArray().split(',')) {
        if (member.trimmed().isEmpty())
            continue;
        const RangeSelection alone = selectRanges("bytes=" + member, size);
        REQUIRE(!std::holds_alternative<WholeFile>(alone));
        if (const auto *range = std::get_if<Ranges>(&alone)) {
            REQUIRE(range->size() == 1 && ranges && covers(*ranges, range->front()));
            any = true;
        }
    }
    REQUIRE(any == (ranges != nullptr));
}

} // namespace

void check(QByteArrayView input)
{
    for (const qint64 size : {qint64(0), qint64(1), qint64(11), qint64(10'000), qint64(6'000'000'000),
                              std::numeric_limits<qint64>::max()}) {
        const RangeSelection selection = selectRanges(input, size);
        if (const auto *ranges = std::get_if<Ranges>(&selection))
            checkRanges(*ranges, size);
        checkMembers(input, selection, size);
        REQUIRE(unsatisfiedRange(size) == "bytes */" + QByteArray::number(size));
    }
}

} // namespace porchlight::fuzz
