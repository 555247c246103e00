// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestpath.h"

#include "server/http/requesttarget.h"
#include "server/http/windowsname.h"
#include "server/transport/tokens.h"

#include <utility>

namespace porchlight {

namespace {

#ifdef Q_OS_WIN
constexpr bool OnWindows = true;
#else
constexpr bool OnWindows = false;
#endif

std::variant<QByteArray, PathError> decodeSegment(QByteArrayView encoded)
{
    QByteArray name;
    name.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '%') {
            if (encoded.size() - i < 3)
                return PathError::EscapeMalformed;
            const int high = hexDigit(encoded[i + 1]);
            const int low = hexDigit(encoded[i + 2]);
            if (high < 0 || low < 0)
                return PathError::EscapeMalformed;
            c = static_cast<char>(high << 4 | low);
            i += 2;
        }
        if (c == '\0')
            return PathError::NulByte;
        if (c == '/' || (OnWindows && c == '\\'))
            return PathError::EncodedSlash;
        name.append(c);
    }
    if (name == "." || name == "..")
        return PathError::DotSegment;
    if (OnWindows && isUnsafeOnWindows(name))
        return PathError::NameReserved;
    return name;
}

} // namespace

std::variant<RequestPath, PathError> parseRequestPath(QByteArrayView target)
{
    const auto parts = splitTarget(target);
    if (!parts)
        return PathError::NotAPath;

    RequestPath path;
    path.query = parts->query.toByteArray();
    QByteArrayView rest = parts->path;
    path.trailingSlash = rest.isEmpty() || rest.endsWith('/');

    while (!rest.isEmpty()) {
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView encoded = rest.first(slash < 0 ? rest.size() : slash);
        rest = rest.sliced(slash < 0 ? rest.size() : slash + 1);
        if (encoded.isEmpty())
            continue;
        auto name = decodeSegment(encoded);
        if (const auto *error = std::get_if<PathError>(&name))
            return *error;
        path.segments.append(std::get<QByteArray>(std::move(name)));
    }
    return path;
}

int pathErrorStatus(PathError error)
{
    switch (error) {
    case PathError::EscapeMalformed:
    case PathError::NulByte:
    case PathError::DotSegment:
    case PathError::NotAPath:
        return 400;
    case PathError::EncodedSlash:
    case PathError::NameReserved:
        return 404;
    }
    Q_UNREACHABLE();
    return 400;
}

} // namespace porchlight
