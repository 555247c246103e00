// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/session/exchangejson.h"
#include "server/session/har.h"
#include "server/session/sessionfile.h"

#include <QBuffer>
#include <QSet>

/// The input is a file that somebody sent as a recording: a .porchlight file or an HTTP Archive.
namespace porchlight::fuzz {

namespace {

void checkRecording(const std::variant<Session, RecordingProblem> &recording)
{
    const auto *session = std::get_if<Session>(&recording);
    if (!session)
        return;
    REQUIRE(session->exchanges.size() <= Session::MaxExchanges);
    REQUIRE(session->names.size() <= Session::MaxGivenNames);
    QSet<quint64> ids;
    for (const Exchange &exchange : session->exchanges) {
        REQUIRE(exchange.id > 0 && !ids.contains(exchange.id));
        ids.insert(exchange.id);
        REQUIRE(exchange.status >= 0 && exchange.status <= 999);
        REQUIRE(exchange.startedAt >= 0 && exchange.bodyBytes >= 0 && exchange.bodyExpected >= -1);
        REQUIRE(exchange.requestContent.size() <= Exchange::KeptContent + 2);
        REQUIRE(exchange.responseContent.size() <= Exchange::KeptContent + 2);
        REQUIRE(qsizetype(exchange.decisions.size()) <= MaxDecisionsRead);
        for (const qint64 at : exchange.at)
            REQUIRE(at >= -1);
        // What was read once is written and read again as the same.
        const QJsonObject json = exchangeToJson(exchange);
        const auto again = exchangeFromJson(json);
        REQUIRE(again && exchangeToJson(*again) == json);
    }
}

} // namespace

void check(QByteArrayView input)
{
    QByteArray bytes = input.toByteArray();
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    checkRecording(readSession(file));
    file.seek(0);
    checkRecording(readHar(file));
}

} // namespace porchlight::fuzz
