// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/photofile.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

#include <sys/stat.h>

namespace porchlight {
namespace {

/// Raised when copies or facts come out otherwise, so that those of earlier programs are not used any more.
constexpr int CopyFormat = 1;

template <size_t N>
bool isAmong(const std::array<QByteArrayView, N> &endings, QByteArrayView ending)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](QByteArrayView each) { return each.compare(ending, Qt::CaseInsensitive) == 0; });
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
    const qint64 modifiedNs = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    return photoVersion(path, status.st_size, modifiedNs, status.st_ino) == version ? file : nullptr;
}

PhotoKind photoKind(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 13> Photos{"jpg",  "jpeg", "png", "gif",  "webp", "tif", "tiff",
                                                    "heic", "heif", "hif", "avif", "svg",  "bmp"};
    constexpr std::array<QByteArrayView, 10> Raws{"dng", "cr2", "cr3", "nef", "arw",
                                                  "orf", "rw2", "raf", "pef", "srw"};
    constexpr std::array<QByteArrayView, 6> Videos{"mp4", "m4v", "mov", "webm", "mkv", "3gp"};
    const qsizetype dot = name.lastIndexOf('.');
    if (dot <= 0)
        return PhotoKind::None;
    const QByteArrayView ending = name.sliced(dot + 1);
    if (isAmong(Photos, ending))
        return PhotoKind::Photo;
    if (isAmong(Videos, ending))
        return PhotoKind::Video;
    return isAmong(Raws, ending) ? PhotoKind::Raw : PhotoKind::None;
}

} // namespace porchlight
