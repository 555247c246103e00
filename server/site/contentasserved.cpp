// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/contentasserved.h"

#include "server/http/entitytag.h"
#include "server/http/requestpath.h"
#include "server/http/storedfile.h"

namespace porchlight {

std::optional<QByteArray> contentAsServed(const SharedFolder &folder, const Exchange &exchange, qint64 most)
{
    if (exchange.status != 200 || exchange.methodView() != QByteArrayView("GET"))
        return std::nullopt;
    const auto path = parseRequestPath(exchange.targetView());
    if (!std::holds_alternative<RequestPath>(path))
        return std::nullopt;
    const Resolution found = folder.resolve(std::get<RequestPath>(path));
    const auto *file = std::get_if<resolved::File>(&found);
    if (!file || file->file.size > most)
        return std::nullopt;
    const StoredFile &stored = file->file;
    // A coded form, a smaller copy, or one without its place has another tag.
    const EntityTag tag = fileEntityTag(stored.size, stored.modifiedNs, stored.inode);
    if (exchange.responseField("ETag") != tag.toField())
        return std::nullopt;
    QByteArray content = readContent(stored);
    return content.isNull() ? std::nullopt : std::optional(std::move(content));
}

} // namespace porchlight
