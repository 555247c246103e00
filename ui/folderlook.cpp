// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderlook.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>

#include <thread>
#include <utility>

namespace porchlight {

namespace {

FolderLook look(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {.what = FolderLook::Nothing};
    if (!info.isDir())
        return {.what = FolderLook::File, .folder = info.absolutePath()};
    return {.what = FolderLook::Folder,
            .folder = QDir::cleanPath(info.absoluteFilePath()),
            .risks = shareRisks(QFile::encodeName(path), QFile::encodeName(QDir::homePath()))};
}

} // namespace

QFuture<FolderLook> lookAt(const QString &path)
{
    QPromise<FolderLook> promise;
    QFuture<FolderLook> future = promise.future();
    promise.start();
    std::thread([promise = std::move(promise), path]() mutable {
        promise.addResult(look(path));
        promise.finish();
    }).detach();
    return future;
}

} // namespace porchlight
