// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/pagevisits.h"
#include "server/record/visitors.h"
#include "ui/flow/flowstory.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace porchlight {

class VisitorNames;

/// What stands below the one before it in a flow diagram: an exchange, or how many there was no room to draw.
struct FlowEntry
{
    Exchange exchange; ///< Without its contents.
    FlowStory story;   ///< Empty where it stands for many.
    int visitor = Visitors::NotRemembered;
    quint64 more = 0; ///< How many exchanges it stands for; 0: its own.
    int needs = 0;    ///< A page: how much else its browser has asked for because of it.

    qint64 beganAt() const { return exchange.startedAt * 1'000'000; } ///< Nanoseconds since 1970.
};

/// The newest exchanges of a flow diagram, in the order they came, and the visitors that have lanes in it. An
/// entry's serial number stays the same for as long as it is kept. What comes faster than anyone could look
/// at is counted instead: "+ 4,812 more". GUI thread.
class FlowLog final
{
public:
    static constexpr int MaxEntries = 2'000;             ///< A hundred screens.
    static constexpr int MaxVisitorLanes = 6;            ///< More would leave no room for the words.
    static constexpr int MoreVisitors = MaxVisitorLanes; ///< The lane of all others.

    enum class Pace : quint8 {
        Every,    ///< All of them, as many as are kept: a recording, one page visit.
        Readable, ///< Live: a page with hundreds of photos is drawn whole, a storm is not.
    };

    struct Changes
    {
        quint64 firstChanged = 0;     ///< This entry and later ones may be new or other than before.
        int removed = 0;              ///< From the front.
        std::vector<quint64> touched; ///< Entries that are new or have changed, ascending.
    };

    explicit FlowLog(Pace pace = Pace::Readable)
        : FlowLog(pace, std::make_shared<Visitors>())
    {}
    /// Counts its visitors together with the log that has them already, so that they are called the same.
    FlowLog(Pace pace, const FlowLog &other)
        : FlowLog(pace, other.m_visitors)
    {
        m_names = other.m_names;
    }

    /// What visitors are called; `names` outlives this and all copies.
    void useNames(const VisitorNames &names) { m_names = &names; }

    /// New exchanges and later states of running ones.
    Changes add(const std::vector<Exchange> &exchanges);
    /// Counts the visitors of these, as add() would, and keeps nothing else of them.
    void noteVisitors(const std::vector<Exchange> &exchanges);

    quint64 first() const { return m_first; }
    quint64 end() const { return m_first + m_entries.size(); }
    bool isEmpty() const { return m_entries.empty(); }
    const FlowEntry &at(quint64 serial) const { return m_entries[serial - m_first]; }
    /// The entry of this exchange, while it is kept.
    std::optional<quint64> find(quint64 exchangeId) const;
    const PageVisits &pageVisits() const { return m_pages; }

    /// How many lanes visitors have, 1 at least; with more visitors than MaxVisitorLanes the last is
    /// everyone else's.
    int visitorLanes() const;
    int laneOf(const FlowEntry &entry) const;
    /// "iPhone · Safari", "3 more visitors"; "Visitors" before the first.
    QString laneName(int lane) const;
    /// Also of those without a lane of their own.
    QString visitorName(const FlowEntry &entry) const;
    bool usesDatabase() const { return m_databaseEntries > 0; }

private:
    FlowLog(Pace pace, std::shared_ptr<Visitors> visitors)
        : m_pace(pace)
        , m_visitors(std::move(visitors))
    {}
    bool mayDraw(const Exchange &exchange);
    void append(const Exchange &exchange, int visitor);
    void count(const Exchange &exchange);
    void removeFirst();
    QString nameOf(const Visitor &visitor) const;
    void tell(FlowEntry &entry, const Exchange &exchange);
    /// Gives the page that made the browser ask for this one.
    std::optional<quint64> creditPage(const Exchange &exchange);
    void join(const FlowEntry &entry);
    void leave(const FlowEntry &entry);

    const Pace m_pace;
    std::deque<FlowEntry> m_entries;
    quint64 m_first = 0;
    QHash<quint64, quint64> m_serials; // by exchange
    QSet<quint64> m_countedRunning;    // ids that are counted, and will come again when they end
    std::shared_ptr<Visitors> m_visitors;
    const VisitorNames *m_names = nullptr;
    PageVisits m_pages;
    QHash<int, int> m_entriesOf; // visitor → how many entries
    std::vector<int> m_order;    // visitors with entries, in the order they came
    int m_databaseEntries = 0;
    double m_budget = 0;
    qint64 m_budgetAt = 0;
};

} // namespace porchlight
