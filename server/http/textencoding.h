// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringConverter>

namespace porchlight {

/// What a text seems to be written in: what its byte order mark says, else UTF-8 if its beginning is valid
/// UTF-8, else Latin-1, in which everything is valid. Unless it is the whole text, `beginning` may end within
/// a character.
QStringConverter::Encoding textEncoding(QByteArrayView beginning, bool isWhole);

} // namespace porchlight
