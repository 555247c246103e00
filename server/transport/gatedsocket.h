// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace porchlight {

/// What a façade tells its gate.
class GatedSocketListener
{
public:
    virtual void answerWritten(QByteArrayView bytes) = 0;
    /// QHttpServer wants the connection closed after what it has written.
    virtual void answerEnded() = 0;

protected:
    ~GatedSocketListener() = default;
};

/// The façade: the QTcpSocket that QHttpServer sees. It has no descriptor of its own; the gate decides what
/// can be read from it and takes what is written. Without a gate it is a black hole that stays "connected",
/// so that a handler that answers after its visitor has left harms nothing (QHttpServer 6.4 keeps raw socket
/// pointers).
class GatedSocket final : public QTcpSocket
{
    Q_OBJECT
public:
    GatedSocket(GatedSocketListener *gate, const QHostAddress &peer, quint16 peerPort);
    ~GatedSocket() override;

    /// Lets QHttpServer read `head`: a whole request.
    void deliver(const QByteArray &head);
    /// The gate is gone: what comes is swallowed from now on.
    void detach();
    /// Tells QHttpServer that the connection has ended; QHttpServer then deletes the façade.
    void hangUp();

    /// Not so of a socket, but said to be: of a sequential device in a transaction, which QHttpServer makes
    /// of each request, QIODevice peeks at every byte in turn, at five times the cost. Nothing is ever rolled
    /// back here.
    bool isSequential() const override { return false; }
    qint64 bytesAvailable() const override { return qMax(m_end - pos(), qint64(0)); }
    qint64 bytesToWrite() const override { return 0; }
    void disconnectFromHost() override;
    void close() override;
    qintptr socketDescriptor() const override { return -1; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    GatedSocketListener *m_gate;
    QByteArray m_input; // not yet taken into QIODevice's buffer
    qint64 m_end = 0;   // the position, in bytes read and written, where what was delivered ends
};

} // namespace porchlight
