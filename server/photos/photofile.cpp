// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photofile.h"

#include "server/http/lastinginode.h"
#include "server/http/storedfile.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace porchlight {
namespace {

/// Raised when copies or facts come out otherwise, so that those of earlier programs are not used any more.
constexpr int CopyFormat = 2;

template <size_t N>
bool isAmong(const std::array<QByteArrayView, N> &endings, QByteArrayView ending)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](QByteArrayView each) { return each.compare(ending, Qt::CaseInsensitive) == 0; });
}

/// Up to the last dot.
QByteArrayView stemOf(QByteArrayView name)
{
    return name.first(std::max<qsizetype>(name.lastIndexOf('.'), 0));
}

bool mayGoAlongWithPhoto(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 3> Endings{"txt", "xmp", "aae"};
    return photoKind(name) == PhotoKind::ClosedRaw ||
           isAmong(Endings, name.sliced(name.lastIndexOf('.') + 1));
}

bool isShown(QByteArrayView name)
{
    const PhotoKind kind = photoKind(name);
    return kind != PhotoKind::None && kind != PhotoKind::ClosedRaw;
}

bool isOfDesktop(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 2> Names{"thumbs.db", "desktop.ini"};
    return isAmong(Names, name);
}

} // namespace

PhotoFolder::~PhotoFolder() = default;

QByteArray photoVersion(const QByteArray &path, qint64 size, qint64 modifiedNs, quint64 inode)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(path);
    hash.addData("/" + QByteArray::number(CopyFormat));
    for (const quint64 number : {quint64(size), quint64(modifiedNs), inode})
        hash.addData("/" + QByteArray::number(number, 16));
    return hash.result().toHex().first(24);
}

std::shared_ptr<const OpenFile> openVersion(const PhotoFolder &folder, const QByteArray &path,
                                            const QByteArray &version)
{
    auto file = folder.open(path);
    struct stat status;
    if (!file || ::fstat(file->descriptor(), &status) != 0)
        return nullptr;
    return photoVersion(path, status.st_size, modifiedNs(status), lastingInode(file->descriptor(), status)) ==
                   version
               ? file
               : nullptr;
}

PhotoKind photoKind(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 13> Photos{"jpg",  "jpeg", "png", "gif",  "webp", "tif", "tiff",
                                                    "heic", "heif", "hif", "avif", "svg",  "bmp"};
    constexpr std::array<QByteArrayView, 8> Raws{"dng", "cr2", "nef", "arw", "orf", "rw2", "pef", "srw"};
    constexpr std::array<QByteArrayView, 2> ClosedRaws{"cr3", "raf"};
    constexpr std::array<QByteArrayView, 6> Videos{"mp4", "m4v", "mov", "webm", "mkv", "3gp"};
    const qsizetype dot = name.lastIndexOf('.');
    if (dot <= 0)
        return PhotoKind::None;
    const QByteArrayView ending = name.sliced(dot + 1);
    if (isAmong(Photos, ending))
        return PhotoKind::Photo;
    if (isAmong(Videos, ending))
        return PhotoKind::Video;
    if (isAmong(ClosedRaws, ending))
        return PhotoKind::ClosedRaw;
    return isAmong(Raws, ending) ? PhotoKind::Raw : PhotoKind::None;
}

PhotoTally photoTally(const std::vector<QByteArrayView> &names)
{
    PhotoTally tally;
    std::vector<QByteArrayView> doubtful;
    for (const QByteArrayView name : names) {
        if (isShown(name))
            ++tally.photos;
        else if (mayGoAlongWithPhoto(name))
            doubtful.push_back(name);
        else
            tally.others += !isOfDesktop(name);
    }
    if (doubtful.empty())
        return tally;
    QSet<QByteArray> photos; // by name, and without their ending
    for (const QByteArrayView name : names) {
        if (isShown(name)) {
            const QByteArray photo = name.toByteArray().toLower();
            photos << photo << stemOf(photo).toByteArray();
        }
    }
    for (const QByteArrayView name : doubtful)
        tally.others += !photos.contains(stemOf(name).toByteArray().toLower());
    return tally;
}

} // namespace porchlight
