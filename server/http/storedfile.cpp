// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/storedfile.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include <unistd.h>

namespace porchlight {

QByteArray readContent(const StoredFile &file)
{
    QByteArray content(file.size, Qt::Uninitialized);
    const ssize_t n = ::pread(file.file->descriptor(), content.data(), size_t(content.size()), 0);
    return n == file.size ? content : QByteArray();
}

qint64 modifiedNs(const struct stat &status)
{
    constexpr qint64 PerSecond = 1'000'000'000;
    constexpr qint64 LastSecond = std::numeric_limits<qint64>::max() / PerSecond - 1; // the year 2262
    return std::clamp<qint64>(status.st_mtim.tv_sec, -LastSecond, LastSecond) * PerSecond +
           status.st_mtim.tv_nsec;
}

bool changedJustNow(qint64 modifiedNs)
{
    using namespace std::chrono;
    const auto now = system_clock::now().time_since_epoch();
    const nanoseconds modified(modifiedNs);
    return modified > now - 2'100ms && modified < now + 100ms;
}

bool isUnchanged(const StoredFile &file)
{
    struct stat status;
    return ::fstat(file.file->descriptor(), &status) == 0 && status.st_size == file.size &&
           modifiedNs(status) == file.modifiedNs && !changedJustNow(file.modifiedNs);
}

} // namespace porchlight
