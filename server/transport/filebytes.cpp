// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/filebytes.h"

#include <cerrno>

#include <unistd.h>

namespace porchlight {

std::optional<QByteArray> readBytes(int descriptor, qint64 offset, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 done = 0;
    while (done < size) {
        const ssize_t n = ::pread(descriptor, bytes.data() + done, size_t(size - done), offset + done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return std::nullopt;
        if (n == 0)
            break;
        done += n;
    }
    bytes.truncate(done);
    return bytes;
}

} // namespace porchlight
