// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/transport/answerreader.h"

#include <optional>

/// The input is what QHttpServer writes into the façade.
namespace porchlight::fuzz {

namespace {

struct Answer
{
    int status = 0;
    QByteArray fields, content;

    bool operator==(const Answer &) const = default;
};

std::optional<Answer> taken(AnswerReader &reader)
{
    if (!reader.isComplete())
        return std::nullopt;
    const ResponsePlan plan = reader.take();
    Answer answer{plan.status, plan.fields.lines(), {}};
    for (const Body::Part &part : plan.body.parts)
        answer.content += std::get<QByteArray>(part);
    REQUIRE(plan.body.length() == answer.content.size());
    return answer;
}

std::optional<Answer> readInPieces(QByteArrayView input, unsigned seed)
{
    AnswerReader reader;
    forEachPiece(input, seed, [&](QByteArrayView piece) {
        reader.append(piece);
        return true; // what comes behind an answer must not change it
    });
    return taken(reader);
}

/// What goes out is one head, framed by the gate alone.
void checkAnswer(const Answer &answer)
{
    REQUIRE(answer.status >= 100 && answer.status <= 599);
    const QByteArrayView lines = answer.fields;
    REQUIRE(!lines.contains('\0') && lines.count('\r') == lines.count('\n'));
    REQUIRE(lines.isEmpty() || (lines.endsWith("\r\n") && !lines.startsWith("\r\n")));
    REQUIRE(!answer.fields.contains("\r\n\r\n"));
    const QByteArray lowered = "\r\n" + answer.fields.toLower();
    for (const char *const own : {"content-length", "transfer-encoding", "connection", "date"})
        REQUIRE(!lowered.contains(QByteArray("\r\n") + own + ':'));
}

/// The handler's own plan goes out whatever QHttpServer says.
void checkPlanned(QByteArrayView input, bool hasHead)
{
    AnswerReader reader;
    reader.setPlan({.status = 206, .fields = {{"X-Plan", "1"}}, .body = Body("abc")});
    reader.append(input);
    REQUIRE(reader.isComplete() == hasHead);
    if (hasHead)
        REQUIRE(taken(reader) == (Answer{206, "X-Plan: 1\r\n", "abc"}));
}

} // namespace

void check(QByteArrayView input)
{
    AnswerReader reader;
    reader.append(input);
    const auto whole = taken(reader);
    for (const unsigned seed : waysToCut(input))
        REQUIRE(readInPieces(input, seed) == whole);
    if (whole)
        checkAnswer(*whole);
    checkPlanned(input, input.toByteArray().contains("\r\n\r\n"));
}

} // namespace porchlight::fuzz
