// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafecookie.h"

#include "server/transport/tokens.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace porchlight {
namespace {

constexpr qsizetype Length = 32; // hexadecimal digits

bool isOurs(QByteArrayView value)
{
    return value.size() == Length && std::all_of(value.begin(), value.end(), [](char c) {
               return isDigits({&c, 1}) || (c >= 'a' && c <= 'f');
           });
}

} // namespace

constinit const CafeCookie CafeCookie::Visitor{"visitor=", "; Max-Age=15552000"};
constinit const CafeCookie CafeCookie::Kitchen{"kitchen=", ""};

QByteArray CafeCookie::of(const RequestHead &request) const
{
    const QByteArrayView name(m_name);
    const QByteArray field = request.field("Cookie").value_or(QByteArray());
    // Lines of the same name were joined by a comma, which none of ours holds.
    for (QByteArrayView rest = field; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf(';');
        const QByteArrayView pair = trimOws(end < 0 ? rest : rest.first(end));
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (pair.startsWith(name) && isOurs(pair.sliced(name.size())))
            return pair.sliced(name.size()).toByteArray();
    }
    return {};
}

QByteArray CafeCookie::fresh()
{
    std::array<quint32, Length / 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex();
}

QByteArray CafeCookie::setting(const QByteArray &value) const
{
    return m_name + value + "; Path=/" + m_lifetime + "; HttpOnly; SameSite=Lax";
}

} // namespace porchlight
