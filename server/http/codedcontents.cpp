// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/codedcontents.h"

namespace porchlight {

CodedContents::CodedContents(qint64 limit)
    : m_contents(limit)
{}

std::optional<QByteArray> CodedContents::find(const CodedContentKey &key)
{
    const std::scoped_lock lock(m_mutex);
    const QByteArray *coded = m_contents.object(key);
    return coded ? std::optional(*coded) : std::nullopt;
}

void CodedContents::insert(const CodedContentKey &key, const QByteArray &coded)
{
    constexpr qint64 Overhead = 128; // of an entry and its allocations, about
    const qint64 bytes = Overhead + key.name.capacity() + coded.capacity();
    const std::scoped_lock lock(m_mutex);
    m_contents.insert(key, new QByteArray(coded), bytes);
}

qint64 CodedContents::memory()
{
    const std::scoped_lock lock(m_mutex);
    return m_contents.totalCost();
}

} // namespace porchlight
