// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requesttarget.h"

namespace porchlight {

namespace {

RequestTarget withPathAndQuery(QByteArrayView authority, QByteArrayView rest)
{
    const qsizetype mark = rest.indexOf('?');
    if (mark < 0)
        return {authority, rest, {}};
    return {authority, rest.first(mark), rest.sliced(mark + 1)};
}

RequestTarget afterScheme(QByteArrayView rest)
{
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != '/' && rest[end] != '?')
        ++end;
    return withPathAndQuery(rest.first(end), rest.sliced(end));
}

} // namespace

std::optional<RequestTarget> splitTarget(QByteArrayView target)
{
    if (target.startsWith('/'))
        return withPathAndQuery({}, target);
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() > scheme.size() &&
            target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
            return afterScheme(target.sliced(scheme.size()));
    }
    return std::nullopt;
}

} // namespace porchlight
