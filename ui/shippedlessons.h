// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace porchlight {

/// A recording that comes with Porchlight.
struct ShippedLesson
{
    QString title; ///< "A page and its pictures"
    QString path;  ///< For readRecording().
};

/// In the order they are best looked at. tests/support/lessonrecorder.cpp recorded them.
QList<ShippedLesson> shippedLessons();
bool isShippedLesson(const QString &title);

} // namespace porchlight
