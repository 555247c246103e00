// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ownhost.h"

#include "server/http/requesttarget.h"

#include "server/transport/hostfield.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

QList<QString> namesOf(const QString &machineName)
{
    QList<QString> names{QStringLiteral("localhost")};
    const QString label = machineName.section(u'.', 0, 0);
    if (!label.isEmpty())
        names << machineName << label << label + QStringLiteral(".local");
    return names;
}

} // namespace

OwnHost::OwnHost(const QString &machineName, QList<QHostAddress> addresses)
    : m_names(namesOf(machineName))
    , m_addresses(std::move(addresses))
{}

bool OwnHost::isMeantBy(QByteArrayView host) const
{
    if (!isHostField(host))
        return false;
    QByteArrayView name = hostOf(host);
    const bool isLiteral = name.startsWith('[');
    if (isLiteral)
        name = name.sliced(1, name.size() - 2);
    const QHostAddress address(QString::fromUtf8(name));
    if (!address.isNull() && isLiteral == (address.protocol() == QAbstractSocket::IPv6Protocol))
        return address.isLoopback() ||
               std::any_of(m_addresses.begin(), m_addresses.end(), [&](const QHostAddress &own) {
                   return own.isEqual(address, QHostAddress::ConvertV4MappedToIPv4);
               });

    if (name.endsWith('.')) // RFC 1034 §3.1: the same name, said completely
        name.chop(1);
    const QString wanted = QString::fromUtf8(name);
    return std::any_of(m_names.begin(), m_names.end(),
                       [&](const QString &own) { return own.compare(wanted, Qt::CaseInsensitive) == 0; });
}

QByteArray requestedHost(const RequestHead &request)
{
    const auto target = splitTarget(request.target());
    return target && !target->authority.isEmpty() ? target->authority.toByteArray()
                                                  : request.field("Host").value_or(QByteArray());
}

} // namespace porchlight
