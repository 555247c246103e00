// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// How a page can show a file.
enum class PreviewKind : quint8 { Image, Audio, Video, Pdf, Markdown, Text, None };

/// By its name and its first kilobytes: a file of no known type is text when these hold no NUL.
PreviewKind previewKind(QByteArrayView name, QByteArrayView beginning);

} // namespace porchlight
