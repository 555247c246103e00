// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/door.h"
#include "server/lesson/lessonsettings.h"
#include "server/lesson/tokenbucket.h"
#include "server/transport/responseplan.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace porchlight {

/// What a teacher does to the answers of a server: shared by the window and the handlers of all workers.
/// Thread-safe.
class Lesson final
{
public:
    /// `errorAnswer` makes the pages of the statuses that a teacher chooses. `waitingChanged` is called from
    /// any thread.
    explicit Lesson(
        ErrorAnswer errorAnswer, std::function<void()> waitingChanged = [] {});

    /// Who waits for what is no longer wanted is let go on.
    void apply(const LessonSettings &settings);
    /// Null while nothing changes answers: the usual case costs one look.
    std::shared_ptr<const LessonSettings> settings() const;

    Door &door() { return m_door; }
    ResponsePlan errorPlan(int status) const { return m_errorAnswer(status); }
    /// The bucket that all connections of this visitor share; null when its link has no limit.
    std::shared_ptr<TokenBucket> bucketOf(const QHostAddress &visitor, const Link &link);

private:
    const ErrorAnswer m_errorAnswer;
    Door m_door;
    std::atomic<bool> m_changesAnswers = false;
    mutable std::mutex m_mutex;
    std::shared_ptr<const LessonSettings> m_settings;
    QHash<QHostAddress, std::weak_ptr<TokenBucket>> m_buckets;
};

} // namespace porchlight
