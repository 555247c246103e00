// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/awaitedanswer.h"

#include <mutex>
#include <utility>

namespace porchlight {

PendingAnswer::~PendingAnswer() = default;

struct AwaitedAnswer::Wait
{
    std::mutex mutex;
    QObject *context; // null: nobody waits any more
    std::function<void(ResponsePlan)> arrived;
};

AwaitedAnswer::AwaitedAnswer(std::unique_ptr<PendingAnswer> pending, QObject *context,
                             std::function<void(ResponsePlan)> arrived)
    : m_wait(std::make_shared<Wait>())
    , m_pending(std::move(pending))
{
    m_wait->context = context;
    m_wait->arrived = std::move(arrived);
    m_pending->start([wait = m_wait](ResponsePlan plan) {
        // Shared, as Qt copies what it posts.
        auto given = std::make_shared<ResponsePlan>(std::move(plan));
        const std::lock_guard lock(wait->mutex);
        if (!wait->context)
            return;
        QMetaObject::invokeMethod(
            wait->context,
            [wait, given] {
                if (wait->context) // only this thread ends the wait
                    std::exchange(wait->arrived, nullptr)(std::move(*given));
            },
            Qt::QueuedConnection);
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
