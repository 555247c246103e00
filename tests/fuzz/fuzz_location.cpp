// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "server/metadata/bytesource.h"
#include "server/photos/withoutlocation.h"

#include <sys/mman.h>
#include <unistd.h>

/// The input is a photo that is to be sent without its place.
namespace porchlight::fuzz {

namespace {

StoredFile stored(QByteArrayView content)
{
    const int descriptor = ::memfd_create("photo", MFD_CLOEXEC);
    REQUIRE(::write(descriptor, content.data(), size_t(content.size())) == content.size());
    return {std::make_shared<OpenFile>(descriptor), "photo", content.size(), 0, 1};
}

/// The parts stand for the whole file, in its order.
void checkParts(const Body &body, qint64 size)
{
    REQUIRE(body.length() == size);
    qint64 at = 0;
    for (const Body::Part &part : body.parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part)) {
            REQUIRE(!bytes->isEmpty());
            at += bytes->size();
        } else {
            const auto &slice = std::get<FileSlice>(part);
            REQUIRE(slice.offset == at && slice.length > 0);
            at += slice.length;
        }
    }
    REQUIRE(at == size);
}

} // namespace

void check(QByteArrayView input)
{
    const StoredFile file = stored(input);
    const LocationBlanks blanks = locationBlanks(file);
    if (const auto *places = std::get_if<Replacements>(&blanks))
        checkParts(withoutLocation(file, *places), file.size);
}

} // namespace porchlight::fuzz
