// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <array>

namespace porchlight {

/// What one visitor is told apart from others by.
struct VisitorKey
{
    QHostAddress address;
    QByteArray userAgent;
    bool operator==(const VisitorKey &) const = default;
    friend size_t qHash(const VisitorKey &key, size_t seed)
    {
        return qHashMulti(seed, key.address, key.userAgent);
    }
};

/// The colours and numbers of visitors, in the order they came, for all that look at the same visitors: each
/// Visitors may remember others of them, and calls them the same. Bounded. One thread.
class VisitorColours final
{
public:
    static constexpr int Count = 8;
    /// Far above a school's devices; a stranger who forges addresses or names fills no more than this.
    static constexpr int MaxVisitors = 4'096;

    /// Whoever is noted keeps colour and number, up to the limit.
    void note(const VisitorKey &visitor);
    /// As of one who is noted, or will be next.
    int colourOf(const QHostAddress &address) const;
    int numberOf(const VisitorKey &visitor) const;

private:
    QHash<QHostAddress, int> m_colours;
    QHash<VisitorKey, int> m_numbers;
    std::array<int, Count> m_ofColour{}; // how many have a number
};

} // namespace porchlight
