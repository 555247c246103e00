// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/network/httpurl.h"

namespace porchlight {

QString httpUrl(const QHostAddress &address, quint16 port)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return httpUrl(address.toString(), port);
    QHostAddress shown = address;
    if (!address.isLinkLocal())
        shown.setScopeId({});
    return httpUrl(u'[' + shown.toString().replace(u'%', QLatin1String("%25")) + u']', port);
}

QString httpUrl(const QString &hostName, quint16 port)
{
    const QString url = QStringLiteral("http://") + hostName;
    return port == 80 ? url : url + u':' + QString::number(port);
}

} // namespace porchlight
