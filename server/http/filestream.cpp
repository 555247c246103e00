// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/filestream.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

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
    QByteArray piece(wanted, Qt::Uninitialized);
    ssize_t n = 0;
    do {
        n = ::pread(m_file.file->descriptor(), piece.data(), size_t(wanted), m_at);
    } while (n < 0 && errno == EINTR);
    if (n <= 0) {
        m_end = n == 0 ? StreamEnd::FileShrank : StreamEnd::ReadFailed;
        return {};
    }
    piece.truncate(n);
    m_at += n;
    return piece;
}

} // namespace porchlight
