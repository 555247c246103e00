// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requesthead.h"

#include "server/transport/requestheadparser.h"

namespace porchlight {

std::optional<QByteArray> RequestHead::field(QByteArrayView name) const
{
    std::optional<QByteArray> value;
    for (const FieldLine &line : m_fields) {
        if (line.name.length != name.size() || view(line.name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (!value)
            value = view(line.value).toByteArray();
        else
            value->append(", ").append(view(line.value));
    }
    return value;
}

bool RequestHead::hasField(QByteArrayView name) const
{
    for (const FieldLine &line : m_fields) {
        if (line.name.length == name.size() && view(line.name).compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

ParsedHead parseRequestHead(QByteArray raw)
{
    return RequestHeadParser(std::move(raw)).parse();
}

} // namespace porchlight
