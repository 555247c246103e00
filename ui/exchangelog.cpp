// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangelog.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

qint64 contentBytesOf(const Exchange &exchange)
{
    return exchange.requestContent.size() + exchange.responseContent.size();
}

} // namespace

std::optional<quint64> ExchangeLog::findRunning(quint64 id) const
{
    const auto found = m_running.constFind(id);
    return found == m_running.cend() ? std::nullopt : std::optional(*found);
}

std::vector<quint64> ExchangeLog::running() const
{
    std::vector<quint64> serials(m_running.cbegin(), m_running.cend());
    std::sort(serials.begin(), serials.end());
    return serials;
}

void ExchangeLog::append(Exchange &&exchange)
{
    m_headBytes += headBytesOf(exchange);
    m_contentBytes += contentBytesOf(exchange);
    if (exchange.isRunning())
        m_running.insert(exchange.id, end());
    m_entries.push_back(std::move(exchange));
    dropOldContents();
}

void ExchangeLog::update(quint64 serial, Exchange &&exchange)
{
    Exchange &entry = m_entries[serial - m_first];
    m_headBytes += headBytesOf(exchange) - headBytesOf(entry);
    m_contentBytes += contentBytesOf(exchange) - contentBytesOf(entry);
    if (!exchange.isRunning())
        m_running.remove(entry.id);
    entry = std::move(exchange);
    m_contentsFrom = std::min(m_contentsFrom, serial);
    dropOldContents();
}

qsizetype ExchangeLog::surplus(const LogLimits &limits, qsizetype entries, qint64 headBytes) const
{
    qsizetype count = std::clamp<qsizetype>(size() + entries - limits.exchanges, 0, size());
    qint64 bytes = m_headBytes + headBytes;
    for (qsizetype i = 0; i < size() && (i < count || bytes > limits.headBytes); ++i) {
        bytes -= headBytesOf(m_entries[size_t(i)]);
        count = std::max(count, i + 1);
    }
    return count;
}

Exchange ExchangeLog::takeFirst()
{
    Exchange exchange = std::move(m_entries.front());
    forget(exchange);
    m_entries.pop_front();
    ++m_first;
    return exchange;
}

void ExchangeLog::removeFirst(qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i)
        takeFirst();
}

void ExchangeLog::dropOldContents()
{
    m_contentsFrom = std::max(m_contentsFrom, m_first);
    for (; m_contentBytes > MaxContentBytes && m_contentsFrom < end(); ++m_contentsFrom) {
        Exchange &entry = m_entries[m_contentsFrom - m_first];
        m_contentBytes -= contentBytesOf(entry);
        entry.requestContent = {};
        entry.responseContent = {};
    }
}

qint64 ExchangeLog::headBytesOf(const Exchange &exchange)
{
    return exchange.requestHead.size() + exchange.responseHead.size();
}

void ExchangeLog::forget(const Exchange &exchange)
{
    m_headBytes -= headBytesOf(exchange);
    m_contentBytes -= contentBytesOf(exchange);
    if (exchange.isRunning())
        m_running.remove(exchange.id);
}

} // namespace porchlight
