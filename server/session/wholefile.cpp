// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session/wholefile.h"

#include <QSaveFile>

namespace porchlight {

QString writeWhole(const QString &path, const std::function<bool(const ByteSink &sink)> &write)
{
    QSaveFile file(path);
    const auto sink = [&file](QByteArrayView bytes) {
        while (!bytes.isEmpty()) { // a disk that is nearly full takes a part, and says why at the next
            const qint64 taken = file.write(bytes.data(), bytes.size());
            if (taken <= 0)
                return false;
            bytes = bytes.sliced(taken);
        }
        return true;
    };
    // Unbuffered: commit() does not look at whether the disk took what had been left in the buffer.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !write(sink) ||
        file.error() != QFileDevice::NoError || !file.commit())
        return file.errorString();
    return {};
}

} // namespace porchlight
