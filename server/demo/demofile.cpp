// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofile.h"

#include <QFile>

namespace porchlight {

QByteArray demoFile(const QString &name)
{
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not built into the program", qUtf8Printable(name));
    return file.readAll();
}

} // namespace porchlight
