// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <variant>

namespace porchlight {

/// A request target's path, decoded once and checked segment by segment (RFC 3986 §3.3). The segments are the
/// names on disk, byte for byte: none is empty, ".", "..", holds a slash or NUL (nor a backslash or a drive
/// on Windows). Repeated slashes count as one.
struct RequestPath
{
    QList<QByteArray> segments; ///< Empty: the shared folder itself.
    bool trailingSlash = true;  ///< The path ended in a slash: a folder was asked for.
    QByteArray query;           ///< Without the "?", as sent, not decoded.

    QByteArray joined() const { return segments.join('/'); }
};

/// Why a path names nothing we could ever serve.
enum class PathError : quint8 {
    EscapeMalformed, ///< "%zz", a lone "%": 400
    NulByte,         ///< 400
    EncodedSlash,    ///< "%2F" (or a backslash on Windows) inside a name: 404
    DotSegment,      ///< "." or "..", also encoded: 400
    NameReserved,    ///< On Windows, a name that would open something else (windowsname.h): 404
    NotAPath,        ///< Neither origin-form nor absolute-form with http or https (RFC 9112 §3.2): 400
};

/// The path of an origin-form or absolute-form target. "*" and authority-form are NotAPath.
std::variant<RequestPath, PathError> parseRequestPath(QByteArrayView target);

/// 400 or 404.
int pathErrorStatus(PathError error);

} // namespace porchlight
