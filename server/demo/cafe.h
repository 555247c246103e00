// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/cafestore.h"
#include "server/demo/orderboard.h"
#include "server/demo/ratelimit.h"
#include "server/transport/responseplan.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace porchlight {

/// The café's times; tests shorten them.
struct CafeTimes
{
    /// Between the signs of life of streams: shorter than what routers and browsers take for the end.
    std::chrono::milliseconds ping{15'000};
    /// Orders of one visitor: ten at once, then one each of these. Enough for a table, not for a game.
    std::chrono::milliseconds orders{6'000};
};

/// The dine-in café behind its pages: the thread that owns the database, and the board that tells of orders.
/// One for all workers of a server; thread-safe, and no call blocks. Until open() it costs nothing.
class Cafe final
{
public:
    using Times = CafeTimes;
    /// Makes an answer from the database, within a transaction; in the café's thread.
    using MakePlan = std::function<ResponsePlan(CafeStore &)>;

    /// Orders from one address that are not ready yet: six for each of thirty pupils behind one router, and
    /// room in the order book for others.
    static constexpr int MaxOpenFromAddress = 200;

    explicit Cafe(QString databasePath, Times times = {});
    ~Cafe(); ///< Waits for what is being written.
    Q_DISABLE_COPY_MOVE(Cafe)

    /// Begins, with a menu in this language; once, however often it is called.
    void open(Language language);
    /// Whether that has happened: the folder is the café's site. From any thread.
    bool isOpen() const { return m_isOpen; }
    /// Ends all streams as they should end; before the server is stopped.
    void end() { m_board->end(); }

    /// `give` gets the plan once all that making it has written is on the disk; nothing, and nothing written,
    /// when the database cannot be used or refused a statement of it, or too many wait. From any thread.
    void ask(MakePlan make, std::function<void(std::optional<ResponsePlan>)> give);

    const std::shared_ptr<OrderBoard> &board() { return m_board; }
    /// Whoever shows it is in the kitchen: for a computer that nobody sits at. New for each run, and known to
    /// nobody who was not told.
    const QByteArray &kitchenKey() const { return m_kitchenKey; }
    /// Counts an order that `visitor` posts; how long it is to wait if that is too often.
    std::optional<std::chrono::seconds> refuses(const QByteArray &visitor, const QHostAddress &address);

private:
    struct Question
    {
        MakePlan make;
        std::function<void(std::optional<ResponsePlan>)> give;
    };

    void work(Language language);
    void openStore(std::optional<CafeStore> &store, Language language);
    std::deque<Question> takeTogether();
    void answer(CafeStore &store, std::deque<Question> questions);

    const QString m_databasePath;
    const Times m_times;
    const QByteArray m_kitchenKey;
    const std::shared_ptr<OrderBoard> m_board = std::make_shared<OrderBoard>();
    RateLimit m_ofVisitor;
    RateLimit m_ofAddress;

    std::mutex m_mutex;
    std::condition_variable m_asked;
    std::deque<Question> m_questions;
    bool m_ends = false;
    std::once_flag m_opened;
    std::atomic<bool> m_isOpen = false;
    std::thread m_thread;
};

} // namespace porchlight
