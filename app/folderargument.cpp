// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folderargument.h"

#include <QDir>
#include <QFileInfo>

namespace porchlight {

std::variant<QString, UsageError> existingFolder(const QString &given)
{
    const QFileInfo info(given.isEmpty() ? QDir::currentPath() : given);
    if (info.filePath().isEmpty() || !info.exists())
        return UsageError{QStringLiteral("There is no folder \"%1\".").arg(given)};
    if (!info.isDir())
        return UsageError{QStringLiteral("\"%1\" is not a folder.").arg(given)};
    if (!info.isReadable() || !info.isExecutable())
        return UsageError{QStringLiteral("The folder \"%1\" may not be read.").arg(info.absoluteFilePath())};
    return QDir::cleanPath(info.absoluteFilePath());
}

} // namespace porchlight
