// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/exchanges.h"

namespace porchlight::test {

/// The request's head with this field line more.
inline Exchange withField(Exchange exchange, const QByteArray &line)
{
    exchange.requestHead.replace("\r\n\r\n", "\r\n" + line + "\r\n\r\n");
    return exchange;
}

inline Exchange withDecisions(Exchange exchange, Decisions decisions)
{
    exchange.decisions = std::move(decisions);
    return exchange;
}

/// While a folder of this name was shared.
inline Exchange sharedFrom(Exchange exchange, const char *folder)
{
    exchange.folder = QString::fromLatin1(folder);
    return exchange;
}

/// Waits at the door.
inline Exchange held(quint64 id, const QByteArray &target)
{
    Exchange e = running(id, target, 0, -1);
    e.status = 0;
    e.decisions = {decision::HeldAtDoor{}};
    return e;
}

/// The exchanges of the design's picture of the Flow page.
inline std::vector<Exchange> flowExchanges()
{
    std::vector<Exchange> all;
    all.push_back(withField(withDecisions(exchange(1, "/Lake/", 200, 22'000, 4),
                                          {decision::FoundFolder{"Lake"}, decision::ShowedAlbum{11}}),
                            "Accept: text/html,*/*"));
    all.push_back(withField(withDecisions(exchange(2, "/Lake/beach.jpg", 200, 2'400'000, 38),
                                          {decision::FoundFile{"Lake/beach.jpg", 2'400'000}}),
                            "Referer: http://192.168.1.23:8080/Lake/"));
    all.push_back(withField(withDecisions(exchange(3, "/favicon.ico", 304, 0, 1),
                                          {decision::OwnAsset{}, decision::UnchangedSince{}}),
                            "If-Modified-Since: Sat, 18 Jul 2026 08:12:44 GMT"));
    all.push_back(held(4, "/Lake/pier.jpg"));
    for (Exchange &each : all) // on the Monday after
        each.startedAt =
            QDateTime(QDate(2026, 7, 20), QTime(10, 42)).toMSecsSinceEpoch() + qint64(each.id) * 60;
    return all;
}

} // namespace porchlight::test
