// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/gatedsocket.h"

#include <cstring>

namespace porchlight {

GatedSocket::GatedSocket(GatedSocketListener *gate, const QHostAddress &peer, quint16 peerPort)
    : m_gate(gate)
{
    setPeerAddress(peer);
    setPeerPort(peerPort);
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(ConnectedState);
}

GatedSocket::~GatedSocket()
{
    setSocketState(UnconnectedState); // or ~QAbstractSocket would try to end a connection it does not have
}

void GatedSocket::deliver(const QByteArray &head)
{
    m_input = head;
    m_read = 0;
    emit readyRead();
}

void GatedSocket::detach()
{
    m_gate = nullptr;
}

void GatedSocket::hangUp()
{
    if (state() == UnconnectedState)
        return;
    setSocketState(UnconnectedState);
    emit stateChanged(UnconnectedState);
    emit readChannelFinished();
    emit disconnected();
}

qint64 GatedSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_input.size() - m_read;
}

void GatedSocket::disconnectFromHost()
{
    if (m_gate)
        m_gate->answerEnded();
    else
        hangUp();
}

void GatedSocket::close()
{
    disconnectFromHost();
}

qint64 GatedSocket::readData(char *data, qint64 maxSize)
{
    const qint64 n = qMin<qint64>(maxSize, m_input.size() - m_read);
    if (n > 0) {
        std::memcpy(data, m_input.constData() + m_read, size_t(n));
        m_read += n;
    }
    return n;
}

qint64 GatedSocket::writeData(const char *data, qint64 size)
{
    if (m_gate)
        m_gate->answerWritten({data, size});
    else // The late answer has come: let QHttpServer forget the connection, once its handler has returned.
        QMetaObject::invokeMethod(this, &GatedSocket::hangUp, Qt::QueuedConnection);
    return size;
}

} // namespace porchlight
