// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoding.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace porchlight {

/// An entity tag (RFC 9110 §8.8.3).
struct EntityTag
{
    QByteArray opaque; ///< Without its quotes.
    bool weak = false;

    /// As a field value: "\"5a-17f-2c\"".
    QByteArray toField() const;
    bool operator==(const EntityTag &) const = default;
};

/// The strong tag of a file's version. Size in bytes, time in nanoseconds. No two different triples share
/// one.
EntityTag fileEntityTag(qint64 size, qint64 modifiedNs, quint64 inode);

/// The tag of that version in a coding, which is another representation (RFC 9110 §8.8.3.3):
/// "5a-17f-2c-gzip".
EntityTag codedEntityTag(EntityTag tag, ContentCoding coding);

/// RFC 9110 §8.8.3.2: both strong and equal.
bool matchesStrongly(const EntityTag &a, const EntityTag &b);
/// RFC 9110 §8.8.3.2: equal but for weakness.
bool matchesWeakly(const EntityTag &a, const EntityTag &b);

/// Exactly one tag, as in If-Range. Nothing when it breaks the grammar.
std::optional<EntityTag> parseEntityTag(QByteArrayView text);

/// The value of If-Match or If-None-Match: "*" or a list of tags.
struct EntityTagList
{
    bool any = false; ///< "*": every existing representation.
    std::vector<EntityTag> tags;

    bool containsStrongly(const EntityTag &tag) const;
    bool containsWeakly(const EntityTag &tag) const;
};

/// Empty list elements are allowed (RFC 9110 §5.6.1.2). A value that breaks the grammar anywhere gives an
/// empty list, which matches nothing: If-Match then fails and If-None-Match sends the file, both safe.
EntityTagList parseEntityTags(QByteArrayView field);

} // namespace porchlight
