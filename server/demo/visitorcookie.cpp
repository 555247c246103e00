// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/visitorcookie.h"

#include "server/transport/tokens.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace porchlight {
namespace {

constexpr char Name[] = "visitor=";
constexpr qsizetype Length = 32; // hexadecimal digits

bool isTag(QByteArrayView value)
{
    return value.size() == Length && std::all_of(value.begin(), value.end(), [](char c) {
               return isDigits({&c, 1}) || (c >= 'a' && c <= 'f');
           });
}

} // namespace

QByteArray VisitorCookie::of(const RequestHead &request)
{
    const QByteArray field = request.field("Cookie").value_or(QByteArray());
    // Lines of the same name were joined by a comma, which no tag holds.
    for (QByteArrayView rest = field; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf(';');
        const QByteArrayView pair = trimOws(end < 0 ? rest : rest.first(end));
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (pair.startsWith(Name) && isTag(pair.sliced(sizeof Name - 1)))
            return pair.sliced(sizeof Name - 1).toByteArray();
    }
    return {};
}

QByteArray VisitorCookie::fresh()
{
    std::array<quint32, Length / 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex();
}

QByteArray VisitorCookie::setting(const QByteArray &visitor)
{
    // Half a year: the next lesson.
    return Name + visitor + "; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax";
}

} // namespace porchlight
