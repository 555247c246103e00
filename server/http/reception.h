// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/connection.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace porchlight {

class Acceptor;
class HttpWorker;

/// Where accepted connections get their worker: the next whose thread goes on. What was handed to one that a
/// disk holds up goes to another; while all are held up connections wait, and get 503 once that has lasted
/// for Limits::diskPatience. A child of the acceptor, in its thread.
class Reception final : public QObject
{
    Q_OBJECT
public:
    Reception(const Limits &limits, Acceptor *acceptor);
    ~Reception() override; ///< Closes what still waits.

    /// Before the acceptor listens. The worker outlives the acceptor.
    void add(HttpWorker *worker) { m_workers.push_back(worker); }
    /// Takes the descriptor over.
    void receive(const AcceptedSocket &accepted);

private:
    HttpWorker *nextFree();
    bool hasHope() const;
    void lookAgain();

    const qint64 m_patience; // nanoseconds
    Acceptor *const m_acceptor;
    std::vector<HttpWorker *> m_workers;
    size_t m_next = 0;
    std::vector<AcceptedSocket> m_waiting; // as many as the acceptor admits
    QTimer m_timer;
};

} // namespace porchlight
