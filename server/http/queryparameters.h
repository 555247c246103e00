// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace porchlight {

/// The parameters of a query, as an HTML form sends them (application/x-www-form-urlencoded, WHATWG URL
/// §5.1): "a=1&b=two+words&c". Bytes as decoded; any bytes may come, NUL too. A "%" without two hex digits
/// stands for itself.
class QueryParameters final
{
public:
    explicit QueryParameters(QByteArrayView query);

    bool has(QByteArrayView name) const { return value(name).has_value(); }
    /// The first of this name; empty for "name" and "name=", nothing when it is absent.
    std::optional<QByteArray> value(QByteArrayView name) const;
    /// All of this name, in their order.
    QList<QByteArray> values(QByteArrayView name) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_parameters;
};

} // namespace porchlight
