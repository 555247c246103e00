// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderdrops.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace porchlight {

namespace {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace

FolderDrops::FolderDrops(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FolderDrops::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (localPaths(drag->mimeData()).isEmpty())
            break;
        drag->acceptProposedAction();
        emit hovered(true);
        return true;
    }
    case QEvent::DragLeave:
        emit hovered(false);
        break;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        emit hovered(false);
        drop->acceptProposedAction();
        emit dropped(localPaths(drop->mimeData()));
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace porchlight
