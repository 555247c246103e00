// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// What a person would call a file, for icons and quick filters.
enum class MediaKind : quint8 {
    Page,
    Style,
    Script,
    Image,
    Video,
    Audio,
    Document, ///< PDF and office files.
    Archive,
    Font,
    Text, ///< Any other text, data formats that people can read among it.
    Other,
};

/// The kind of a Content-Type; its parameters and case do not matter.
MediaKind mediaKind(QByteArrayView contentType);

/// The kind of a file of this name.
MediaKind mediaKindOfName(QByteArrayView fileName);

} // namespace porchlight
