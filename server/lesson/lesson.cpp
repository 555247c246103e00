// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/lesson.h"

#include "server/record/monotonic.h"

#include <utility>

namespace porchlight {

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
    }
    m_door.setWaits(WaitsFor::Teacher, settings.hold);
    m_door.setWaits(WaitsFor::NextStep, settings.pace == Pace::Step);
}

std::shared_ptr<const LessonSettings> Lesson::settings() const
{
    if (!m_changesAnswers.load(std::memory_order_relaxed))
        return nullptr;
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

std::shared_ptr<TokenBucket> Lesson::bucketOf(const QHostAddress &visitor, const Link &link)
{
    if (link.bytesPerSecond == 0)
        return nullptr;
    const std::lock_guard lock(m_mutex);
    m_buckets.removeIf([](const auto &entry) { return entry.value().expired(); });
    std::weak_ptr<TokenBucket> &known = m_buckets[visitor];
    std::shared_ptr<TokenBucket> bucket = known.lock();
    if (!bucket || bucket->bytesPerSecond() != link.bytesPerSecond) {
        bucket = std::make_shared<TokenBucket>(link.bytesPerSecond, monotonicNow());
        known = bucket;
    }
    return bucket;
}

} // namespace porchlight
