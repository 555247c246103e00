// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoding.h"

#include <QByteArray>

#include <memory>

namespace porchlight {

/// Codes one content, piece by piece. The same pieces give the same bytes, so that an entity tag made of the
/// file's version is a strong one for its coded form too.
class Compressor
{
public:
    virtual ~Compressor();
    /// Takes `piece` in and gives what can leave by now: something, unless `piece` is empty. With the `last`
    /// piece, which may be empty, all that is left.
    virtual QByteArray code(QByteArrayView piece, bool last) = 0;
};

/// What this build makes, the smallest first: brotli where its library was found, and gzip.
std::span<const ContentCoding> codingsMadeHere();

/// `coding` is one of codingsMadeHere().
std::unique_ptr<Compressor> makeCompressor(ContentCoding coding);

/// What a compressor takes until it ends, bytes; measured, rounded up.
qint64 compressorMemory(ContentCoding coding);

} // namespace porchlight
