// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/listenfailure.h"
#include "server/record/exchangefeed.h"
#include "server/record/serveractivity.h"
#include "server/transport/connection.h"
#include "server/transport/connectionquota.h"
#include "server/transport/listensettings.h"
#include "server/transport/turnedaway.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace porchlight {

/// Listens, and hands each accepted descriptor on; past the limits it answers 503 itself, before any object
/// is made for the visitor. While the process is out of descriptors it waits, and tries again a few times a
/// second. Belongs to a thread of its own.
class Acceptor final : public QObject
{
    Q_OBJECT
public:
    /// `folder`: the shared folder's name, for the record; `handOver` takes the descriptor over, called in
    /// this thread.
    Acceptor(const Limits &limits, ExchangeFeed *feed, const QString &folder, ServerActivity *activity,
             const ErrorAnswer &errorAnswer, std::function<void(const AcceptedSocket &)> handOver);

    /// The failure, if it does not listen now.
    std::optional<ListenFailure> listenAt(const ListenSettings &settings);
    /// Stops listening at once; connections handed over live on.
    void stopListening();
    quint16 port() const { return m_listener.serverPort(); }

    /// An admitted connection has ended.
    void release(const QHostAddress &address);
    /// Takes an admitted connection back that nobody can serve, and turns it away.
    void refuse(const AcceptedSocket &accepted, Refusal refusal);

private:
    bool listenOn(const QHostAddress &address, quint16 port);
    void acceptWaiting();
    void admit(const AcceptedSocket &accepted);
    void turnAway(const AcceptedSocket &accepted, Refusal refusal);

    QTcpServer m_listener;
    // Not QTcpServer's: that one tries to accept again and again while there is no descriptor to spare.
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_resume;
    ConnectionQuota m_quota;
    ExchangeFeed *const m_feed;
    ServerActivity *const m_activity;
    const std::shared_ptr<ExchangeQueue> m_queue;
    const ErrorAnswer m_errorAnswer;
    const std::function<void(const AcceptedSocket &)> m_handOver;
    TurnedAway m_turnedAway;
};

} // namespace porchlight
