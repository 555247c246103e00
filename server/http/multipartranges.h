// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/byterange.h"
#include "server/http/storedfile.h"

#include <span>

namespace porchlight {

/// A boundary nobody can foresee, so that no file can be made to contain it: 32 hexadecimal digits.
QByteArray randomBoundary();

/// The Content-Type of a multipart/byteranges body.
QByteArray multipartContentType(QByteArrayView boundary);

/// The body of a 206 with several ranges (RFC 9110 §14.6): before each slice of the file a part head that
/// gives `contentType` and the slice's place.
Body multipartBody(const StoredFile &file, QByteArrayView contentType, std::span<const ByteRange> ranges,
                   QByteArrayView boundary);

} // namespace porchlight
