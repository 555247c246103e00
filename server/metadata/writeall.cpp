// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/writeall.h"

#include <cerrno>

#include <unistd.h>

namespace porchlight {

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t n = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes = bytes.sliced(n);
    }
    return true;
}

} // namespace porchlight
