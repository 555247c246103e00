// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deviceword.h"

namespace porchlight {

QString deviceWord(const QString &visitor)
{
    if (visitor.contains(QLatin1String("phone"), Qt::CaseInsensitive))
        return QStringLiteral("phone");
    if (visitor.startsWith(QLatin1String("iPad")) || visitor.startsWith(QLatin1String("Android tablet")))
        return QStringLiteral("tablet");
    if (visitor.startsWith(QLatin1String("TV")))
        return QStringLiteral("TV");
    for (const char *computer : {"Windows PC", "Linux PC", "BSD PC", "Mac", "Chromebook"}) {
        if (visitor.startsWith(QLatin1String(computer)))
            return QStringLiteral("computer");
    }
    return QStringLiteral("visitor");
}

} // namespace porchlight
