// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/http/preconditions.h"
#include "server/transport/httpdate.h"
#include "server/transport/tokens.h"

#include <QByteArrayList>

#include <optional>

/// The input is the field lines of a request for a file; each of them is also taken for a date and for tags.
namespace porchlight::fuzz {

namespace {

constexpr qint64 Modified = 784'111'777; // Sun, 06 Nov 1994 08:49:37 GMT
constexpr qint64 Recently = 1'764'000'000;
constexpr qint64 FirstSecond = -62'167'219'200;
constexpr qint64 LastSecond = 253'402'300'799;
constexpr qint64 FiftyYears = qint64(50) * 366 * 86'400;

const Validators Current{{"v1", false}, Modified};

std::optional<RequestHead> request(QByteArrayView method, const QByteArrayList &lines)
{
    ParsedHead parsed = parseRequestHead(method.toByteArray() + " /file HTTP/1.1\r\nHost: porch\r\n" +
                                         lines.join("\r\n") + "\r\n\r\n");
    if (auto *head = std::get_if<RequestHead>(&parsed))
        return std::move(*head);
    return std::nullopt;
}

QByteArrayList without(const QByteArrayList &lines, QByteArrayView name)
{
    QByteArrayList others;
    for (const QByteArray &line : lines) {
        if (!equalsIgnoringCase(QByteArrayView(line).first(qMax(line.indexOf(':'), qsizetype(0))), name))
            others.append(line);
    }
    return others;
}

PreconditionResult verdict(const QByteArrayList &lines, qint64 now)
{
    const auto head = request("GET", lines);
    REQUIRE(head);
    return evaluatePreconditions(*head, Current, now);
}

/// RFC 9110 §13.2.2: which field may decide, and which one silences which.
void checkPrecedence(const QByteArrayList &lines, const RequestHead &get, qint64 now)
{
    const PreconditionResult result = evaluatePreconditions(get, Current, now);
    const bool match = get.hasField("If-Match"), noneMatch = get.hasField("If-None-Match");
    switch (result) {
    case PreconditionResult::Proceed:
        break;
    case PreconditionResult::ETagMatched:
        REQUIRE(noneMatch);
        break;
    case PreconditionResult::UnchangedSince:
        REQUIRE(!noneMatch && get.hasField("If-Modified-Since"));
        break;
    case PreconditionResult::Failed:
        REQUIRE(match || get.hasField("If-Unmodified-Since"));
        break;
    }
    if (match)
        REQUIRE(verdict(without(lines, "If-Unmodified-Since"), now) == result);
    if (noneMatch)
        REQUIRE(verdict(without(lines, "If-Modified-Since"), now) == result);
    REQUIRE(verdict(without(lines, "If-Range"), now) == result);
    if (const auto other = request("GET", lines + QByteArrayList{"If-Match: \"v0\""}); other && !match)
        REQUIRE(evaluatePreconditions(*other, Current, now) == PreconditionResult::Failed);
}

void checkRequest(const QByteArrayList &lines, qint64 now)
{
    const auto get = request("GET", lines), head = request("HEAD", lines);
    REQUIRE(get.has_value() == head.has_value());
    if (!get)
        return;
    REQUIRE(evaluatePreconditions(*get, Current, now) == evaluatePreconditions(*head, Current, now));
    REQUIRE(!rangeApplies(*head, Current, now));
    REQUIRE(get->hasField("If-Range") || rangeApplies(*get, Current, now));
    checkPrecedence(lines, *get, now);
}

void checkDate(QByteArrayView text, qint64 now)
{
    const auto date = parseHttpDate(text, now);
    if (!date)
        return;
    REQUIRE(*date >= FirstSecond && *date <= LastSecond + 1); // a leap second ends the last year
    REQUIRE(parseHttpDate(formatHttpDate(*date), now) == std::min(*date, LastSecond));
    if (text.contains('-'))
        REQUIRE(*date <= now + FiftyYears);
}

void checkMoment(qint64 moment)
{
    const QByteArray text = formatHttpDate(moment);
    REQUIRE(text.size() == 29);
    REQUIRE(parseHttpDate(text, 0) == std::clamp(moment, FirstSecond, LastSecond));
}

void checkTags(QByteArrayView field)
{
    const EntityTagList list = parseEntityTags(field);
    QByteArrayList fields;
    for (const EntityTag &tag : list.tags) {
        REQUIRE(parseEntityTag(tag.toField()) == tag);
        REQUIRE(list.containsWeakly(tag) && list.containsStrongly(tag) == !tag.weak);
        fields.append(tag.toField());
    }
    REQUIRE(!list.any || list.tags.empty());
    REQUIRE(parseEntityTags(fields.join(", ")).tags == list.tags);
    if (const auto tag = parseEntityTag(field))
        REQUIRE(list.tags == std::vector{*tag});
}

} // namespace

void check(QByteArrayView input)
{
    QByteArrayList lines = input.toByteArray().replace("\r\n", "\n").split('\n');
    lines.removeAll(QByteArray()); // an empty line would end the head
    for (const qint64 now : {Modified, Modified + 3600, Recently})
        checkRequest(lines, now);
    for (const QByteArray &line : lines) {
        const QByteArrayView value = trimOws(QByteArrayView(line).sliced(line.indexOf(':') + 1));
        for (const QByteArrayView text : {QByteArrayView(line), value}) {
            for (const qint64 now : {qint64(0), Modified, Recently})
                checkDate(text, now);
            checkTags(text);
        }
    }
    qint64 moment = 0;
    std::copy_n(input.data(), std::min<qsizetype>(input.size(), sizeof moment),
                reinterpret_cast<char *>(&moment));
    checkMoment(moment);
    checkMoment(moment >> 26); // within the years 0 to 9999
}

} // namespace porchlight::fuzz
