// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace porchlight {

/// What a visitor sent, made safe to show, copy and export: every character is one that only shows itself.
/// Bytes that are not UTF-8 become U+FFFD; control characters become "\x1B"; characters that are invisible
/// or turn the direction of text (bidi marks, zero-width characters, line separators) become "\u202E". Markup
/// is not touched: the text is for widgets that show plain text.
QString plainText(QByteArrayView bytes);
QString plainText(QStringView text);

/// A request target as people read it: percent-escapes of letters, digits, spaces and other UTF-8 are
/// decoded, those that would change what the target means ("%2F", "%00", "%25") stay. Made safe as by
/// plainText().
QString readableTarget(QByteArrayView target);

/// Plain text as a tool tip shows it: a tool tip takes what looks like markup for markup.
QString plainToolTip(const QString &text);

} // namespace porchlight
