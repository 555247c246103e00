// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/refusal.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace porchlight::test {

/// What becomes of the connection. It is never reset.
enum class Fate {
    Kept,   ///< The next request on it is answered.
    Closed, ///< After the last answer the server closes; what follows the request is never read as one.
    ClosedWithClient, ///< The client shuts its side after the request: it gets its answers, then the end.
};

/// One field of an answer. A value may hold {tag} and the like, as a request may: see Row.
struct FieldIs
{
    QByteArray name;
    bool present = true;             ///< Exactly once, or not at all.
    std::optional<QByteArray> value; ///< Nothing: any value will do.
};

inline FieldIs has(const char *name)
{
    return {name, true, {}};
}
inline FieldIs has(const char *name, const QByteArray &value)
{
    return {name, true, value};
}
inline FieldIs lacks(const char *name)
{
    return {name, false, {}};
}

/// One answer, 1xx aside.
struct Answer
{
    QList<int> status; ///< Any of these: what the RFC permits.
    QList<FieldIs> fields = {};
    std::optional<QByteArray> content = {}; ///< Nothing: any content will do.
    bool toHead = false;                    ///< There is a head only.
};

/// One request, or some in a row, and what the RFC says of the answers.
///
/// In `request` and in expected values {tag}, {earlier}, {modified} and {later} stand for /a.txt's entity tag
/// and for dates one second before its Last-Modified, the same, and one second after.
struct Row
{
    const char *name;
    const char *source; ///< Where it is written.
    QByteArray request;
    QList<Answer> answers;
    Fate fate = Fate::Kept;
    Refusal refusal = Refusal::None; ///< What the record says of the request.
    QByteArray afterContinue = {};   ///< Sent when 100 (Continue) has come, which then must come.
};
using Rows = QList<Row>;

/// What /a.txt holds.
inline const QByteArray Content = "hello world";
inline const QByteArray Host = "Host: porch\r\n";

/// The answer to a GET of /a.txt.
inline Answer whole(const QList<FieldIs> &fields = {})
{
    return {{200}, fields, Content};
}
inline Answer status(int code, const QList<FieldIs> &fields = {})
{
    return {{code}, fields};
}
inline Answer headOf(int code, const QList<FieldIs> &fields = {})
{
    return {{code}, fields, {}, true};
}

/// A request for /a.txt that is answered with it.
inline Row served(const char *name, const char *source, const QByteArray &request, Fate fate = Fate::Kept)
{
    return {name, source, request, {whole()}, fate};
}
inline Row refused(const char *name, const char *source, const QByteArray &request, int code, Refusal refusal)
{
    return {name, source, request, {status(code)}, Fate::Closed, refusal};
}

} // namespace porchlight::test
