// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/delays.h"
#include "server/lesson/door.h"
#include "server/lesson/lessonsettings.h"
#include "server/lesson/tokenbucket.h"
#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace porchlight {

/// What a teacher does to the answers of a server: shared by the window and the handlers of all workers.
/// Thread-safe.
class Lesson final
{
public:
    /// Makes the page of a status that a teacher chose, for this request. Thread-safe.
    using PageAnswer = std::function<ResponsePlan(int status, const RequestHead &request)>;

    /// `waitingChanged` is called from
    /// any thread.
    explicit Lesson(
        PageAnswer pageAnswer, std::function<void()> waitingChanged = [] {});

    /// Who waits for what is no longer wanted is let go on; once nothing changes answers, all goes on at
    /// once.
    void apply(const LessonSettings &settings);
    /// Null while nothing changes answers: the usual case costs one look.
    std::shared_ptr<const LessonSettings> settings() const;

    Door &door() { return m_door; }
    Delays &delays() { return m_delays; }
    ResponsePlan page(int status, const RequestHead &request) const { return m_pageAnswer(status, request); }
    /// The bucket that all answers to this visitor share, at the rate of now; null when its link has no
    /// limit. An answer that began without a limit keeps none.
    std::shared_ptr<TokenBucket> bucketOf(const QHostAddress &visitor);
    /// The bucket that lets `length` bytes take as long as a phase does, until the pace is no longer slow;
    /// null when it is not.
    std::shared_ptr<TokenBucket> bucketForPhase(qint64 length);

private:
    const PageAnswer m_pageAnswer;
    Door m_door;
    Delays m_delays;
    std::atomic<bool> m_changesAnswers = false;
    mutable std::mutex m_mutex;
    std::shared_ptr<const LessonSettings> m_settings;
    QHash<QHostAddress, std::shared_ptr<TokenBucket>> m_buckets; ///< One a visitor that had a limit.
    std::vector<std::weak_ptr<TokenBucket>> m_phases;            ///< Of answers that are being sent.
};

} // namespace porchlight
