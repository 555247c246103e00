// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/pacedbody.h"

#include "server/record/monotonic.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

#include <unistd.h>

namespace porchlight {

namespace {

constexpr qint64 MaxPiece = 64 * 1024; // as BodyStream::next() may give
/// A bucket's rate may change while its bytes are waited for: nobody feels so long.
constexpr std::chrono::nanoseconds LongestWait = std::chrono::milliseconds(100);

} // namespace

PacedBody::PacedBody(Body body, std::vector<std::shared_ptr<TokenBucket>> buckets)
    : m_body(std::move(body))
    , m_length(m_body.length())
    , m_buckets(std::move(buckets))
{}

void PacedBody::fetch()
{
    m_pieceAt = 0;
    m_piece = {};
    while (m_piece.isEmpty() && m_part < m_body.parts.size()) {
        auto &part = m_body.parts[m_part];
        if (auto *bytes = std::get_if<QByteArray>(&part)) {
            m_piece = std::exchange(*bytes, {});
            ++m_part;
            continue;
        }
        auto &slice = std::get<FileSlice>(part);
        if (slice.length == 0) {
            ++m_part;
            continue;
        }
        QByteArray bytes(std::min(slice.length, MaxPiece), Qt::Uninitialized);
        const ssize_t n = ::pread(slice.file->descriptor(), bytes.data(), size_t(bytes.size()), slice.offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            m_end = n == 0 ? StreamEnd::FileShrank : StreamEnd::ReadFailed;
            m_part = m_body.parts.size();
            m_body.stream.reset();
            return;
        }
        bytes.truncate(n);
        slice.offset += n;
        slice.length -= n;
        m_piece = std::move(bytes);
    }
    if (m_piece.isEmpty() && m_body.stream)
        m_piece = m_body.stream->next();
}

QByteArray PacedBody::next()
{
    if (m_pieceAt == m_piece.size())
        fetch();
    const qint64 now = monotonicNow();
    qint64 allowed = std::min<qint64>(m_piece.size() - m_pieceAt, MaxPiece);
    for (const auto &bucket : m_buckets)
        allowed = std::min(allowed, bucket->available(now));
    if (allowed <= 0)
        return {};
    for (const auto &bucket : m_buckets)
        bucket->take(allowed);
    const QByteArray given = m_piece.mid(m_pieceAt, allowed);
    m_pieceAt += allowed;
    return given;
}

bool PacedBody::waits(const std::function<void()> &ready)
{
    if (m_pieceAt == m_piece.size())
        return m_body.stream && m_body.stream->waits(ready);
    const qint64 now = monotonicNow();
    std::chrono::nanoseconds wait{0};
    for (const auto &bucket : m_buckets)
        wait = std::max(wait, std::chrono::nanoseconds(bucket->wait(now)));
    if (!m_timer) {
        m_timer = std::make_unique<QTimer>();
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), ready);
    }
    m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(std::min(wait, LongestWait)));
    return true;
}

StreamEnd PacedBody::end() const
{
    return m_body.stream && m_end == StreamEnd::Whole ? m_body.stream->end() : m_end;
}

} // namespace porchlight
