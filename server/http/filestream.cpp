// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/filestream.h"

#include "server/transport/filebytes.h"

#include <algorithm>

namespace porchlight {

FileStream::FileStream(StoredFile file)
    : m_file(std::move(file))
{}

QByteArray FileStream::next()
{
    constexpr qint64 PieceSize = 64 * 1024;
    const qint64 wanted = std::min(PieceSize, m_file.size - m_at);
    if (wanted == 0)
        return {};
    auto piece = readBytes(m_file.file->descriptor(), m_at, wanted);
    if (!piece || piece->isEmpty()) {
        m_end = piece ? StreamEnd::FileShrank : StreamEnd::ReadFailed;
        return {};
    }
    m_at += piece->size();
    return *std::move(piece);
}

} // namespace porchlight
