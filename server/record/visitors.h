// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QHash>
#include <QString>

#include <vector>

namespace porchlight {

/// Who asked: an address, and what its User-Agent says of the device.
struct Visitor
{
    QHostAddress address;
    QString name;   ///< "iPhone · Safari"; the address when the device does not say what it is.
    int colour = 0; ///< 0 to Visitors::Colours - 1, the same for all exchanges of one address.
    int number = 0; ///< Of the address, in the order they came; those past the limit share one.
};

/// The visitors seen so far. Bounded: a visitor past the limits is still described rightly, but not
/// remembered. One thread.
class Visitors final
{
public:
    static constexpr int Colours = 8;
    /// Far above a school's devices; a stranger who forges addresses or names fills no more than this.
    static constexpr int MaxVisitors = 4'096;
    static constexpr int NotRemembered = -1;

    /// The index of the exchange's visitor, who is remembered from now on; NotRemembered past the limit.
    int note(const Exchange &exchange);
    /// The visitors from `first` on are strangers again, and those behind them move up. Their addresses keep
    /// their numbers.
    void forget(int first, int count);
    const Visitor &at(int index) const { return m_visitors[size_t(index)]; }
    /// The exchange's visitor, remembered or not.
    Visitor describe(const Exchange &exchange) const;

    int remembered() const { return int(m_visitors.size()); }

private:
    struct Key
    {
        QHostAddress address;
        QByteArray userAgent;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.address, key.userAgent);
        }
    };
    static Key keyOf(const Exchange &exchange);
    Visitor describe(const Key &key) const;

    std::vector<Visitor> m_visitors;
    QHash<Key, int> m_indexes;
    QHash<QHostAddress, int> m_numbers;
};

} // namespace porchlight
