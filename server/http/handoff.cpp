// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/handoff.h"

#include <QTcpSocket>

namespace porchlight {

bool Handoff::give(QTcpSocket *facade)
{
    facade->setParent(this);
    m_waiting.append(facade);
    // A private signal: only its name reaches it.
    return QMetaObject::invokeMethod(this, "pendingConnectionAvailable", Qt::DirectConnection) &&
           m_waiting.isEmpty();
}

QTcpSocket *Handoff::nextPendingConnection()
{
    return m_waiting.isEmpty() ? nullptr : m_waiting.takeFirst();
}

} // namespace porchlight
