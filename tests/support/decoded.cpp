// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decoded.h"

#include <zlib.h>

#ifdef PORCHLIGHT_HAS_BROTLI
#include <brotli/decode.h>
#endif

namespace porchlight::test {

namespace {

constexpr qsizetype Room = 64 * 1024 * 1024;

QByteArray gunzipped(const QByteArray &content)
{
    QByteArray plain(Room, Qt::Uninitialized);
    z_stream stream{};
    if (::inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.data()));
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(Room);
    const bool isWhole = ::inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    plain.resize(qsizetype(stream.total_out));
    ::inflateEnd(&stream);
    return isWhole ? plain : QByteArray();
}

QByteArray unbrotlied([[maybe_unused]] const QByteArray &content)
{
#ifdef PORCHLIGHT_HAS_BROTLI
    QByteArray plain(Room, Qt::Uninitialized);
    size_t size = size_t(Room);
    if (::BrotliDecoderDecompress(size_t(content.size()), reinterpret_cast<const uint8_t *>(content.data()),
                                  &size,
                                  reinterpret_cast<uint8_t *>(plain.data())) != BROTLI_DECODER_RESULT_SUCCESS)
        return {};
    plain.resize(qsizetype(size));
    return plain;
#else
    return {};
#endif
}

} // namespace

QByteArray decoded(const QByteArray &content, const QByteArray &coding)
{
    if (coding.isNull())
        return content;
    if (coding == "gzip")
        return gunzipped(content);
    return coding == "br" ? unbrotlied(content) : QByteArray();
}

} // namespace porchlight::test
