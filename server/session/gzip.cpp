// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/gzip.h"

#include <zlib.h>

namespace porchlight {

namespace {

constexpr int GzipWindow = MAX_WBITS + 16; // zlib's way to say gzip

void give(z_stream &stream, QByteArrayView in, QByteArray &out)
{
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data())); // zlib does not write there
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
}

} // namespace

Gunzipped gunzip(QByteArrayView bytes, qsizetype most)
{
    z_stream stream{};
    if (inflateInit2(&stream, GzipWindow) != Z_OK)
        return {};
    QByteArray out(most, Qt::Uninitialized);
    give(stream, bytes, out);
    const bool isWhole = inflate(&stream, Z_SYNC_FLUSH) == Z_STREAM_END;
    out.truncate(qsizetype(stream.total_out));
    inflateEnd(&stream);
    return {out, isWhole};
}

QByteArray gzip(QByteArrayView bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    give(stream, bytes, out);
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace porchlight
