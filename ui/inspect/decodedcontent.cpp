// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/decodedcontent.h"

#ifdef PORCHLIGHT_HAS_BROTLI
#include <brotli/decode.h>
#endif
#include <zlib.h>

#include <memory>

namespace porchlight {

namespace {

std::optional<DecodedContent> inflated(const QByteArray &content)
{
    z_stream stream{};
    constexpr int ZlibOrGzip = 15 + 32; // tells them apart by their headers
    if (::inflateInit2(&stream, ZlibOrGzip) != Z_OK)
        return std::nullopt;
    const std::unique_ptr<z_stream, int (*)(z_stream *)> end(&stream, ::inflateEnd);
    DecodedContent decoded{QByteArray(MaxDecodedContent, Qt::Uninitialized), false};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData())); // only read
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(decoded.bytes.data());
    stream.avail_out = uInt(decoded.bytes.size());
    const int result = ::inflate(&stream, Z_SYNC_FLUSH);
    decoded.bytes.truncate(decoded.bytes.size() - qsizetype(stream.avail_out));
    decoded.isWhole = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        return std::nullopt;
    return decoded;
}

#ifdef PORCHLIGHT_HAS_BROTLI
std::optional<DecodedContent> unbrotlied(const QByteArray &content)
{
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState *)> state(
        ::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), ::BrotliDecoderDestroyInstance);
    if (!state)
        return std::nullopt;
    DecodedContent decoded{QByteArray(MaxDecodedContent, Qt::Uninitialized), false};
    size_t inputLeft = size_t(content.size()), outputLeft = size_t(decoded.bytes.size());
    auto *input = reinterpret_cast<const uint8_t *>(content.constData());
    auto *output = reinterpret_cast<uint8_t *>(decoded.bytes.data());
    const BrotliDecoderResult result =
        ::BrotliDecoderDecompressStream(state.get(), &inputLeft, &input, &outputLeft, &output, nullptr);
    decoded.bytes.truncate(decoded.bytes.size() - qsizetype(outputLeft));
    decoded.isWhole = result == BROTLI_DECODER_RESULT_SUCCESS;
    if (result == BROTLI_DECODER_RESULT_ERROR)
        return std::nullopt;
    return decoded;
}
#endif

} // namespace

std::optional<DecodedContent> decodedContent(const QByteArray &content, QByteArrayView coding)
{
    const QByteArray name = coding.toByteArray().trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return DecodedContent{content};
    if (name == "gzip" || name == "x-gzip" || name == "deflate")
        return inflated(content);
#ifdef PORCHLIGHT_HAS_BROTLI
    if (name == "br")
        return unbrotlied(content);
#endif
    return std::nullopt;
}

} // namespace porchlight
