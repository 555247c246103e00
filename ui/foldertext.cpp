// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldertext.h"

#include "ui/humanunits.h"

#include <QDir>

namespace porchlight {

QString folderName(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    if (clean == QDir::cleanPath(QDir::homePath()))
        return QStringLiteral("Home folder");
    if (QDir(clean).isRoot())
        return QStringLiteral("This computer");
    return QDir(clean).dirName();
}

QString folderPlace(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    return QDir(clean).isRoot() ? folderName(clean)
                                : folderName(QDir::cleanPath(clean + QStringLiteral("/..")));
}

QString countedItems(qint64 items)
{
    if (items == 0)
        return QStringLiteral("no items");
    return items == 1 ? QStringLiteral("1 item") : humanCount(items) + QStringLiteral(" items");
}

} // namespace porchlight
