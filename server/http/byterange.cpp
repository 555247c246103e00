// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace porchlight {

namespace {

/// As the request says it: "5-9", "5-" or "-5".
struct RangeSpec
{
    std::optional<qint64> first;
    std::optional<qint64> lastOrSuffix;
};

/// 1*DIGIT. Numbers beyond 64 bits become the largest: past the end of any file all the same.
std::optional<qint64> parsePosition(QByteArrayView text)
{
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    if (text.isEmpty())
        return std::nullopt;
    qint64 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        const int digit = c - '0';
        value = value > (largest - digit) / 10 ? largest : value * 10 + digit;
    }
    return value;
}

std::optional<RangeSpec> parseSpec(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    const QByteArrayView before = text.first(dash);
    const QByteArrayView after = text.sliced(dash + 1);
    const RangeSpec spec{parsePosition(before), parsePosition(after)};
    const bool beforeBroken = !before.isEmpty() && !spec.first;
    const bool afterBroken = !after.isEmpty() && !spec.lastOrSuffix;
    const bool bothAbsent = !spec.first && !spec.lastOrSuffix;
    const bool backwards = spec.first && spec.lastOrSuffix && *spec.lastOrSuffix < *spec.first;
    if (beforeBroken || afterBroken || bothAbsent || backwards)
        return std::nullopt;
    return spec;
}

/// Nothing when the field is to be ignored.
std::optional<std::vector<RangeSpec>> parseSpecs(QByteArrayView field)
{
    constexpr QByteArrayView unit = "bytes=";
    if (field.size() < unit.size() || field.first(unit.size()).compare(unit, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    std::vector<RangeSpec> specs;
    QByteArrayView rest = field.sliced(unit.size());
    while (!rest.isEmpty()) {
        const qsizetype comma = rest.indexOf(',');
        const QByteArrayView member = rest.first(comma < 0 ? rest.size() : comma).trimmed();
        rest = rest.sliced(comma < 0 ? rest.size() : comma + 1);
        if (member.isEmpty())
            continue;
        const auto spec = parseSpec(member);
        if (!spec || specs.size() == MaxRanges)
            return std::nullopt;
        specs.push_back(*spec);
    }
    if (specs.empty())
        return std::nullopt;
    return specs;
}

std::optional<ByteRange> resolve(const RangeSpec &spec, qint64 size)
{
    if (!spec.first) {
        const qint64 length = std::min(*spec.lastOrSuffix, size);
        return length > 0 ? std::optional(ByteRange{size - length, size - 1}) : std::nullopt;
    }
    if (*spec.first >= size)
        return std::nullopt;
    return ByteRange{*spec.first, std::min(spec.lastOrSuffix.value_or(size - 1), size - 1)};
}

bool overlapOrTouch(const ByteRange &a, const ByteRange &b)
{
    return a.first <= b.last + 1 && b.first <= a.last + 1;
}

/// Puts `range` behind the others, or melts it with every range it reaches; those keep the first one's place.
void addCoalesced(std::vector<ByteRange> &ranges, ByteRange range)
{
    auto place = ranges.end();
    for (auto it = ranges.begin(); it != ranges.end();) {
        if (!overlapOrTouch(*it, range)) {
            ++it;
            continue;
        }
        range = {std::min(it->first, range.first), std::max(it->last, range.last)};
        if (place == ranges.end()) {
            place = it++;
        } else {
            it = ranges.erase(it);
        }
    }
    if (place == ranges.end())
        ranges.push_back(range);
    else
        *place = range;
}

} // namespace

QByteArray contentRange(const ByteRange &range, qint64 size)
{
    return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/' +
           QByteArray::number(size);
}

QByteArray unsatisfiedRange(qint64 size)
{
    return "bytes */" + QByteArray::number(size);
}

RangeSelection selectRanges(QByteArrayView field, qint64 size)
{
    const auto specs = parseSpecs(field);
    if (!specs)
        return WholeFile{};

    std::vector<ByteRange> ranges;
    qint64 unsent = size;
    for (const RangeSpec &spec : *specs) {
        // RFC 9110 §14.1.1: any suffix but that of no bytes is satisfiable, even where there are none to
        // send.
        if (size == 0 && !spec.first && *spec.lastOrSuffix > 0)
            return WholeFile{};
        const auto range = resolve(spec, size);
        if (!range)
            continue;
        if (range->length() > unsent)
            return WholeFile{};
        unsent -= range->length();
        addCoalesced(ranges, *range);
    }
    if (ranges.empty())
        return NoRangeSatisfiable{};
    return ranges;
}

} // namespace porchlight
