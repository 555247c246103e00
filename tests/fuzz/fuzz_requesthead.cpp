// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/transport/hostfield.h"
#include "server/transport/limits.h"
#include "server/transport/requestreader.h"
#include "server/transport/tokens.h"

#include <QByteArrayList>

#include <vector>

/// The input is what a visitor sends on one connection.
namespace porchlight::fuzz {

namespace {

/// What RequestReader makes of a connection, as far as the bytes' meaning goes: not how they were cut.
struct Reading
{
    std::vector<QByteArray> heads;
    qsizetype requests = 0;
    Refusal refusal = Refusal::None;
    bool begun = false;
    bool inContent = false;

    bool operator==(const Reading &) const = default;
};

/// Reads on as far as the bytes so far allow; false when the rest means nothing any more.
bool readOn(RequestReader &reader, Reading &reading)
{
    for (;;) {
        switch (reader.advance()) {
        case RequestReader::Event::NeedMore:
            return true;
        case RequestReader::Event::HeadReady:
            reading.heads.push_back(reader.head().raw());
            break;
        case RequestReader::Event::RequestReady:
            ++reading.requests;
            reader.next();
            break;
        case RequestReader::Event::Refused:
            reading.refusal = reader.refusal();
            return false;
        }
    }
}

void note(const RequestReader &reader, Reading &reading)
{
    reading.begun = reader.hasBegun();
    reading.inContent = reader.isReadingContent();
}

Reading readWhole(QByteArrayView input)
{
    RequestReader reader;
    Reading reading;
    reader.append(input);
    readOn(reader, reading);
    note(reader, reading);
    return reading;
}

Reading readInPieces(QByteArrayView input, unsigned seed)
{
    RequestReader reader;
    Reading reading;
    forEachPiece(input, seed, [&](QByteArrayView piece) {
        reader.append(piece);
        REQUIRE(reader.partialHead().size() <= Limits::MaxHead + piece.size());
        return readOn(reader, reading);
    });
    note(reader, reading);
    return reading;
}

bool isVisible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) > 0x20 && c != 0x7f; });
}

void checkFraming(const RequestHead &head)
{
    const auto length = head.field("Content-Length");
    const auto coding = head.field("Transfer-Encoding");
    REQUIRE(!length || !coding);
    REQUIRE(head.framing().chunked == coding.has_value());
    REQUIRE(head.framing().contentLength >= 0);
    if (length)
        REQUIRE(length->split(',').front().trimmed().toLongLong() == head.framing().contentLength);
    else
        REQUIRE(head.framing().contentLength == 0);
}

void checkHead(const RequestHead &head)
{
    REQUIRE(head.raw().size() <= Limits::MaxHead && head.raw().endsWith('\n'));
    REQUIRE(!head.raw().contains('\0') && head.raw().count('\r') <= head.raw().count('\n'));
    REQUIRE(isToken(head.method()));
    REQUIRE(!head.target().isEmpty() && head.target().size() <= Limits::MaxTarget &&
            isVisible(head.target()));
    const auto host = head.field("host");
    REQUIRE(host ? isHostField(*host) : head.version() == HttpVersion::Http10);
    REQUIRE(!head.expectsContinue() || head.version() == HttpVersion::Http11);
    checkFraming(head);
}

} // namespace

void check(QByteArrayView input)
{
    const Reading whole = readWhole(input);
    for (const unsigned seed : waysToCut(input))
        REQUIRE(readInPieces(input, seed) == whole);

    for (const QByteArray &raw : whole.heads) {
        const ParsedHead parsed = parseRequestHead(raw);
        REQUIRE(std::holds_alternative<RequestHead>(parsed));
        checkHead(std::get<RequestHead>(parsed));
    }
    parseRequestHead(input.toByteArray()); // also what RequestReader would never hand it
}

} // namespace porchlight::fuzz
