// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/http/multipartranges.h"

#include <limits>

/// The first line of the input is the value of a Range field, the rest is the file.
namespace porchlight::fuzz {

namespace {

using Ranges = std::vector<ByteRange>;

constexpr QByteArrayView Boundary = "00112233445566778899aabbccddeeff";
constexpr QByteArrayView Type = "text/plain; charset=utf-8";

QByteArray sent(const Body &body, QByteArrayView file)
{
    QByteArray bytes;
    for (const Body::Part &part : body.parts) {
        if (const auto *text = std::get_if<QByteArray>(&part)) {
            bytes += *text;
        } else {
            const auto &slice = std::get<FileSlice>(part);
            REQUIRE(slice.length > 0 && slice.offset >= 0 && slice.offset + slice.length <= file.size());
            bytes += file.sliced(slice.offset, slice.length);
        }
    }
    return bytes;
}

void take(QByteArrayView &rest, const QByteArray &expected)
{
    REQUIRE(rest.startsWith(expected));
    rest = rest.sliced(expected.size());
}

/// RFC 9110 §14.6 and RFC 2046 §5.1.1, as a client reads it: by delimiter, fields, content.
void checkParts(QByteArrayView rest, const Ranges &ranges, QByteArrayView file)
{
    for (const ByteRange &range : ranges) {
        take(rest, "--" + Boundary.toByteArray() + "\r\nContent-Type: " + Type.toByteArray() + "\r\n");
        take(rest, "Content-Range: " + contentRange(range, file.size()) + "\r\n\r\n");
        take(rest, file.sliced(range.first, range.length()).toByteArray() + "\r\n");
    }
    take(rest, "--" + Boundary.toByteArray() + "--\r\n");
    REQUIRE(rest.isEmpty());
}

void checkFile(QByteArrayView field, QByteArrayView file)
{
    const RangeSelection selection = selectRanges(field, file.size());
    if (const auto *ranges = std::get_if<Ranges>(&selection)) {
        const StoredFile stored{.path = "a.txt", .size = file.size()};
        const Body body = multipartBody(stored, Type, *ranges, Boundary);
        const QByteArray bytes = sent(body, file);
        REQUIRE(body.length() == bytes.size());
        checkParts(bytes, *ranges, file);
    }
}

/// Content-Length of files too large to be made here.
void checkLength(QByteArrayView field, qint64 size)
{
    const RangeSelection selection = selectRanges(field, size);
    const auto *ranges = std::get_if<Ranges>(&selection);
    if (!ranges)
        return;
    const Body body = multipartBody({.path = "a.bin", .size = size}, Type, *ranges, Boundary);
    qint64 content = 0, heads = 0;
    for (const ByteRange &range : *ranges)
        content += range.length();
    for (const Body::Part &part : body.parts) {
        if (const auto *text = std::get_if<QByteArray>(&part))
            heads += text->size();
    }
    REQUIRE(body.parts.size() == ranges->size() * 2 + 1);
    REQUIRE(body.length() == content + heads);
}

} // namespace

void check(QByteArrayView input)
{
    const qsizetype end = input.indexOf('\n');
    const QByteArrayView field = end < 0 ? input : input.first(end);
    checkFile(field, end < 0 ? QByteArrayView() : input.sliced(end + 1));
    checkLength(field, 6'000'000'000);
    checkLength(field, std::numeric_limits<qint64>::max() / 2);
}

} // namespace porchlight::fuzz
