// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shippedlessons.h"

#include <QCoreApplication>

namespace porchlight {

QList<ShippedLesson> shippedLessons()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ShippedLessons", text); };
    return {
        {tr("A page and its pictures"), QStringLiteral(":/lessons/a-page-and-its-pictures.porchlight")},
        {tr("The second visit: 304"), QStringLiteral(":/lessons/the-second-visit.porchlight")},
    };
}

} // namespace porchlight
