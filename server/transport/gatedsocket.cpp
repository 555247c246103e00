// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/gatedsocket.h"

#include <algorithm>

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
    m_end = pos() + head.size();
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
    const qint64 n = qMin<qint64>(maxSize, m_input.size());
    std::copy_n(m_input.constData(), n, data);
    m_input = m_input.sliced(n);
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
