// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>

namespace porchlight {

/// The QTcpServer that QHttpServer believes it serves: never accepts anything, and gives out façades made by
/// the worker. Belongs to the worker's thread.
class Handoff final : public QTcpServer
{
    Q_OBJECT
public:
    using QTcpServer::QTcpServer;

    /// Gives the façade to QHttpServer now. False when this Qt no longer listens to the signal it should.
    bool give(QTcpSocket *facade);

    QTcpSocket *nextPendingConnection() override;
    bool hasPendingConnections() const override { return !m_waiting.isEmpty(); }

private:
    QList<QTcpSocket *> m_waiting;
};

} // namespace porchlight
