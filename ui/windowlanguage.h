// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace porchlight {

/// The one place that decides the window's language: its words (resources/translations/), its numbers and
/// dates, and the explanations of HTTP (resources/explanations/) all follow it.

/// The first of these languages ("de-AT", "en-GB") that the window speaks: "de"; "en" where it speaks none.
QString spokenLanguage(const QStringList &languages);

/// Has the window speak this language, one of spokenLanguage(), and Qt's own buttons and dialogs where Qt's
/// translations are installed. Once, before the window is made; without it all is English.
void speakLanguage(const QString &language, QCoreApplication &application);

/// How the language spoken writes numbers and dates.
const QLocale &windowLocale();

} // namespace porchlight
