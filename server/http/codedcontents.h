// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoding.h"

#include <QByteArray>
#include <QCache>

#include <mutex>
#include <optional>

namespace porchlight {

/// What a coded content was made of. Two contents never share a name.
struct CodedContentKey
{
    QByteArray name;
    ContentCoding coding;
    bool operator==(const CodedContentKey &) const = default;
};

inline size_t qHash(const CodedContentKey &key, size_t seed)
{
    return qHashMulti(seed, key.name, quint8(key.coding));
}

/// Coded contents, held within a limit: beyond it those that were not asked for the longest are let go.
/// Thread-safe.
class CodedContents final
{
public:
    /// `limit` in bytes, names included.
    explicit CodedContents(qint64 limit);

    /// Nothing when it is not held.
    std::optional<QByteArray> find(const CodedContentKey &key);
    /// What is larger than the limit is not held.
    void insert(const CodedContentKey &key, const QByteArray &coded);
    /// Bytes held.
    qint64 memory();

private:
    std::mutex m_mutex;
    QCache<CodedContentKey, QByteArray> m_contents;
};

} // namespace porchlight
