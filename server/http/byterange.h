// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <variant>
#include <vector>

namespace porchlight {

/// Bytes `first` to `last` of a file, both inclusive, as in Content-Range (RFC 9110 §14.4).
struct ByteRange
{
    qint64 first = 0;
    qint64 last = 0;

    qint64 length() const { return last - first + 1; }
    bool operator==(const ByteRange &) const = default;
};

/// "bytes 0-499/1234"; `size` is the whole file's.
QByteArray contentRange(const ByteRange &range, qint64 size);
/// "bytes */1234", what a 416 says.
QByteArray unsatisfiedRange(qint64 size);

/// More ranges than this in one request serve nobody but an attacker (RFC 9110 §17.15).
inline constexpr int MaxRanges = 16;

struct WholeFile
{
}; ///< The field is to be ignored.
struct NoRangeSatisfiable
{
}; ///< 416

/// Never an empty vector. The ranges neither overlap nor touch and stand in the order of the request.
using RangeSelection = std::variant<WholeFile, NoRangeSatisfiable, std::vector<ByteRange>>;

/// What a Range field asks of a file of `size` bytes (RFC 9110 §14.1.2). Another unit, a broken grammar, more
/// than MaxRanges, ranges that overlap so much that together they exceed the file, or a suffix of an empty
/// file: WholeFile.
RangeSelection selectRanges(QByteArrayView field, qint64 size);

} // namespace porchlight
