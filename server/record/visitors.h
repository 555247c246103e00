// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/record/visitorcolours.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace porchlight {

/// Who asked: an address, and what its User-Agent says of the device.
struct Visitor
{
    QHostAddress address;
    QString name;   ///< "iPhone · Safari"; the address when the device does not say what it is.
    int colour = 0; ///< 0 to Visitors::Colours - 1, the same for all exchanges of one address.
    int number = 0; ///< Among those of this colour, in the order they came; those past the limit share one.
};

/// The visitors seen so far, by index. Bounded: a visitor past the limits is still described rightly, but not
/// remembered. One thread.
class Visitors final
{
public:
    static constexpr int Colours = VisitorColours::Count;
    static constexpr int MaxVisitors = VisitorColours::MaxVisitors;
    static constexpr int NotRemembered = -1;

    /// `colours`: shared by all that are to call them the same.
    explicit Visitors(std::shared_ptr<VisitorColours> colours = std::make_shared<VisitorColours>())
        : m_colours(std::move(colours))
    {}

    /// The index of the exchange's visitor, who is remembered from now on; NotRemembered past the limit.
    int note(const Exchange &exchange);
    /// The visitors from `first` on are strangers again, and those behind them move up. All keep their
    /// colours and numbers.
    void forget(int first, int count);
    const Visitor &at(int index) const { return m_visitors[size_t(index)]; }
    /// The exchange's visitor, remembered or not; one who is not yet noted as if it were.
    Visitor describe(const Exchange &exchange) const;

    int remembered() const { return int(m_visitors.size()); }

private:
    static VisitorKey keyOf(const Exchange &exchange);
    Visitor describe(const VisitorKey &key) const;

    std::shared_ptr<VisitorColours> m_colours;
    std::vector<Visitor> m_visitors;
    QHash<VisitorKey, int> m_indexes;
};

} // namespace porchlight
