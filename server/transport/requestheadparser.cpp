// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestheadparser.h"

#include "server/record/findbyte.h"
#include "server/transport/hostfield.h"
#include "server/transport/limits.h"
#include "server/transport/tokens.h"

#include <algorithm>
#include <array>
#include <limits>

namespace porchlight {

namespace {

// RFC 9110 §9.3 and RFC 5789: methods we know the meaning of. Any other is 501.
constexpr std::array<QByteArrayView, 9> KnownMethods{"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                                     "CONNECT", "OPTIONS", "TRACE", "PATCH"};

/// RFC 9112 §3.2.2, of the two schemes that HTTP itself has.
bool isAbsoluteForm(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() <= scheme.size() || !equalsIgnoringCase(target.first(scheme.size()), scheme))
            continue;
        const QByteArrayView rest = target.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        return isAuthority(rest.first(end - rest.begin()));
    }
    return false;
}

/// Any but those that end lines. No way out of the loop and all in bytes: sixteen at a time.
bool holdsControlCharacter(QByteArrayView head)
{
    uchar holds = 0;
    for (const char c : head) {
        const auto byte = uchar(c);
        holds |= uchar((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r'));
        holds |= uchar(byte == 0x7f);
    }
    return holds != 0;
}

} // namespace

RequestHeadParser::RequestHeadParser(QByteArray raw)
{
    m_head.m_raw = std::move(raw);
}

ParsedHead RequestHeadParser::parse()
{
    if (m_head.m_raw.size() > Limits::MaxHead)
        return Refusal::HeadTooLarge;
    if (holdsControlCharacter(m_head.m_raw))
        return Refusal::ControlCharacter;

    Slice line;
    if (const Refusal refusal = nextLine(line); refusal != Refusal::None)
        return refusal;
    if (const Refusal refusal = parseRequestLine(line); refusal != Refusal::None)
        return refusal;

    for (;;) {
        if (const Refusal refusal = nextLine(line); refusal != Refusal::None)
            return refusal;
        if (line.length == 0)
            break;
        if (const Refusal refusal = parseFieldLine(line); refusal != Refusal::None)
            return refusal;
    }

    if (const Refusal refusal = checkTargetForm(); refusal != Refusal::None)
        return refusal;
    if (const Refusal refusal = checkHost(); refusal != Refusal::None)
        return refusal;
    if (const Refusal refusal = parseFraming(); refusal != Refusal::None)
        return refusal;
    if (const Refusal refusal = parseConnectionAndExpect(); refusal != Refusal::None)
        return refusal;
    return std::move(m_head);
}

Refusal RequestHeadParser::nextLine(Slice &line)
{
    const QByteArrayView raw(m_head.m_raw);
    const qsizetype end = findByte(raw, '\n', m_at);
    if (end < 0)
        return Refusal::RequestLineMalformed;
    qsizetype length = end - m_at;
    if (length > 0 && raw[end - 1] == '\r')
        --length;
    if (findByte(raw.sliced(m_at, length), '\r') >= 0)
        return Refusal::ControlCharacter;
    line = {quint16(m_at), quint16(length)};
    m_at = end + 1;
    return Refusal::None;
}

// RFC 9112 §3: method SP request-target SP HTTP-version, with exactly one space each.
Refusal RequestHeadParser::parseRequestLine(Slice line)
{
    const QByteArrayView text = view(line);
    const qsizetype first = findByte(text, ' ');
    const qsizetype last = text.lastIndexOf(' ');
    if (first <= 0 || last == first || !isToken(text.first(first)))
        return Refusal::RequestLineMalformed;

    const QByteArrayView target = text.sliced(first + 1, last - first - 1);
    if (target.isEmpty() || findByte(target, ' ') >= 0 || findByte(target, '\t') >= 0)
        return Refusal::RequestLineMalformed;
    if (target.size() > Limits::MaxTarget)
        return Refusal::TargetTooLong;

    m_head.m_method = {line.at, quint16(first)};
    m_head.m_target = {quint16(line.at + first + 1), quint16(target.size())};
    if (const Refusal refusal = parseVersion(text.sliced(last + 1)); refusal != Refusal::None)
        return refusal;
    for (const QByteArrayView known : KnownMethods) {
        if (known == m_head.method())
            return Refusal::None;
    }
    return Refusal::MethodUnknown;
}

// RFC 9112 §2.3: "HTTP/" DIGIT "." DIGIT, case-sensitive. A higher minor version is spoken to as 1.1.
Refusal RequestHeadParser::parseVersion(QByteArrayView version)
{
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.' ||
        !isDigits(version.sliced(5, 1)) || !isDigits(version.sliced(7, 1)))
        return Refusal::VersionMalformed;
    if (version[5] != '1')
        return Refusal::VersionUnsupported;
    m_head.m_version = version[7] == '0' ? HttpVersion::Http10 : HttpVersion::Http11;
    return Refusal::None;
}

Refusal RequestHeadParser::parseFieldLine(Slice line)
{
    if (m_head.m_fields.size() >= Limits::MaxFields)
        return Refusal::TooManyFields;
    const QByteArrayView text = view(line);
    if (text.front() == ' ' || text.front() == '\t')
        return Refusal::LineFolded;
    const qsizetype colon = findByte(text, ':');
    if (colon <= 0)
        return Refusal::FieldNameMalformed;
    if (text[colon - 1] == ' ' || text[colon - 1] == '\t')
        return Refusal::SpaceBeforeColon;
    if (!isToken(text.first(colon)))
        return Refusal::FieldNameMalformed;

    const QByteArrayView value = trimOws(text.sliced(colon + 1));
    const qsizetype valueAt =
        value.isEmpty() ? line.at + text.size() : value.data() - m_head.m_raw.constData();
    m_head.m_fields.append({{line.at, quint16(colon)}, {quint16(valueAt), quint16(value.size())}});
    return Refusal::None;
}

// RFC 9112 §3.2: which form of target goes with which method.
Refusal RequestHeadParser::checkTargetForm() const
{
    const QByteArrayView target = m_head.target();
    if (findByte(target, '#') >= 0) // RFC 9110 §7.1: the fragment stays with the client.
        return Refusal::TargetMalformed;
    if (m_head.method() == QByteArrayView("CONNECT"))
        return isHostWithPort(target) ? Refusal::None : Refusal::TargetMalformed;
    if (target == QByteArrayView("*"))
        return m_head.method() == QByteArrayView("OPTIONS") ? Refusal::None : Refusal::TargetMalformed;
    return target.startsWith('/') || isAbsoluteForm(target) ? Refusal::None : Refusal::TargetMalformed;
}

Refusal RequestHeadParser::checkHost() const
{
    int hosts = 0;
    for (const FieldLine &line : m_head.m_fields) {
        if (!equalsIgnoringCase(view(line.name), "host"))
            continue;
        if (++hosts > 1)
            return Refusal::HostRepeated;
        if (!isHostField(view(line.value)))
            return Refusal::HostMalformed;
    }
    return hosts == 0 && m_head.version() == HttpVersion::Http11 ? Refusal::HostMissing : Refusal::None;
}

Refusal RequestHeadParser::parseFraming()
{
    bool hasLength = false;
    bool hasCoding = false;
    int chunkedCount = 0;
    bool otherCoding = false;
    bool chunkedLast = false;
    for (const FieldLine &line : m_head.m_fields) {
        if (equalsIgnoringCase(view(line.name), "content-length")) {
            if (const Refusal refusal = parseContentLength(view(line.value), hasLength);
                refusal != Refusal::None)
                return refusal;
        } else if (equalsIgnoringCase(view(line.name), "transfer-encoding")) {
            hasCoding = true;
            forEachListMember(view(line.value), [&](QByteArrayView coding) {
                chunkedLast = equalsIgnoringCase(coding, "chunked");
                chunkedCount += chunkedLast;
                otherCoding |= !chunkedLast;
            });
        }
    }
    if (!hasCoding)
        return Refusal::None;
    if (m_head.version() == HttpVersion::Http10)
        return Refusal::TransferEncodingInHttp10;
    if (hasLength)
        return Refusal::LengthAndTransferEncoding;
    if (!chunkedLast) // RFC 9112 §6.3: the length of such a request cannot be told.
        return Refusal::ChunkedNotLast;
    if (otherCoding)
        return Refusal::TransferCodingUnknown;
    if (chunkedCount > 1) // RFC 9112 §6.1: chunked is never applied twice.
        return Refusal::ChunkMalformed;
    m_head.m_framing.chunked = true;
    return Refusal::None;
}

// RFC 9112 §6.3: repeated values are accepted only when they are all the same.
Refusal RequestHeadParser::parseContentLength(QByteArrayView value, bool &seen)
{
    for (;;) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView digits = trimOws(comma < 0 ? value : value.first(comma));
        if (!isDigits(digits))
            return Refusal::ContentLengthMalformed;
        qint64 length = 0;
        for (const char c : digits) {
            if (length > (std::numeric_limits<qint64>::max() - (c - '0')) / 10)
                return Refusal::ContentLengthOverflow;
            length = length * 10 + (c - '0');
        }
        if (seen && length != m_head.m_framing.contentLength)
            return Refusal::ContentLengthConflicting;
        seen = true;
        m_head.m_framing.contentLength = length;
        if (comma < 0)
            return Refusal::None;
        value = value.sliced(comma + 1);
    }
}

Refusal RequestHeadParser::parseConnectionAndExpect()
{
    bool close = false;
    bool keepAlive = false;
    bool unknownExpectation = false;
    for (const FieldLine &line : m_head.m_fields) {
        if (equalsIgnoringCase(view(line.name), "connection")) {
            forEachListMember(view(line.value), [&](QByteArrayView option) {
                close |= equalsIgnoringCase(option, "close");
                keepAlive |= equalsIgnoringCase(option, "keep-alive");
            });
        } else if (equalsIgnoringCase(view(line.name), "expect")) {
            forEachListMember(view(line.value), [&](QByteArrayView expectation) {
                if (equalsIgnoringCase(expectation, "100-continue"))
                    m_head.m_expectsContinue = true;
                else
                    unknownExpectation = true;
            });
        }
    }
    const bool isHttp11 = m_head.version() == HttpVersion::Http11;
    m_head.m_keepAlive = !close && (isHttp11 || keepAlive);
    if (!isHttp11) { // RFC 9110 §10.1.1: an expectation in HTTP/1.0 is ignored.
        m_head.m_expectsContinue = false;
        return Refusal::None;
    }
    return unknownExpectation ? Refusal::ExpectationUnknown : Refusal::None;
}

} // namespace porchlight
