// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/tokenbucket.h"
#include "server/transport/body.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace porchlight {

/// The content of a response, given no faster than each of the buckets allows; its length stays what it was.
class PacedBody final : public BodyStream
{
public:
    PacedBody(Body body, std::vector<std::shared_ptr<TokenBucket>> buckets);

    QByteArray next() override;
    StreamEnd end() const override;
    qint64 length() const override { return m_length; }
    bool waits(const std::function<void()> &ready) override;
    bool takesItsTime() const override { return m_body.stream && m_body.stream->takesItsTime(); }
    bool endsWithVisitor() const override { return m_body.stream && m_body.stream->endsWithVisitor(); }
    qint64 events() const override { return m_body.stream ? m_body.stream->events() : -1; }
    QList<QByteArray> takeEvents() override
    {
        return m_body.stream ? m_body.stream->takeEvents() : QList<QByteArray>();
    }

private:
    /// Makes m_piece the next that there is; empty at the end, or when the stream has nothing yet.
    void fetch();

    Body m_body;
    const qint64 m_length;
    const std::vector<std::shared_ptr<TokenBucket>> m_buckets;
    size_t m_part = 0;
    QByteArray m_piece;      // read, and not given yet
    qsizetype m_pieceAt = 0; // of it given
    StreamEnd m_end = StreamEnd::Whole;
    std::unique_ptr<QTimer> m_timer; // made in the thread that asks
};

} // namespace porchlight
