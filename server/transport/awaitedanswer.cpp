// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/awaitedanswer.h"

#include <mutex>
#include <optional>
#include <utility>

namespace porchlight {

PendingAnswer::~PendingAnswer() = default;

struct AwaitedAnswer::Wait
{
    std::mutex mutex;
    QObject *context; // null: nobody waits any more
    std::function<void(ResponsePlan)> arrived;
    std::optional<ResponsePlan> given;

    void bring()
    {
        std::unique_lock lock(mutex);
        if (!context)
            return;
        ResponsePlan plan = *std::move(given);
        const auto takes = std::exchange(arrived, nullptr);
        lock.unlock(); // it may end the wait
        takes(std::move(plan));
    }
};

AwaitedAnswer::AwaitedAnswer(std::unique_ptr<PendingAnswer> pending, QObject *context,
                             std::function<void(ResponsePlan)> arrived)
    : m_wait(std::make_shared<Wait>())
    , m_pending(std::move(pending))
{
    m_wait->context = context;
    m_wait->arrived = std::move(arrived);
    m_pending->start([wait = m_wait](ResponsePlan plan) {
        const std::lock_guard lock(wait->mutex);
        if (!wait->context)
            return;
        wait->given = std::move(plan);
        QMetaObject::invokeMethod(
            wait->context, [wait] { wait->bring(); }, Qt::QueuedConnection);
    });
}

AwaitedAnswer::~AwaitedAnswer()
{
    if (!m_wait)
        return;
    const std::lock_guard lock(m_wait->mutex);
    m_wait->context = nullptr;
}

AwaitedAnswer &AwaitedAnswer::operator=(AwaitedAnswer &&other)
{
    std::swap(m_wait, other.m_wait);
    std::swap(m_pending, other.m_pending);
    AwaitedAnswer ended(std::move(other));
    return *this;
}

} // namespace porchlight
