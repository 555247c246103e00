// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/body.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>

#include <vector>

namespace porchlight {

/// A name in a folder, as the photo index looks at it.
struct PhotoFile
{
    QByteArray name; ///< Bytes as on disk.
    bool isFolder = false;
    qint64 size = 0;       ///< Bytes.
    qint64 modifiedNs = 0; ///< Nanoseconds since 1970 UTC.
    quint64 inode = 0;
};

/// The shared folder, as far as the photo index reads it by itself. Thread-safe; may block as the disk does.
class PhotoFolder
{
public:
    virtual ~PhotoFolder();
    /// Null when there is no such file any more. `path` is inside the folder, segments joined by slashes.
    virtual std::shared_ptr<const OpenFile> open(const QByteArray &path) const = 0;
    /// What guests may see of a folder inside, in no order, as far as it was read by then; empty when it
    /// cannot be read.
    virtual std::vector<PhotoFile>
    contents(const QList<QByteArray> &folder,
             QDeadlineTimer until = QDeadlineTimer(QDeadlineTimer::Forever)) const = 0;
};

/// Names one version of one file: another path, size, time or inode gives another, and so does a Porchlight
/// that makes other copies or reads more. 24 hex digits, safe in a
/// URL and as a file name.
QByteArray photoVersion(const QByteArray &path, qint64 size, qint64 modifiedNs, quint64 inode);

/// The file at `path` as it was when it had that version; null when it has gone or is another by now.
std::shared_ptr<const OpenFile> openVersion(const PhotoFolder &folder, const QByteArray &path,
                                            const QByteArray &version);

/// What the ending of a name says; which endings have smaller copies made.
enum class PhotoKind : quint8 {
    None,
    Photo,
    Raw,
    Video,
    ClosedRaw, ///< One that nothing here decodes: shown only as what goes along with a picture.
};
PhotoKind photoKind(QByteArrayView name);

/// A folder's files, by whether a photo page shows them. What lies beside a photo to tell of it (beach.txt,
/// beach.jpg.xmp, beach.aae, beach.cr3 beside beach.jpg) and a desktop's own notes are neither.
struct PhotoTally
{
    int photos = 0; ///< And videos.
    int others = 0;
};
PhotoTally photoTally(const std::vector<QByteArrayView> &names);

} // namespace porchlight
