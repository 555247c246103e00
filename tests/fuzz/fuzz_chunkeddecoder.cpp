// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/transport/chunkeddecoder.h"

#include <QByteArray>

/// The input is chunked content with what follows it.
namespace porchlight::fuzz {

namespace {

struct Decoding
{
    qsizetype consumed = 0;
    Refusal refusal = Refusal::None;
    bool complete = false;
    qint64 content = 0;

    bool operator==(const Decoding &) const = default;
};

Decoding decode(QByteArrayView input, qint64 maxContent, unsigned seed)
{
    ChunkedDecoder decoder(maxContent);
    Decoding result;
    forEachPiece(input, seed, [&](QByteArrayView piece) {
        const ChunkedDecoder::Progress progress = decoder.feed(piece);
        REQUIRE(progress.consumed >= 0 && progress.consumed <= piece.size());
        result.consumed += progress.consumed;
        result.refusal = progress.refusal;
        if (progress.refusal != Refusal::None)
            return false;
        REQUIRE(decoder.isComplete() || progress.consumed == piece.size());
        return !decoder.isComplete();
    });
    result.complete = decoder.isComplete();
    result.content = decoder.contentBytes();
    return result;
}

Decoding decodeWhole(QByteArrayView input, qint64 maxContent)
{
    ChunkedDecoder decoder(maxContent);
    const auto [consumed, refusal] = decoder.feed(input);
    return {consumed, refusal, decoder.isComplete(), decoder.contentBytes()};
}

void checkVerdict(QByteArrayView input, qint64 maxContent)
{
    const Decoding whole = decodeWhole(input, maxContent);
    for (const unsigned seed : waysToCut(input))
        REQUIRE(decode(input, maxContent, seed) == whole);

    REQUIRE(whole.refusal == Refusal::None || !whole.complete);
    if (whole.refusal != Refusal::None)
        return;
    REQUIRE(whole.content <= maxContent);
    if (whole.complete) {
        REQUIRE(whole.content <= whole.consumed);
        REQUIRE(!decodeWhole(input.first(whole.consumed - 1), maxContent).complete);
        if (whole.content > 0)
            REQUIRE(decodeWhole(input, whole.content - 1).refusal == Refusal::BodyTooLarge);
    }
}

/// The input as content: cut into chunks as a client might send them, it is read to its last byte and no
/// further.
void checkRoundTrip(QByteArrayView input)
{
    QByteArray encoded;
    forEachPiece(input, unsigned(input.size()), [&](QByteArrayView piece) {
        encoded += QByteArray::number(piece.size(), 16).rightJustified(piece.size() % 5, '0');
        if (piece.size() % 3 == 0)
            encoded += ";name=\"a;b\"";
        encoded += "\r\n" + piece.toByteArray() + "\r\n";
        return true;
    });
    encoded += "0\r\n";
    if (input.size() % 2 == 1)
        encoded += "Expires: never\r\n";
    encoded += "\r\n";
    const Decoding expected{encoded.size(), Refusal::None, true, input.size()};
    REQUIRE(decodeWhole(encoded + "GET /", input.size()) == expected);
}

} // namespace

void check(QByteArrayView input)
{
    for (const qint64 maxContent : {qint64(0), qint64(20), qint64(64 * 1024)})
        checkVerdict(input, maxContent);
    checkRoundTrip(input);
}

} // namespace porchlight::fuzz
