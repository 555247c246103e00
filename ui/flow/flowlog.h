// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/pagevisits.h"
#include "server/record/visitors.h"
#include "ui/flow/flowstory.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <map>
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
    quint64 more = 0;          ///< How many exchanges it stands for; 0: its own.
    int needs = 0;             ///< A page: how much else its browser has asked for because of it.
    bool isEvent = false;      ///< One event of the stream that the exchange is; its story is that alone.
    bool beginsFolder = false; ///< Another folder was shared before it.

    qint64 beganAt() const { return exchange.startedAt * 1'000'000; } ///< Nanoseconds since 1970.
};

/// The newest exchanges of a flow diagram, in the order they came, and the visitors that have lanes in it. An
/// entry's serial number stays the same for as long as it is kept. What comes faster than anyone could look
/// at is counted instead: "+ 4,812 more". GUI thread.
class FlowLog final
{
public:
    static constexpr int MaxEntries = 2'000;  ///< A hundred screens.
    static constexpr int MaxVisitorLanes = 6; ///< More would leave no room for the words.
    /// Whoever asked nothing for so long gives the lane to one who asks now, milliseconds: a page has come by
    /// then, and its reader reads.
    static constexpr qint64 QuietAfter = 15'000;

    enum class Pace : quint8 {
        Every,    ///< All of them, as many as are kept: a recording, one page visit.
        Readable, ///< Live: a page with hundreds of photos is drawn whole, a storm is not.
    };

    struct Changes
    {
        quint64 firstChanged = 0;     ///< This entry and later ones may be new or other than before.
        int removed = 0;              ///< From the front.
        bool lanesMoved = false;      ///< Visitors stand in other lanes than before.
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

    /// What visitors are called, before the first of them; `names` outlives this and all copies.
    void useNames(const VisitorNames &names);

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

    /// How many visitors can have lanes of their own; the lane after those is everyone else's, and a seventh
    /// visitor's while there are no more.
    int ownLanes() const { return MaxVisitorLanes + (std::ssize(m_order) == MaxVisitorLanes + 1 ? 1 : 0); }
    /// How many lanes visitors have, 1 at least; with more visitors than ownLanes() the last is
    /// everyone else's.
    int visitorLanes() const;
    int laneOf(const FlowEntry &entry) const;
    /// "iPhone · Safari", "3 more visitors"; "Visitors" before the first.
    QString laneName(int lane) const;
    /// Also of those without a lane of their own.
    QString visitorName(const FlowEntry &entry) const;
    QString visitorName(int visitor) const;
    /// Whether it stands in the lane of all others.
    bool sharesLane(const FlowEntry &entry) const { return laneOf(entry) == ownLanes(); }
    /// The message's words; with whose it is, where the lane does not say: "Anna: “only if it changed”".
    QString captionOf(const FlowEntry &entry, const FlowMessage &message) const;
    /// Who stands in this lane: one, or all others.
    std::vector<int> visitorsIn(int lane) const;
    bool usesDatabase() const { return m_databaseEntries > 0; }

private:
    FlowLog(Pace pace, std::shared_ptr<Visitors> visitors)
        : m_pace(pace)
        , m_visitors(std::move(visitors))
    {}
    /// Streams' events by the time they happened, nanoseconds since 1970.
    using Events = std::multimap<qint64, FlowEntry>;
    void collectEvents(const Exchange &exchange, int visitor, Events &events);
    bool mayDraw(qint64 milliseconds);
    void append(const Exchange &exchange, int visitor);
    void append(FlowEntry event);
    void count(const Exchange &exchange, qint64 milliseconds);
    bool beginsFolder(const Exchange &exchange) const;
    void removeFirst();
    QString nameOf(const Visitor &visitor) const;
    void tell(FlowEntry &entry, const Exchange &exchange);
    /// Gives the page that made the browser ask for this one.
    std::optional<quint64> creditPage(const Exchange &exchange);
    void join(const FlowEntry &entry, qint64 milliseconds);
    void giveLane(int visitor, qint64 milliseconds);
    void leave(const FlowEntry &entry);

    const Pace m_pace;
    std::deque<FlowEntry> m_entries;
    quint64 m_first = 0;
    QHash<quint64, quint64> m_serials; // by exchange
    QSet<quint64> m_countedRunning;    // ids that are counted, and will come again when they end
    QHash<quint64, qint64> m_events;   // running streams → how many of their events are told
    std::shared_ptr<Visitors> m_visitors;
    const VisitorNames *m_names = nullptr;
    PageVisits m_pages;
    QHash<int, int> m_entriesOf;   // visitor → how many entries
    QHash<int, qint64> m_activeAt; // visitor → the newest entry, milliseconds
    std::vector<int> m_order;      // visitors with entries: first those with lanes, in their order
    bool m_lanesMoved = false;
    int m_databaseEntries = 0;
    double m_budget = 0;
    qint64 m_budgetAt = 0;
};

} // namespace porchlight
