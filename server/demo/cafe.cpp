// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafe.h"

#include "server/demo/cafecookie.h"
#include "server/record/monotonic.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace porchlight {
namespace {

/// Of requests that wait for the database: as many as there are connections at most.
constexpr size_t MaxQuestions = 1024;
/// Of them that share one transaction, and so one wait for the disk: the first of them waits for the last.
constexpr size_t MaxTogether = 128;
constexpr int OrdersAtOnce = 10;
/// A whole class may sit behind one router.
constexpr int OrdersAtOnceFromAddress = 300;
constexpr std::chrono::milliseconds OrdersFromAddress{200};
/// To open a database that cannot be used; each may wait a second for who holds it.
constexpr std::chrono::seconds BetweenTries{1};

} // namespace

Cafe::Cafe(QString databasePath, Times times)
    : m_databasePath(std::move(databasePath))
    , m_times(times)
    , m_kitchenKey(CafeCookie::fresh())
    , m_ofVisitor(OrdersAtOnce, times.orders)
    , m_ofAddress(OrdersAtOnceFromAddress, OrdersFromAddress)
{}

Cafe::~Cafe()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_asked.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Cafe::open(Language language)
{
    std::call_once(m_opened, [&] {
        m_thread = std::thread([this, language] { work(language); });
        m_isOpen = true;
    });
}

void Cafe::ask(MakePlan make, std::function<void(std::optional<ResponsePlan>)> give)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_questions.size() < MaxQuestions) {
            m_questions.push_back({std::move(make), std::move(give)});
            m_asked.notify_one();
            return;
        }
    }
    give(std::nullopt);
}

std::optional<std::chrono::seconds> Cafe::refuses(const QByteArray &visitor, const QHostAddress &address)
{
    const qint64 now = monotonicNow();
    // The address first: it cannot make up visitors without end.
    if (auto wait = m_ofAddress.refuses(address.toString().toLatin1(), now))
        return wait;
    return m_ofVisitor.refuses(visitor, now);
}

void Cafe::work(Language language)
{
    const QString folder = QFileInfo(m_databasePath).absolutePath();
    QDir().mkpath(folder);
    // Who ordered what, and the secret behind the tokens, are not for the other users of this computer.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::optional<CafeStore> store;
    openStore(store, language);
    auto triedAt = std::chrono::steady_clock::now();
    auto pingAt = std::chrono::steady_clock::now() + m_times.ping;
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        m_asked.wait_until(lock, pingAt, [this] { return m_ends || !m_questions.empty(); });
        std::deque<Question> questions = takeTogether();
        lock.unlock();
        // Another may have held the database, or the disk was full for a while.
        if (!questions.empty() && !store->isOpen() &&
            std::chrono::steady_clock::now() - triedAt >= BetweenTries) {
            openStore(store, language);
            triedAt = std::chrono::steady_clock::now();
        }
        if (!questions.empty())
            answer(*store, std::move(questions));
        if (const auto now = std::chrono::steady_clock::now(); now >= pingAt) {
            m_board->ping();
            pingAt = now + m_times.ping;
        }
        lock.lock();
    }
}

void Cafe::openStore(std::optional<CafeStore> &store, Language language)
{
    store.emplace(m_databasePath, language);
    if (store->isOpen())
        m_board->tell(store->history());
}

std::deque<Cafe::Question> Cafe::takeTogether()
{
    std::deque<Question> questions;
    while (!m_questions.empty() && questions.size() < MaxTogether) {
        questions.push_back(std::move(m_questions.front()));
        m_questions.pop_front();
    }
    return questions;
}

void Cafe::answer(CafeStore &store, std::deque<Question> questions)
{
    std::deque<std::optional<ResponsePlan>> plans;
    bool kept = store.isOpen() && store.begin();
    if (kept) {
        for (const Question &question : questions) {
            if (store.isUndone())
                break;
            store.beginQuestion();
            plans.emplace_back(question.make(store));
            if (!store.endQuestion())
                plans.back().reset();
        }
        kept = store.commit();
    }
    const std::vector<BoardChange> changed = store.takeChanged();
    if (kept && !changed.empty())
        m_board->tell(changed);
    for (size_t i = 0; i < questions.size(); ++i)
        questions[i].give(kept ? std::move(plans[i]) : std::nullopt);
}

} // namespace porchlight
