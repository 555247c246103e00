// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/queryparameters.h"

#include "server/transport/tokens.h"

namespace porchlight {
namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            bytes.append(char(high * 16 + low));
            i += 2;
        } else {
            bytes.append(text[i] == '+' ? ' ' : text[i]);
        }
    }
    return bytes;
}

} // namespace

QueryParameters::QueryParameters(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView pair = end < 0 ? query : query.first(end);
        query = end < 0 ? QByteArrayView() : query.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            m_parameters.append({decoded(pair), QByteArray("")});
        else
            m_parameters.append({decoded(pair.first(equals)), decoded(pair.sliced(equals + 1))});
    }
}

std::optional<QByteArray> QueryParameters::value(QByteArrayView name) const
{
    for (const auto &[key, value] : m_parameters) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QList<QByteArray> QueryParameters::values(QByteArrayView name) const
{
    QList<QByteArray> all;
    for (const auto &[key, value] : m_parameters) {
        if (key == name)
            all.append(value);
    }
    return all;
}

} // namespace porchlight
