// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <QDateTime>

namespace porchlight::test {

inline const QByteArray iPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
inline const QByteArray windowsPc =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/125.0.0.0 Safari/537.36 Edg/125.0.0.0";
inline const QByteArray tv = "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) "
                             "Chrome/79.0.3945.79 Safari/537.36 WebAppManager";

/// A finished answer to "GET target"; the tests change what matters to them.
inline Exchange exchange(quint64 id, const QByteArray &target = "/", int status = 200, qint64 bytes = 1'000,
                         qint64 milliseconds = 2)
{
    Exchange e;
    e.id = id;
    e.visitor = QHostAddress(QStringLiteral("192.168.1.40"));
    e.visitorPort = 50'000;
    // The clock of the design's pictures: local time of a summer's day.
    e.startedAt = QDateTime(QDate(2026, 7, 18), QTime(10, 42, 31, 208)).toMSecsSinceEpoch() + qint64(id);
    e.requestHead =
        "GET " + target + " HTTP/1.1\r\nHost: 192.168.1.23:8080\r\nUser-Agent: " + iPhone + "\r\n\r\n";
    e.responseHead = "HTTP/1.1 " + QByteArray::number(status) + " OK\r\nContent-Type: text/html\r\n\r\n";
    e.status = status;
    e.bodyBytes = e.bodyExpected = bytes;
    const qint64 took = milliseconds * 1'000'000;
    e.at = {0, took / 8, took / 4, took / 2, took / 2, took};
    e.ending = Ending::Complete;
    e.folder = QStringLiteral("Summer 2026");
    return e;
}

inline Exchange running(quint64 id, const QByteArray &target, qint64 sent, qint64 expected)
{
    Exchange e = exchange(id, target, 200, sent);
    e.bodyExpected = expected;
    e.at[size_t(Phase::Done)] = -1;
    e.ending = Ending::Running;
    return e;
}

inline ExchangeBatch batch(std::vector<Exchange> exchanges, quint64 dropped = 0)
{
    return {std::move(exchanges), dropped};
}

} // namespace porchlight::test
