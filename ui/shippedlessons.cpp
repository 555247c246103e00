// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shippedlessons.h"

#include <QCoreApplication>

// Outside the namespace, as it declares a function of its own.
static void registerLessons()
{
    Q_INIT_RESOURCE(lessons);
}

namespace porchlight {

QList<ShippedLesson> shippedLessons()
{
    registerLessons();
    const auto tr = [](const char *text) { return QCoreApplication::translate("ShippedLessons", text); };
    return {
        {tr("A page and its pictures"), QStringLiteral(":/lessons/a-page-and-its-pictures.porchlight")},
        {tr("The second visit: 304"), QStringLiteral(":/lessons/the-second-visit.porchlight")},
    };
}

} // namespace porchlight
