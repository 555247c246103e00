// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/body.h"

#include <sys/stat.h>

namespace porchlight {

/// A regular file that SharedFolder opened, with what fstat(2) said of that very descriptor.
struct StoredFile
{
    std::shared_ptr<const OpenFile> file;
    QByteArray path;       ///< Inside the shared folder, bytes as on disk, "Lake/beach.jpg".
    qint64 size = 0;       ///< Bytes.
    qint64 modifiedNs = 0; ///< Nanoseconds since 1970 UTC.
    quint64 inode = 0;     ///< As lastingInode() has it.
    QByteArray content;    ///< All of it, when it has been read; otherwise null.
};

/// The whole content, for a file small enough to be held in memory; null when it cannot be read to its
/// announced end.
QByteArray readContent(const StoredFile &file);

/// A time of modification, nanoseconds since 1970 UTC, as far from then as the number can tell.
qint64 modifiedNs(const struct stat &status);

/// Times of modification come in ticks, of some milliseconds to two seconds (FAT): when something was changed
/// just before it was read, a second change may leave the time as it is.
bool changedJustNow(qint64 modifiedNs);

/// Whether the file is still in the version that was opened, beyond doubt: content read in between may be
/// remembered as that version's.
bool isUnchanged(const StoredFile &file);

} // namespace porchlight
