// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldertext.h"

#include "ui/humanunits.h"

#include <QCoreApplication>
#include <QDir>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FolderText)
};

} // namespace

QString folderName(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    if (clean == QDir::cleanPath(QDir::homePath()))
        return Words::tr("Home folder");
    if (QDir(clean).isRoot())
        return Words::tr("This computer");
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
        return Words::tr("no items");
    return items == 1 ? Words::tr("1 item") : Words::tr("%1 items").arg(humanCount(items));
}

} // namespace porchlight
