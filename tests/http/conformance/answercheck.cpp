// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/conformance/answercheck.h"

#include "server/transport/httpdate.h"
#include "server/transport/tokens.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace porchlight::test {

namespace {

/// The wall clock and the machine's load both need some room.
constexpr qint64 ClockSlackSeconds = 30;

bool isFieldValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return c == '\t' || (uchar(c) >= 0x20 && uchar(c) != 0x7f); }) &&
           trimOws(value).size() == value.size();
}

/// RFC 9112 §4 and §5; and no field of ours may be there twice.
QByteArray syntaxComplaint(const RawResponse &answer)
{
    QByteArrayView rest = answer.head;
    const QByteArrayView statusLine = rest.first(rest.indexOf('\r'));
    if (!statusLine.startsWith("HTTP/1.1 ") || statusLine.size() < 13 || !isDigits(statusLine.sliced(9, 3)) ||
        statusLine[12] != ' ' || !isFieldValue(statusLine))
        return "the status line is malformed";
    if (answer.head.count('\n') != answer.head.count("\r\n") ||
        answer.head.count('\r') != answer.head.count("\r\n"))
        return "a line does not end in CRLF";

    QSet<QByteArray> names;
    const QList<QByteArray> lines = answer.head.chopped(4).split('\n');
    for (const QByteArray &raw : lines.sliced(1)) {
        const QByteArrayView line = QByteArrayView(raw).chopped(raw.endsWith('\r') ? 1 : 0);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.first(colon)) || !isFieldValue(trimOws(line.sliced(colon + 1))))
            return "this field is malformed: " + raw;
        const QByteArray name = line.first(colon).toByteArray().toLower();
        if (names.contains(name))
            return "this field is there twice: " + name;
        names.insert(name);
    }
    return {};
}

/// RFC 9112 §6.1 to §6.3: the end of the content is told in exactly one way.
QByteArray framingComplaint(const RawResponse &answer, bool toHttp10)
{
    const bool hasLength = answer.count("Content-Length") > 0;
    const bool hasCoding = answer.count("Transfer-Encoding") > 0;
    if (answer.status < 200 || answer.status == 204 || answer.status == 304)
        return hasLength || hasCoding ? "content is announced where there is none" : QByteArray();
    if (hasLength && hasCoding)
        return "the content has two ends";
    if (hasLength)
        return isDigits(answer.field("Content-Length")) ? QByteArray() : "Content-Length is no number";
    if (toHttp10)
        return hasCoding || answer.field("Connection") != "close" ? "HTTP/1.0 cannot tell the content's end"
                                                                  : QByteArray();
    return answer.field("Transfer-Encoding") == "chunked" ? QByteArray() : "the content has no end";
}

/// RFC 9110 §5.6.7: a server sends dates in IMF-fixdate only.
std::optional<qint64> imfFixdate(const QByteArray &text)
{
    const auto seconds = parseHttpDate(text, 0);
    return seconds && formatHttpDate(*seconds) == text ? seconds : std::nullopt;
}

QByteArray dateComplaint(const RawResponse &answer)
{
    const auto date = imfFixdate(answer.field("Date"));
    if (!date || qAbs(*date - QDateTime::currentSecsSinceEpoch()) > ClockSlackSeconds)
        return "Date is not now in IMF-fixdate";
    if (answer.count("Last-Modified") == 0)
        return {};
    const auto modified = imfFixdate(answer.field("Last-Modified"));
    return modified && *modified <= *date ? QByteArray() : "Last-Modified is no date of the past";
}

QByteArray fieldsComplaint(const RawResponse &answer)
{
    const auto has = [&](const char *name) { return answer.count(name) == 1; };
    const bool hasParts = answer.field("Content-Type").startsWith("multipart/byteranges;");
    switch (answer.status) {
    case 206: // RFC 9110 §15.3.7
        if (has("Content-Range") == hasParts || !has("ETag") || !has("Last-Modified"))
            return "206 says its range once, and what it is a part of";
        break;
    case 301: // §15.4.2
        if (!has("Location"))
            return "301 without Location";
        break;
    case 405: // §15.5.6
        if (!has("Allow"))
            return "405 without Allow";
        break;
    case 416: // §15.5.17
        if (!answer.field("Content-Range").startsWith("bytes */"))
            return "416 does not say how long the file is";
        break;
    default:
        break;
    }
    if (has("Content-Range") && answer.status != 206 && answer.status != 416)
        return "Content-Range means nothing here";
    if (has("Content-Length") && answer.field("Content-Length") != "0" && !has("Content-Type"))
        return "content without Content-Type"; // §8.3
    const QByteArray cacheControl = answer.field("Cache-Control");
    if (answer.status != 204 && cacheControl != "no-cache" && cacheControl != "no-store")
        return "a cache may guess, or go on without asking"; // RFC 9111 §4.2.2, §5.2.2.4, §5.2.2.5
    for (const char *name : {"Content-Language", "Content-Location", "Age", "Expires", "Pragma", "Keep-Alive",
                             "Proxy-Connection", "Upgrade", "Trailer", "Set-Cookie"}) {
        if (answer.count(name) > 0)
            return QByteArray("never sent: ") + name;
    }
    return {};
}

} // namespace

QByteArray complaintAbout(const RawResponse &answer, bool toHttp10)
{
    if (answer.status == 0)
        return "there is no answer";
    if (!answer.complete)
        return "the answer is not complete";
    if (QByteArray complaint = syntaxComplaint(answer); !complaint.isEmpty())
        return complaint;
    if (answer.status < 200)
        return {};
    for (const QByteArray &complaint :
         {framingComplaint(answer, toHttp10), dateComplaint(answer), fieldsComplaint(answer)}) {
        if (!complaint.isEmpty())
            return complaint;
    }
    return {};
}

QByteArray withoutDate(QByteArray head)
{
    return head.replace("\r\nDate: " + RawResponse{.head = head}.field("Date"), "");
}

} // namespace porchlight::test
