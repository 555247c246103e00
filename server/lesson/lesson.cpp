// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lesson.h"

#include "server/record/exchange.h"
#include "server/record/monotonic.h"

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

/// Visitors whose links are remembered; more than any class has.
constexpr qsizetype MaxBuckets = 1'000;

} // namespace

Lesson::Lesson(PageAnswer pageAnswer, std::function<void()> waitingChanged)
    : m_pageAnswer(std::move(pageAnswer))
    , m_door(std::move(waitingChanged))
{}

void Lesson::apply(const LessonSettings &settings)
{
    {
        const std::lock_guard lock(m_mutex);
        m_settings = std::make_shared<const LessonSettings>(settings);
        m_changesAnswers = settings.changesAnswers();
        const qint64 now = monotonicNow();
        for (auto it = m_buckets.cbegin(); it != m_buckets.cend(); ++it)
            it.value()->setRate(settings.linkOf(it.key()).bytesPerSecond, now);
        if (settings.pace != Pace::Slow) {
            for (const auto &each : std::exchange(m_phases, {})) {
                if (const auto phase = each.lock())
                    phase->setRate(0, now);
            }
        }
    }
    m_delays.setDelays(settings.changesAnswers());
    m_door.setWaits(WaitsFor::Teacher, settings.hold);
    m_door.setWaits(WaitsFor::NextStep, settings.pace == Pace::Step);
    m_door.letThrough([&settings](const WaitingRequest &request) {
        Exchange exchange;
        exchange.requestHead = request.requestHead;
        return !settings.holds(exchange.methodView(), exchange.targetView());
    });
}

std::shared_ptr<const LessonSettings> Lesson::settings() const
{
    if (!m_changesAnswers.load(std::memory_order_relaxed))
        return nullptr;
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

std::shared_ptr<TokenBucket> Lesson::bucketOf(const QHostAddress &visitor)
{
    const std::lock_guard lock(m_mutex);
    const qint64 rate = m_settings ? m_settings->linkOf(visitor).bytesPerSecond : 0;
    if (rate == 0)
        return nullptr;
    if (m_buckets.size() >= MaxBuckets)
        m_buckets.removeIf([](const auto &entry) { return entry.value().use_count() == 1; });
    std::shared_ptr<TokenBucket> &bucket = m_buckets[visitor];
    if (!bucket)
        bucket = std::make_shared<TokenBucket>(rate, monotonicNow());
    return bucket;
}

std::shared_ptr<TokenBucket> Lesson::bucketForPhase(qint64 length)
{
    const std::lock_guard lock(m_mutex);
    if (!m_settings || m_settings->pace != Pace::Slow)
        return nullptr;
    std::erase_if(m_phases, [](const auto &each) { return each.expired(); });
    auto bucket = std::make_shared<TokenBucket>(
        length * 1000 / std::max<qint64>(m_settings->phaseTime().count(), 1) + 1, monotonicNow());
    m_phases.push_back(bucket);
    return bucket;
}

} // namespace porchlight
