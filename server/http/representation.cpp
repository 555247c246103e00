// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/representation.h"

#include "server/http/compressible.h"
#include "server/http/mediatype.h"
#include "server/http/textencoding.h"
#include "server/transport/httpdate.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace porchlight {

namespace {

/// Of the entity tag of what is sent under a policy.
constexpr char SandboxedSuffix[] = "-s";

/// Whether a text's beginning is in UTF-8 and says nothing else itself, as an old page in plain letters may.
bool isUtf8(const StoredFile &file, bool isPage)
{
    constexpr qint64 Beginning = 4096; // bytes
    QByteArray text(std::min(file.size, Beginning), Qt::Uninitialized);
    const ssize_t n = ::pread(file.file->descriptor(), text.data(), size_t(text.size()), 0);
    text.truncate(std::max<ssize_t>(n, 0));
    if (textEncoding(text, text.size() == file.size) != QStringConverter::Utf8)
        return false;
    const QByteArray said = isPage ? text.toLower() : QByteArray();
    return !said.contains("charset=") || said.contains("utf-8");
}

/// What a charset says here overrules what the page says (HTML §13.2.3.2): of a text in another one, none is
/// said, and the browser looks for itself.
QByteArray typeOf(const StoredFile &file)
{
    QByteArray type = contentTypeOf(file.path);
    const qsizetype charset = type.indexOf("; charset=utf-8");
    if (charset >= 0 && !isUtf8(file, type.startsWith("text/html")))
        type.truncate(charset);
    return type;
}

void addPolicy(ResponseFields &fields, const QByteArray &policy)
{
    if (!policy.isEmpty())
        fields.add("Content-Security-Policy", policy);
}

void makeFields(Representation &of)
{
    of.contentFields = contentFields(of.contentType, of);
    of.notModifiedFields = {{"ETag", of.validators.entityTag.toField()}, {"Cache-Control", "no-cache"}};
    of.notModifiedFields.add(of.varyFields);
    addPolicy(of.notModifiedFields, of.policy);
}

} // namespace

Representation represent(StoredFile file, const QByteArray &policy)
{
    Representation made;
    made.validators = validatorsOf(file, std::time(nullptr));
    made.contentType = typeOf(file);
    made.file = std::move(file);
    made.policy = policy;
    if (!policy.isEmpty())
        made.validators.entityTag.opaque += SandboxedSuffix;
    if (isCompressible(made.contentType))
        made.varyFields.add("Vary", "Accept-Encoding");
    makeFields(made);
    return made;
}

Representation representChanged(Representation original, QByteArrayView suffix)
{
    original.validators.entityTag.opaque.append(suffix);
    makeFields(original);
    return original;
}

Representation representCoded(const Representation &original, ContentCoding coding,
                              std::optional<StoredFile> readyMade)
{
    Representation made;
    made.file = original.file;
    made.coding = coding;
    made.validators = original.validators;
    if (readyMade) {
        made.validators = validatorsOf(*readyMade, std::time(nullptr));
        if (!original.policy.isEmpty())
            made.validators.entityTag.opaque += SandboxedSuffix;
    }
    made.validators.entityTag = codedEntityTag(std::move(made.validators.entityTag), coding);
    made.readyMade = std::move(readyMade);
    made.contentType = original.contentType;
    made.policy = original.policy;
    made.varyFields = original.varyFields;
    makeFields(made);
    return made;
}

ResponseFields contentFields(const QByteArray &contentType, const Representation &of)
{
    ResponseFields fields{{"Content-Type", contentType},
                          {"X-Content-Type-Options", "nosniff"},
                          {"Last-Modified", formatHttpDate(of.validators.lastModified)},
                          {"ETag", of.validators.entityTag.toField()},
                          {"Cache-Control", "no-cache"}};
    if (of.coding == ContentCoding::Identity)
        fields.add("Accept-Ranges", "bytes");
    else // of which no part can be had
        fields.add("Content-Encoding", nameOf(of.coding));
    fields.add(of.varyFields);
    addPolicy(fields, of.policy);
    return fields;
}

} // namespace porchlight
