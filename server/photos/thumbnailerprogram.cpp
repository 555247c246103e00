// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/thumbnailerprogram.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace porchlight {

QString thumbnailerProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *folder : {"/", "/" PORCHLIGHT_LIBEXEC_FROM_BIN "/porchlight/"}) {
        const QFileInfo program(here + QLatin1String(folder) + QLatin1String("porchlight-thumbnailer"));
        if (program.isExecutable())
            return program.canonicalFilePath();
    }
    return {};
}

} // namespace porchlight
