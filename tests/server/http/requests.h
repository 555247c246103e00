// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

#include <QtTest>

namespace porchlight {

/// The head of a request for "/file" with these field lines, each ended by "\r\n".
inline RequestHead requestHead(const QByteArray &method, const QByteArray &fieldLines)
{
    const ParsedHead parsed =
        parseRequestHead(method + " /file HTTP/1.1\r\nHost: porch\r\n" + fieldLines + "\r\n");
    if (const auto *head = std::get_if<RequestHead>(&parsed))
        return *head;
    qFatal("the test's own request is malformed");
}

inline QByteArray line(const QByteArray &name, const QByteArray &value)
{
    return name + ": " + value + "\r\n";
}

} // namespace porchlight
