// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/pagevisits.h"

#include <algorithm>
#include <cstdlib>

namespace porchlight {

namespace {

struct Uri
{
    QByteArrayView authority, path, query;
};

Uri splitUri(QByteArrayView uri)
{
    Uri parts;
    if (const qsizetype scheme = uri.indexOf("://"); scheme >= 0 && !uri.startsWith('/')) {
        uri = uri.sliced(scheme + 3);
        const auto end = std::find_if(uri.begin(), uri.end(), [](char c) { return c == '/' || c == '?'; });
        parts.authority = uri.first(end - uri.begin());
        uri = uri.sliced(end - uri.begin());
    }
    uri = uri.first(std::find(uri.begin(), uri.end(), '#') - uri.begin());
    const qsizetype mark = std::find(uri.begin(), uri.end(), '?') - uri.begin();
    parts.path = uri.first(mark);
    parts.query = uri.sliced(std::min(uri.size(), mark + 1));
    return parts;
}

bool beginsWith(QByteArrayView value, QByteArrayView start)
{
    return value.size() >= start.size() && value.first(start.size()).compare(start, Qt::CaseInsensitive) == 0;
}

/// Browsers say so; on plain HTTP only by what they accept.
bool isBrowserNavigation(const Exchange &exchange)
{
    const QByteArrayView method = exchange.methodView();
    if ((method != "GET" && method != "POST") || !exchange.requestFieldView("Sec-Purpose").isEmpty())
        return false;
    const QByteArrayView destination = exchange.requestFieldView("Sec-Fetch-Dest");
    return destination.isEmpty() ? beginsWith(exchange.requestFieldView("Accept"), "text/html")
                                 : destination == "document";
}

/// What a tool asks for like anything else, and turns out to be a page.
bool isToolsPage(const Exchange &exchange)
{
    const QByteArrayView accept = exchange.requestFieldView("Accept");
    return exchange.methodView() == "GET" && (accept.isEmpty() || accept == "*/*") &&
           exchange.requestFieldView("Referer").isEmpty() &&
           exchange.requestFieldView("Sec-Fetch-Dest").isEmpty() &&
           beginsWith(exchange.responseField("Content-Type"), "text/html");
}

/// Such an answer leaves the browser on the page it was on.
bool leavesPageOpen(const Exchange &exchange)
{
    return exchange.status == 204 || exchange.status == 205 ||
           beginsWith(exchange.responseField("Content-Disposition"), "attachment");
}

/// An unchanged one (304) has no Content-Type: what was asked for tells.
bool mayCauseRequests(const Exchange &exchange)
{
    const QByteArray type = exchange.responseField("Content-Type");
    for (const char *cause :
         {"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"}) {
        if (beginsWith(type, cause))
            return true;
    }
    const QByteArrayView path = splitUri(exchange.targetView()).path;
    return exchange.status == 304 && (path.endsWith(".css") || path.endsWith(".js"));
}

/// Or a little before: what is loading may end later. The wall clock may have been set back meanwhile.
bool isSoonAfter(qint64 at, qint64 earlier)
{
    return std::abs(at - earlier) <= PageVisits::JoinWithin;
}

qint64 lastMoment(const Exchange &exchange)
{
    return exchange.startedAt + std::max(qint64(0), exchange.nanosecondsAt(Phase::Done)) / 1'000'000;
}

} // namespace

void PageVisits::add(const Exchange &exchange, int visitor)
{
    if (visitor < 0 || exchange.refusal != Refusal::None)
        return;
    if (!m_places.contains(exchange.id))
        place(exchange, visitor);
    const auto known = m_places.constFind(exchange.id);
    if (known == m_places.cend())
        return;
    VisitorState &state = m_visitors[visitor];
    if (known->visit == state.visit)
        state.lastAt = std::max(state.lastAt, lastMoment(exchange));
    noteSource(exchange, visitor, known->visit);
    makeRoom();
}

void PageVisits::place(const Exchange &exchange, int visitor)
{
    VisitorState &state = m_visitors[visitor];
    const bool navigates = isBrowserNavigation(exchange) && !leavesPageOpen(exchange);
    state.isBrowser |= navigates;
    if (const auto redirect = followRedirect(state, exchange)) {
        join(exchange.id, *redirect);
        return;
    }
    if (navigates || (!state.isBrowser && isToolsPage(exchange))) {
        begin(exchange, visitor);
        return;
    }
    const Uri referer = splitUri(exchange.requestFieldView("Referer"));
    if (!referer.authority.isEmpty() && referer.authority == exchange.requestFieldView("Host")) {
        if (const auto source = sourceNamed(state, referer.path, referer.query, exchange.id)) {
            join(exchange.id, *source);
            return;
        }
        m_waiting.insert_or_assign(exchange.id,
                                   Waiting{visitor, referer.path.toByteArray(), referer.query.toByteArray()});
        if (m_waiting.size() > MaxWaiting)
            m_waiting.erase(m_waiting.begin());
    } else if (isAlive(state.visit) && isSoonAfter(exchange.startedAt, state.lastAt)) {
        join(exchange.id, {state.visit, visitAt(state.visit).page()});
    }
}

void PageVisits::begin(const Exchange &exchange, int visitor)
{
    VisitorState &state = m_visitors[visitor];
    state.visit = m_first + m_visits.size();
    state.lastAt = exchange.startedAt;
    m_visits.push_back({visitor, exchange.target(), exchange.startedAt, {}});
    join(exchange.id, {state.visit, 0});
}

void PageVisits::join(quint64 id, const Cause &cause)
{
    std::vector<VisitedExchange> &exchanges = visitAt(cause.visit).exchanges;
    if (exchanges.size() >= MaxPerVisit)
        return;
    m_places.insert(id, {cause.visit, quint32(exchanges.size())});
    exchanges.push_back({id, cause.id});
    ++m_exchanges;
}

std::optional<PageVisits::Cause> PageVisits::followRedirect(VisitorState &state,
                                                            const Exchange &exchange) const
{
    const Uri asked = splitUri(exchange.targetView());
    for (auto source = state.sources.rbegin(); source != state.sources.rend(); ++source) {
        if (!source->isRedirect || source->path != asked.path || source->query != asked.query ||
            !isAlive(source->visit) || !isSoonAfter(exchange.startedAt, source->at))
            continue;
        source->path.clear(); // it is followed once
        return Cause{source->visit, source->id};
    }
    return std::nullopt;
}

std::optional<PageVisits::Cause> PageVisits::sourceNamed(const VisitorState &state, QByteArrayView path,
                                                         QByteArrayView query, quint64 before) const
{
    std::optional<Cause> samePath;
    for (auto source = state.sources.rbegin(); source != state.sources.rend(); ++source) {
        if (source->isRedirect || source->id >= before || source->path != path || !isAlive(source->visit))
            continue;
        if (source->query == query)
            return Cause{source->visit, source->id};
        if (!samePath)
            samePath = Cause{source->visit, source->id};
    }
    return samePath;
}

void PageVisits::noteSource(const Exchange &exchange, int visitor, quint64 visit)
{
    const QByteArray location = exchange.responseField("Location");
    const bool redirects = exchange.status >= 300 && exchange.status < 400 && !location.isEmpty();
    if (!redirects && !isBrowserNavigation(exchange) && !mayCauseRequests(exchange))
        return;
    std::deque<Source> &sources = m_visitors[visitor].sources;
    const auto same = std::find_if(sources.begin(), sources.end(),
                                   [&](const Source &source) { return source.id == exchange.id; });
    if (same != sources.end() && same->isRedirect == redirects)
        return;
    if (exchange.targetView().size() > MaxSourceTarget || location.size() > MaxSourceTarget)
        return;
    const Uri uri = splitUri(redirects ? QByteArrayView(location) : exchange.targetView());
    const Source source{
        exchange.id, visit, lastMoment(exchange), uri.path.toByteArray(), uri.query.toByteArray(), redirects};
    if (same != sources.end())
        *same = source;
    else
        sources.push_back(source);
    if (sources.size() > MaxSources)
        sources.pop_front();
    if (!redirects)
        placeWaiting(visitor, source);
}

/// The record of a page may come after that of a picture in it, which was smaller.
void PageVisits::placeWaiting(int visitor, const Source &source)
{
    for (auto waiting = m_waiting.upper_bound(source.id); waiting != m_waiting.end();) {
        const auto &[id, asked] = *waiting;
        const bool isCaused =
            asked.visitor == visitor && asked.path == source.path && asked.query == source.query;
        if (isCaused)
            join(id, {source.visit, source.id});
        waiting = isCaused ? m_waiting.erase(waiting) : std::next(waiting);
    }
}

void PageVisits::makeRoom()
{
    while (m_visits.size() > MaxVisits || (m_exchanges > MaxExchanges && m_visits.size() > 1)) {
        for (const VisitedExchange &exchange : m_visits.front().exchanges)
            m_places.remove(exchange.id);
        m_exchanges -= m_visits.front().exchanges.size();
        if (const auto state = m_visitors.find(m_visits.front().visitor); state != m_visitors.end())
            std::erase_if(state->sources, [this](const Source &source) { return source.visit <= m_first; });
        m_visits.pop_front();
        ++m_first;
    }
}

const PageVisit *PageVisits::visitOf(quint64 exchangeId) const
{
    const auto place = m_places.constFind(exchangeId);
    return place == m_places.cend() ? nullptr : &m_visits[place->visit - m_first];
}

std::optional<quint64> PageVisits::causeOf(quint64 exchangeId) const
{
    const auto place = m_places.constFind(exchangeId);
    if (place == m_places.cend())
        return std::nullopt;
    return m_visits[place->visit - m_first].exchanges[place->at].causedBy;
}

} // namespace porchlight
