// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/decisionforms.h"

#include <QByteArray>

namespace porchlight::test {

inline void fill(QByteArray &value, int seed)
{
    value = "byte \xE9\xFF\r\n\x01 " + QByteArray::number(seed);
}
inline void fill(qint64 &value, int seed)
{
    value = (qint64(1) << 40) + seed;
}
inline void fill(int &value, int seed)
{
    value = -seed;
}

template <typename... Alternatives>
Decisions everyDecision(const std::variant<Alternatives...> *)
{
    Decisions all;
    int seed = 0;
    const auto filled = [&]<typename Alternative>(Alternative alternative) {
        std::apply([&](const auto &...field) { (fill(alternative.*(field.value), ++seed), ...); },
                   DecisionForm<Alternative>::fields);
        return alternative;
    };
    (all.push_back(filled(Alternatives{})), ...);
    for (Decision &each : all)
        each.at = ++seed;
    return all;
}

/// One of each alternative there is, its values all different.
inline Decisions everyDecision()
{
    return everyDecision(static_cast<const Decision *>(nullptr));
}

} // namespace porchlight::test
