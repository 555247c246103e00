// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/webfile.h"

#include <QFile>

/// The linker drops a static library's resources unless someone calls for them; the macro wants no namespace.
static void callForResources()
{
    Q_INIT_RESOURCE(guestlanguages);
    Q_INIT_RESOURCE(guestpages);
}

namespace porchlight {

QByteArray webFile(const char *name)
{
    static const bool called = (callForResources(), true);
    Q_UNUSED(called);
    QFile file(QStringLiteral(":/guestpages/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not built into the program", name);
    return file.readAll();
}

} // namespace porchlight
