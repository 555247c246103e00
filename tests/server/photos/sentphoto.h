// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/bytesource.h"
#include "server/photos/withoutlocation.h"
#include "tests/support/temporaryfolder.h"

#include <fcntl.h>

namespace porchlight::test {

inline StoredFile storedPhoto(const TemporaryFolder &folder, const QByteArray &content)
{
    folder.file("photo", content);
    const int descriptor = ::open(folder.path("photo").constData(), O_RDONLY | O_CLOEXEC);
    return {std::make_shared<OpenFile>(descriptor), "photo", content.size(), 0, 1};
}

inline std::variant<Body, LocationKept> withoutLocation(const StoredFile &file)
{
    const LocationBlanks blanks = locationBlanks(file);
    if (const auto *kept = std::get_if<LocationKept>(&blanks))
        return *kept;
    return porchlight::withoutLocation(file, std::get<Replacements>(blanks));
}

/// As a visitor gets it.
inline QByteArray sent(const Body &body)
{
    QByteArray content;
    for (const Body::Part &part : body.parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part)) {
            content += *bytes;
        } else {
            const auto &slice = std::get<FileSlice>(part);
            content += BytesOfFile(slice.file->descriptor(), slice.offset + slice.length)
                           .read(slice.offset, slice.length);
        }
    }
    return content;
}

} // namespace porchlight::test
