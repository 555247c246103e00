// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/representation.h"

#include "server/http/mediatype.h"
#include "server/transport/httpdate.h"

#include <ctime>
#include <utility>

namespace porchlight {

Representation represent(StoredFile file)
{
    const Validators validators = validatorsOf(file, std::time(nullptr));
    const QByteArray contentType = contentTypeOf(file.path);
    return {.file = std::move(file),
            .validators = validators,
            .contentType = contentType,
            .contentFields = contentFields(contentType, validators),
            .notModifiedFields = {{"ETag", validators.entityTag.toField()}, {"Cache-Control", "no-cache"}}};
}

ResponseFields contentFields(const QByteArray &contentType, const Validators &validators)
{
    return {{"Content-Type", contentType},
            {"X-Content-Type-Options", "nosniff"},
            {"Last-Modified", formatHttpDate(validators.lastModified)},
            {"ETag", validators.entityTag.toField()},
            {"Accept-Ranges", "bytes"},
            {"Cache-Control", "no-cache"}};
}

} // namespace porchlight
