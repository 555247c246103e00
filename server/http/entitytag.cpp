// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/entitytag.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

QByteArray hex(quint64 number)
{
    return QByteArray::number(number, 16);
}

bool isTagCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
}

QByteArrayView withoutLeadingSpace(QByteArrayView text)
{
    while (text.startsWith(' ') || text.startsWith('\t'))
        text = text.sliced(1);
    return text;
}

/// Takes one tag off the front of `rest`.
std::optional<EntityTag> takeEntityTag(QByteArrayView &rest)
{
    const bool weak = rest.startsWith("W/");
    const QByteArrayView quoted = weak ? rest.sliced(2) : rest;
    if (!quoted.startsWith('"'))
        return std::nullopt;
    const qsizetype end = quoted.indexOf('"', 1);
    if (end < 0)
        return std::nullopt;
    const QByteArrayView opaque = quoted.sliced(1, end - 1);
    if (!std::ranges::all_of(opaque, isTagCharacter))
        return std::nullopt;
    rest = quoted.sliced(end + 1);
    return EntityTag{opaque.toByteArray(), weak};
}

} // namespace

QByteArray EntityTag::toField() const
{
    return (weak ? QByteArrayLiteral("W/\"") : QByteArrayLiteral("\"")) + opaque + '"';
}

EntityTag fileEntityTag(qint64 size, qint64 modifiedNs, quint64 inode)
{
    return {hex(static_cast<quint64>(size)) + '-' + hex(static_cast<quint64>(modifiedNs)) + '-' + hex(inode),
            false};
}

EntityTag codedEntityTag(EntityTag tag, ContentCoding coding)
{
    if (coding != ContentCoding::Identity)
        tag.opaque.append('-').append(nameOf(coding));
    return tag;
}

bool matchesStrongly(const EntityTag &a, const EntityTag &b)
{
    return !a.weak && !b.weak && a.opaque == b.opaque;
}

bool matchesWeakly(const EntityTag &a, const EntityTag &b)
{
    return a.opaque == b.opaque;
}

std::optional<EntityTag> parseEntityTag(QByteArrayView text)
{
    auto tag = takeEntityTag(text);
    return text.isEmpty() ? tag : std::nullopt;
}

bool EntityTagList::containsStrongly(const EntityTag &tag) const
{
    return std::ranges::any_of(tags, [&](const EntityTag &t) { return matchesStrongly(t, tag); });
}

bool EntityTagList::containsWeakly(const EntityTag &tag) const
{
    return std::ranges::any_of(tags, [&](const EntityTag &t) { return matchesWeakly(t, tag); });
}

EntityTagList parseEntityTags(QByteArrayView field)
{
    if (field.trimmed() == "*")
        return {true, {}};
    EntityTagList list;
    QByteArrayView rest = withoutLeadingSpace(field);
    while (!rest.isEmpty()) {
        if (!rest.startsWith(',')) {
            auto tag = takeEntityTag(rest);
            if (!tag)
                return {};
            list.tags.push_back(*std::move(tag));
            rest = withoutLeadingSpace(rest);
            if (!rest.isEmpty() && !rest.startsWith(','))
                return {};
        }
        if (!rest.isEmpty())
            rest = withoutLeadingSpace(rest.sliced(1));
    }
    return list;
}

} // namespace porchlight
