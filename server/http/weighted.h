// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// A member of a list of preferences, "gzip;q=0.5" (RFC 9110 §12.4.2).
struct Weighted
{
    QByteArrayView name; ///< A token, in any case.
    int weight;          ///< In thousandths, 0 to 1000; 1000 when it is not named.
};

/// Nothing when `member` breaks the grammar.
std::optional<Weighted> parseWeighted(QByteArrayView member);

} // namespace porchlight
