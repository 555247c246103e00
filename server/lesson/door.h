// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/teacheranswer.h"

#include <QHostAddress>

#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <variant>
#include <vector>

namespace porchlight {

/// What a request waits for.
enum class WaitsFor : quint8 {
    Teacher,  ///< The teacher's answer.
    NextStep, ///< The next step; nothing is decided.
};

struct WaitingRequest
{
    quint64 exchange = 0; ///< Exchange::id
    QHostAddress visitor;
    QByteArray requestHead; ///< Raw.
    qint64 since = 0;       ///< Milliseconds since 1970 UTC.
    WaitsFor waitsFor = WaitsFor::Teacher;
};

/// Where requests wait until the teacher decides. Thread-safe; decisions are told in the thread of whoever
/// decides, without a lock.
class Door final
{
public:
    /// More than this many do not wait: each holds a connection.
    static constexpr size_t MaxWaiting = 200;
    /// Of one address: no visitor fills the door for all others; a class behind one router still fits.
    static constexpr size_t MaxWaitingPerAddress = 100;

    using Ticket = quint64;
    using Decide = std::function<void(const TeacherAnswer &)>;

    /// `changed` is called from any thread when waiting() has become another.
    explicit Door(std::function<void()> changed);

    /// Why a request need not wait.
    enum class Passes : quint8 { NobodyWaits, DoorFull };

    /// `decide` is called once at most, never after leave().
    std::variant<Ticket, Passes> enter(WaitingRequest request, Decide decide);
    /// Nobody waits with this ticket any more.
    void leave(Ticket ticket);

    /// The longest waiting first.
    std::vector<WaitingRequest> waiting() const;
    /// False when that exchange does not wait for the teacher (any more).
    bool answer(quint64 exchange, const TeacherAnswer &answer);
    /// Lets the one go on that has waited longest for the next step.
    bool nextStep();
    /// Lets all go on as they are that wait for this.
    void letAll(WaitsFor waitsFor);
    /// Lets those go on as they are that wait for the teacher and match.
    void letThrough(const std::function<bool(const WaitingRequest &)> &matches);
    /// Whether anybody is to wait for this (at first nobody); when not, who does goes on as it is.
    void setWaits(WaitsFor waitsFor, bool waits);

private:
    struct Waiting
    {
        WaitingRequest request;
        Decide decide;
    };
    using Queue = std::map<Ticket, Waiting>;

    size_t waitingFrom(const QHostAddress &visitor) const; // with the lock

    /// Takes those that match out and tells them; at most `count`.
    template <typename Matches>
    bool decide(const Matches &matches, const TeacherAnswer &answer, size_t count);

    const std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    Queue m_waiting;
    Ticket m_lastTicket = 0;
    std::array<bool, 2> m_waits{}; // by WaitsFor
};

} // namespace porchlight
