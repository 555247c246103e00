// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace porchlight {

/// Hands out the exchanges of a recording, some at each turn of the event loop, so that the window goes on
/// while it makes sense of them. GUI thread.
class RecordingSlices final : public QObject
{
    Q_OBJECT
public:
    /// Exchanges: what takes the slowest view a few milliseconds.
    static constexpr size_t SliceSize = 500;

    explicit RecordingSlices(QObject *parent = nullptr);

    /// The first slice at once: a lesson's recording is no more than that.
    void begin(std::shared_ptr<const Session> session);
    void stop();

signals:
    /// The next ones, after which so many are `left`.
    void sliced(const std::vector<porchlight::Exchange> &exchanges, qsizetype left);

private:
    void giveSlice();

    std::shared_ptr<const Session> m_session;
    size_t m_given = 0;
    QTimer m_turn;
};

} // namespace porchlight
