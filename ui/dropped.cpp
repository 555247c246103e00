// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropped.h"

#include <QMimeData>
#include <QUrl>

namespace porchlight {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

} // namespace porchlight
