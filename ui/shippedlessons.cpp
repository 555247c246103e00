// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shippedlessons.h"

#include <QCoreApplication>

#include <algorithm>

// Outside the namespace, as it declares a function of its own.
static void registerLessons()
{
    Q_INIT_RESOURCE(lessons);
}

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::ShippedLessons)
};

} // namespace

QList<ShippedLesson> shippedLessons()
{
    registerLessons();
    return {
        {Words::tr("A page and its pictures"),
         QStringLiteral(":/lessons/a-page-and-its-pictures.porchlight")},
        {Words::tr("The second visit: 304"), QStringLiteral(":/lessons/the-second-visit.porchlight")},
    };
}

bool isShippedLesson(const QString &title)
{
    const QList<ShippedLesson> all = shippedLessons();
    return std::any_of(all.begin(), all.end(),
                       [&](const ShippedLesson &each) { return each.title == title; });
}

} // namespace porchlight
