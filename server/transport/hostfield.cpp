// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/hostfield.h"

#include "server/transport/tokens.h"

namespace porchlight {

namespace {

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr CharacterSet RegNameCharacters = CharacterSet::alphanumericAnd("-._~!$&'()*+;=");

// RFC 3986 §3.2.2: reg-name; names in UTF-8 are let through, as browsers' resolvers take them.
bool isRegName(QByteArrayView name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (c == '%') {
            if (i + 2 >= name.size() || !isHexDigit(name[i + 1]) || !isHexDigit(name[i + 2]))
                return false;
            i += 2;
            continue;
        }
        if (!RegNameCharacters.contains(c) && uchar(c) < 0x80)
            return false;
    }
    return true;
}

bool isIpLiteral(QByteArrayView literal)
{
    if (literal.size() < 4 || literal.front() != '[' || literal.back() != ']')
        return false;
    for (const char c : literal.sliced(1, literal.size() - 2)) {
        if (!isHexDigit(c) && c != ':' && c != '.')
            return false;
    }
    return true;
}

struct HostAndPort
{
    QByteArrayView host, port;
};

HostAndPort split(QByteArrayView value)
{
    const qsizetype from = value.startsWith('[') ? qMax(value.indexOf(']'), qsizetype(0)) : 0;
    const qsizetype colon = value.indexOf(':', from);
    if (colon < 0)
        return {value, {}};
    return {value.first(colon), value.sliced(colon + 1)};
}

bool isPort(QByteArrayView port)
{
    return port.isEmpty() || (isDigits(port) && port.size() <= 5 && port.toInt() <= 65535);
}

} // namespace

bool isHostField(QByteArrayView value)
{
    const HostAndPort parts = split(value);
    if (!isPort(parts.port))
        return false;
    return parts.host.startsWith('[') ? isIpLiteral(parts.host) : isRegName(parts.host);
}

bool isAuthority(QByteArrayView value)
{
    return !split(value).host.isEmpty() && isHostField(value);
}

QByteArrayView hostOf(QByteArrayView value)
{
    return split(value).host;
}

bool isHostWithPort(QByteArrayView value)
{
    return isAuthority(value) && !split(value).port.isEmpty();
}

} // namespace porchlight
