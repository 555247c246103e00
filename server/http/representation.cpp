// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/representation.h"

#include "server/http/mediatype.h"
#include "server/transport/httpdate.h"

#include <ctime>
#include <utility>

namespace porchlight {

namespace {

void addPolicy(ResponseFields &fields, const QByteArray &policy)
{
    if (!policy.isEmpty())
        fields.add("Content-Security-Policy", policy);
}

ResponseFields notModifiedFields(const Validators &validators, const QByteArray &policy)
{
    ResponseFields fields{{"ETag", validators.entityTag.toField()}, {"Cache-Control", "no-cache"}};
    addPolicy(fields, policy);
    return fields;
}

} // namespace

Representation represent(StoredFile file, const QByteArray &policy)
{
    Validators validators = validatorsOf(file, std::time(nullptr));
    if (!policy.isEmpty())
        validators.entityTag.opaque += "-s";
    const QByteArray contentType = contentTypeOf(file.path);
    return {.file = std::move(file),
            .validators = validators,
            .contentType = contentType,
            .policy = policy,
            .contentFields = contentFields(contentType, validators, policy),
            .notModifiedFields = notModifiedFields(validators, policy)};
}

ResponseFields contentFields(const QByteArray &contentType, const Validators &validators,
                             const QByteArray &policy)
{
    ResponseFields fields{{"Content-Type", contentType},
                          {"X-Content-Type-Options", "nosniff"},
                          {"Last-Modified", formatHttpDate(validators.lastModified)},
                          {"ETag", validators.entityTag.toField()},
                          {"Accept-Ranges", "bytes"},
                          {"Cache-Control", "no-cache"}};
    addPolicy(fields, policy);
    return fields;
}

} // namespace porchlight
