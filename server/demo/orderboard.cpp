// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/orderboard.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace porchlight {
namespace {

/// Bytes given in one piece.
constexpr qsizetype MaxPiece = 16 * 1024;
/// How soon a browser tries again after the stream has ended: soon enough that nobody notices, late enough
/// that 200 phones are no rush.
constexpr char Opening[] = "retry: 2000\n\n";
constexpr char SignOfLife[] = ": still here\n\n";

QByteArray eventOf(const Order &order)
{
    const QByteArray told = QJsonDocument(QJsonObject{{QStringLiteral("id"), order.id},
                                                      {QStringLiteral("dish"), order.dish},
                                                      {QStringLiteral("quantity"), order.quantity},
                                                      {QStringLiteral("name"), order.name},
                                                      {QStringLiteral("note"), order.note},
                                                      {QStringLiteral("ready"), order.isReady}})
                                .toJson(QJsonDocument::Compact);
    return "id: " + QByteArray::number(order.revision) + "\nevent: " + (order.isReady ? "ready" : "order") +
           "\ndata: " + told + "\n\n";
}

QByteArray wordsOf(const Order &order)
{
    return "order " + QByteArray::number(order.id) + (order.isReady ? " ready" : "");
}

} // namespace

class OrderBoard::Stream final : public BodyStream
{
public:
    Stream(std::shared_ptr<OrderBoard> board, QHostAddress visitor, qint64 seen, quint64 pings)
        : m_board(std::move(board))
        , m_visitor(std::move(visitor))
        , m_seen(seen)
        , m_pings(pings)
    {}
    ~Stream() override
    {
        const std::lock_guard lock(m_board->m_mutex);
        m_board->m_waiting.remove(this);
        m_board->m_streams.release(m_visitor);
    }

    QByteArray next() override
    {
        if (std::exchange(m_opens, false))
            return Opening;
        const std::lock_guard lock(m_board->m_mutex);
        QByteArray piece;
        for (auto event = m_board->m_events.upper_bound(m_seen);
             event != m_board->m_events.end() && piece.size() < MaxPiece; ++event) {
            piece += event->second.bytes;
            m_told.append(event->second.what);
            m_seen = event->first;
            ++m_events;
        }
        if (std::exchange(m_pings, m_board->m_pings) != m_board->m_pings && piece.isEmpty())
            piece = SignOfLife;
        return piece;
    }

    bool waits(const std::function<void()> &ready) override
    {
        {
            const std::lock_guard lock(m_board->m_mutex);
            if (!hasMore()) {
                if (m_board->m_ended)
                    return false;
                m_board->m_waiting.insert(this, ready);
                return true;
            }
        }
        ready(); // since next()
        return true;
    }

    bool endsWithVisitor() const override { return true; }
    qint64 events() const override { return m_events; }
    QList<QByteArray> takeEvents() override { return std::exchange(m_told, {}); }

private:
    bool hasMore() const
    {
        return m_pings != m_board->m_pings ||
               m_board->m_events.upper_bound(m_seen) != m_board->m_events.end();
    }

    const std::shared_ptr<OrderBoard> m_board;
    const QHostAddress m_visitor;
    qint64 m_seen; // the revision it has come to
    quint64 m_pings;
    qint64 m_events = 0;
    QList<QByteArray> m_told; // asked for after each next()
    bool m_opens = true;
};

void OrderBoard::tell(const std::vector<BoardChange> &changes)
{
    std::vector<Ready> waiting;
    {
        const std::lock_guard lock(m_mutex);
        for (const BoardChange &change : changes)
            std::visit([this](const auto &each) { note(each); }, change);
        waiting = takeWaiting();
    }
    wake(waiting);
}

void OrderBoard::note(const Order &order)
{
    auto [known, isNew] = m_revisions.try_emplace(order.id, order.revision);
    if (!isNew)
        m_events.erase(std::exchange(known->second, order.revision));
    m_events.insert_or_assign(order.revision, Event{eventOf(order), wordsOf(order)});
}

void OrderBoard::note(const OrderForgotten &forgotten)
{
    if (const auto known = m_revisions.extract(forgotten.id))
        m_events.erase(known.mapped());
}

void OrderBoard::note(const OrdersCleared &cleared)
{
    m_revisions.clear();
    m_events.clear();
    m_events.insert_or_assign(
        cleared.revision,
        Event{"id: " + QByteArray::number(cleared.revision) + "\nevent: cleared\ndata: {}\n\n", "cleared"});
}

void OrderBoard::ping()
{
    std::vector<Ready> waiting;
    {
        const std::lock_guard lock(m_mutex);
        ++m_pings;
        waiting = takeWaiting();
    }
    wake(waiting);
}

void OrderBoard::end()
{
    std::vector<Ready> waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        waiting = takeWaiting();
    }
    wake(waiting);
}

std::unique_ptr<BodyStream> OrderBoard::open(qint64 since, const QHostAddress &visitor)
{
    const std::lock_guard lock(m_mutex);
    if (m_streams.admit(visitor) != Refusal::None)
        return nullptr;
    const qint64 newest = m_events.empty() ? 0 : m_events.rbegin()->first;
    if (since == FromNow)
        since = newest;
    else if (since > newest) // of a database that is no more
        since = 0;
    return std::make_unique<Stream>(shared_from_this(), visitor, since, m_pings);
}

int OrderBoard::streams() const
{
    const std::lock_guard lock(m_mutex);
    return m_streams.open();
}

std::vector<OrderBoard::Ready> OrderBoard::takeWaiting()
{
    std::vector<Ready> waiting;
    waiting.reserve(size_t(m_waiting.size()));
    for (Ready &ready : m_waiting)
        waiting.push_back(std::move(ready));
    m_waiting.clear();
    return waiting;
}

// Without the lock: what is woken may ask at once.
void OrderBoard::wake(const std::vector<Ready> &waiting)
{
    for (const Ready &ready : waiting)
        ready();
}

} // namespace porchlight
