// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/storedfile.h"

#include <unistd.h>

namespace porchlight {

QByteArray readContent(const StoredFile &file)
{
    QByteArray content(file.size, Qt::Uninitialized);
    const ssize_t n = ::pread(file.file->descriptor(), content.data(), size_t(content.size()), 0);
    return n == file.size ? content : QByteArray();
}

} // namespace porchlight
