// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace porchlight {

class PlainSocket;

/// Connections that are answered 503 without becoming one: the bytes are written, and the socket is held a
/// moment while the visitor reads, or it would get a reset instead (RFC 9112 §9.6). Bounded.
class TurnedAway final : public QObject
{
    Q_OBJECT
public:
    /// Held at once, at most; beyond that a connection is closed straight away.
    static constexpr size_t MaxHeld = 64;
    static constexpr qint64 HoldMs = 1'000;

    explicit TurnedAway(QObject *parent = nullptr);
    ~TurnedAway() override;

    /// Takes the descriptor over.
    void turnAway(int descriptor, const QByteArray &response);
    void closeAll();

private:
    struct Held;
    void sweep();

    std::vector<Held> m_held;
    QTimer m_timer;
};

} // namespace porchlight
