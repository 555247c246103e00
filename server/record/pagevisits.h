// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"

#include <QHash>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace porchlight {

/// One exchange of a page visit.
struct VisitedExchange
{
    quint64 id = 0;
    /// The exchange whose answer made the browser ask for this one: the page, a style sheet or script, or a
    /// redirect. 0: a person asked for it.
    quint64 causedBy = 0;

    bool operator==(const VisitedExchange &) const = default;
};

/// One page that somebody went to, and all that the browser asked for because of it.
struct PageVisit
{
    int visitor = 0;                        ///< As given to PageVisits::add().
    QByteArray target;                      ///< The page's request target.
    qint64 startedAt = 0;                   ///< Of the page, milliseconds since 1970 UTC.
    std::vector<VisitedExchange> exchanges; ///< In the order they were noticed; the page is the first.

    quint64 page() const { return exchanges.front().id; }
};

/// Groups exchanges by page visit. A page is what a browser navigates to; the others belong to what their
/// Referer names or, without one, to the page their visitor has just begun to load. What belongs to no page
/// (a download by a tool, a refused request) is in no visit. Bounded: the oldest visits go first. One thread.
class PageVisits final
{
public:
    static constexpr size_t MaxVisits = 1'000;     ///< More than anybody looks through in a list.
    static constexpr size_t MaxExchanges = 50'000; ///< In all visits together: some 4 MB.
    static constexpr size_t MaxPerVisit = 5'000; ///< More than anybody follows; further ones are in no visit.
    static constexpr qsizetype MaxSourceTarget = 1024; ///< Bytes of a target that is remembered as a cause.
    static constexpr size_t MaxSources = 48;    ///< Pages, styles and scripts a visitor has open at a time.
    static constexpr size_t MaxWaiting = 512;   ///< Exchanges whose page is recorded after them.
    static constexpr qint64 JoinWithin = 4'000; ///< Milliseconds of quiet after which a page has loaded.

    /// Notes an exchange, or a later state of one; an index below 0 is a visitor without visits.
    void add(const Exchange &exchange, int visitor);
    void clear() { *this = {}; }

    /// Oldest first. Valid until the next add().
    const std::deque<PageVisit> &visits() const { return m_visits; }
    /// The visit this exchange belongs to; null when there is none. Valid until the next add().
    const PageVisit *visitOf(quint64 exchangeId) const;
    /// What caused the exchange, 0 when a person did; nothing when it is in no visit.
    std::optional<quint64> causeOf(quint64 exchangeId) const;

private:
    /// What may cause further requests: a page, style or script, or a redirect (by what it points to).
    struct Source
    {
        quint64 id;
        quint64 visit;
        qint64 at; ///< When it ended, as far as it is known; milliseconds.
        QByteArray path, query;
        bool isRedirect;
    };
    struct VisitorState
    {
        std::deque<Source> sources; ///< Newest last.
        quint64 visit = 0;          ///< The newest.
        qint64 lastAt = 0;          ///< When something of the newest visit began or ended, milliseconds.
        bool isBrowser = false;     ///< Has asked for a page as browsers do.
    };
    struct Place
    {
        quint64 visit;
        quint32 at;
    };
    struct Waiting
    {
        int visitor;
        QByteArray path, query; ///< Of its Referer.
    };
    struct Cause
    {
        quint64 visit, id;
    };

    bool isAlive(quint64 visit) const { return visit >= m_first && visit < m_first + m_visits.size(); }
    PageVisit &visitAt(quint64 visit) { return m_visits[visit - m_first]; }
    std::optional<Cause> followRedirect(VisitorState &state, const Exchange &exchange) const;
    std::optional<Cause> sourceNamed(const VisitorState &state, QByteArrayView path, QByteArrayView query,
                                     quint64 before) const;
    void begin(const Exchange &exchange, int visitor);
    void join(quint64 id, const Cause &cause);
    void place(const Exchange &exchange, int visitor);
    void noteSource(const Exchange &exchange, int visitor, quint64 visit);
    void placeWaiting(int visitor, const Source &source);
    void makeRoom();

    std::deque<PageVisit> m_visits;
    quint64 m_first = 1; ///< The serial number of the oldest visit there is.
    size_t m_exchanges = 0;
    QHash<quint64, Place> m_places;
    QHash<int, VisitorState> m_visitors;
    std::map<quint64, Waiting> m_waiting; ///< By id: the oldest first.
};

} // namespace porchlight
