// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// A name from the disk as text for an HTML page, inside an element or a quoted attribute; UTF-8. Markup is
/// escaped. What is not valid UTF-8, and what would act instead of being seen (control characters, line and
/// paragraph separators, bidirectional controls such as U+202E), shows as U+FFFD, and so does all of a name that
/// would leave nothing to see.
QByteArray htmlText(QByteArrayView name);
void appendHtmlText(QByteArray &html, QByteArrayView name);

} // namespace porchlight
