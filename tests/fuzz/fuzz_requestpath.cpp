// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/http/encodedpath.h"
#include "server/http/requestpath.h"

/// The input is a request target, and a file's name.
namespace porchlight::fuzz {

namespace {

/// What SharedFolder may rely on.
bool isName(QByteArrayView name)
{
    return !name.isEmpty() && name != "." && name != ".." && !name.contains('/') && !name.contains('\0');
}

/// Safe in a header field, in an HTML attribute, and not to be taken for a scheme or another host.
void checkLink(const QByteArray &link)
{
    REQUIRE(link.startsWith('/') && !link.startsWith("//"));
    for (const char c : link)
        REQUIRE(uchar(c) > 0x20 && uchar(c) < 0x7f && !QByteArrayView("\"'<>&:\\?#").contains(c));
}

void checkTarget(QByteArrayView input)
{
    const auto parsed = parseRequestPath(input);
    if (const auto *error = std::get_if<PathError>(&parsed)) {
        REQUIRE(pathErrorStatus(*error) == 400 || pathErrorStatus(*error) == 404);
        return;
    }
    const auto &path = std::get<RequestPath>(parsed);
    for (const QByteArray &name : path.segments)
        REQUIRE(isName(name));

    const QByteArray link = encodePath(path.segments, path.trailingSlash);
    checkLink(link);
    const auto again = parseRequestPath(link);
    REQUIRE(std::holds_alternative<RequestPath>(again));
    REQUIRE(std::get<RequestPath>(again).segments == path.segments);
    REQUIRE(std::get<RequestPath>(again).trailingSlash == path.trailingSlash);
    REQUIRE(std::get<RequestPath>(again).query.isEmpty());

    // A query never changes what is opened, and absolute-form names the same.
    const QByteArrayView withoutQuery = input.first(input.size() - path.query.size());
    REQUIRE(std::get<RequestPath>(parseRequestPath(withoutQuery)).segments == path.segments);
    if (input.startsWith('/'))
        REQUIRE(std::get<RequestPath>(parseRequestPath("http://porch" + input.toByteArray())).segments ==
                path.segments);
}

void checkName(QByteArrayView input)
{
    if (!isName(input))
        return;
    const QByteArray link = encodePath({input.toByteArray()}, false);
    checkLink(link);
    const auto path = std::get<RequestPath>(parseRequestPath(link));
    REQUIRE(path.segments.size() == 1 && path.segments.front() == input && !path.trailingSlash);
}

} // namespace

void check(QByteArrayView input)
{
    checkTarget(input);
    checkName(input);
}

} // namespace porchlight::fuzz
