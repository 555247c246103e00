// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/waits.h"

#include <optional>
#include <utility>

namespace porchlight {

namespace {

/// A client that has said all it had to say may wait so long for its answer without having left.
constexpr std::chrono::seconds LongWait{5};

/// Not a wait at all: makes its plan in the connection's thread, whatever thread it came from.
class MadeThere final : public PendingAnswer
{
public:
    explicit MadeThere(MakePlan make)
        : m_make(std::move(make))
    {}
    void start(std::function<void(ResponsePlan)> give) override { give(m_make()); }

private:
    const MakePlan m_make;
};

/// `make`, to be called in the connection's thread by whoever takes the plan.
ResponsePlan madeThere(MakePlan make)
{
    ResponsePlan plan;
    plan.pending = std::make_unique<MadeThere>(std::move(make));
    return plan;
}

class Delay final : public PendingAnswer
{
public:
    Delay(std::shared_ptr<Delays> delays, std::chrono::milliseconds delay, MakePlan then)
        : m_delays(std::move(delays))
        , m_delay(delay)
        , m_then(std::move(then))
    {}
    ~Delay() override
    {
        if (m_ticket)
            m_delays->leave(*m_ticket);
    }
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_ticket = m_delays->enter([give, then = m_then] { give(madeThere(then)); });
        if (!m_ticket) {
            give(m_then());
            return;
        }
        m_timer = std::make_unique<QTimer>();
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this, give = std::move(give)] {
            if (m_delays->leave(*m_ticket))
                give(m_then());
        });
        m_timer->start(m_delay);
    }
    bool endsWithVisitor() const override { return m_delay > LongWait; }

private:
    const std::shared_ptr<Delays> m_delays;
    const std::chrono::milliseconds m_delay;
    const MakePlan m_then;
    std::optional<Delays::Ticket> m_ticket;
    std::unique_ptr<QTimer> m_timer; // made in the connection's thread
};

class DoorWait final : public PendingAnswer
{
public:
    DoorWait(std::shared_ptr<Door> door, WaitingRequest request,
             std::function<ResponsePlan(const TeacherAnswer &)> decided,
             std::function<ResponsePlan(Door::Passes)> passed)
        : m_door(std::move(door))
        , m_request(std::move(request))
        , m_decided(std::move(decided))
        , m_passed(std::move(passed))
    {}
    ~DoorWait() override
    {
        if (m_ticket)
            m_door->leave(*m_ticket);
    }
    void start(std::function<void(ResponsePlan)> give) override
    {
        const auto entered =
            m_door->enter(std::move(m_request), [give, decided = m_decided](const TeacherAnswer &answer) {
                give(madeThere([decided, answer] { return decided(answer); }));
            });
        if (const auto *passes = std::get_if<Door::Passes>(&entered))
            give(m_passed(*passes));
        else
            m_ticket = std::get<Door::Ticket>(entered);
    }
    bool endsWithVisitor() const override { return true; }

private:
    const std::shared_ptr<Door> m_door;
    WaitingRequest m_request;
    const std::function<ResponsePlan(const TeacherAnswer &)> m_decided;
    const std::function<ResponsePlan(Door::Passes)> m_passed;
    std::optional<Door::Ticket> m_ticket;
};

class Then final : public PendingAnswer
{
public:
    Then(std::unique_ptr<PendingAnswer> pending, std::function<ResponsePlan(ResponsePlan)> then)
        : m_pending(std::move(pending))
        , m_then(std::move(then))
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_pending->start(
            [give = std::move(give), then = m_then](ResponsePlan plan) { give(then(std::move(plan))); });
    }
    bool endsWithVisitor() const override { return m_pending->endsWithVisitor(); }

private:
    const std::unique_ptr<PendingAnswer> m_pending;
    const std::function<ResponsePlan(ResponsePlan)> m_then;
};

} // namespace

MakePlan givenLater(ResponsePlan made)
{
    return [plan = std::make_shared<ResponsePlan>(std::move(made))] { return std::move(*plan); };
}

std::unique_ptr<PendingAnswer> afterDelay(std::shared_ptr<Delays> delays, std::chrono::milliseconds delay,
                                          MakePlan then)
{
    return std::make_unique<Delay>(std::move(delays), delay, std::move(then));
}

std::unique_ptr<PendingAnswer> atDoor(std::shared_ptr<Door> door, WaitingRequest request,
                                      std::function<ResponsePlan(const TeacherAnswer &)> decided,
                                      std::function<ResponsePlan(Door::Passes)> passed)
{
    return std::make_unique<DoorWait>(std::move(door), std::move(request), std::move(decided),
                                      std::move(passed));
}

std::unique_ptr<PendingAnswer> thenMade(std::unique_ptr<PendingAnswer> pending,
                                        std::function<ResponsePlan(ResponsePlan)> then)
{
    return std::make_unique<Then>(std::move(pending), std::move(then));
}

} // namespace porchlight
