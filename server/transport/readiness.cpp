// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/readiness.h"

#include <QSocketNotifier>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace porchlight {

namespace {

/// What became ready meanwhile is told at once, without a turn of the event loop; but after so many the
/// loop's timers and calls have theirs.
constexpr int EventsPerTurn = 256;

} // namespace

Readiness::Readiness(QObject *parent)
    : QObject(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return;
    m_notifier = new QSocketNotifier(m_epoll, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Readiness::dispatch);
}

Readiness::~Readiness()
{
    delete m_notifier; // before its descriptor closes
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool Readiness::add(int descriptor, ReadinessListener *listener)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = listener;
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void Readiness::remove(int descriptor, ReadinessListener *listener)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    for (int i = 0; i < m_eventCount; ++i) {
        if (m_events[size_t(i)].data.ptr == listener)
            m_events[size_t(i)].data.ptr = nullptr;
    }
    std::replace(m_putOff.begin(), m_putOff.end(), listener, static_cast<ReadinessListener *>(nullptr));
}

void Readiness::goOnWithPutOff()
{
    for (size_t i = 0; i < m_putOff.size(); ++i) { // by index: one may remove another
        if (m_putOff[i])
            m_putOff[i]->goOn();
    }
    m_putOff.clear();
}

void Readiness::dispatch()
{
    if (m_eventCount > 0) // A listener runs an event loop of its own; the outer call goes on with the batch.
        return;
    for (int told = 0; told < EventsPerTurn && wait() > 0; told += std::exchange(m_eventCount, 0)) {
        for (int i = 0; i < m_eventCount; ++i) {
            const epoll_event &event = m_events[size_t(i)];
            if (auto *listener = static_cast<ReadinessListener *>(event.data.ptr)) {
                listener->becameReady({.reading = (event.events & (EPOLLIN | EPOLLRDHUP)) != 0,
                                       .writing = (event.events & EPOLLOUT) != 0,
                                       .ended = (event.events & EPOLLRDHUP) != 0,
                                       .broken = (event.events & (EPOLLHUP | EPOLLERR)) != 0});
            }
        }
        goOnWithPutOff();
    }
}

/// How many of m_events there are now.
int Readiness::wait()
{
    m_eventCount = qMax(0, ::epoll_wait(m_epoll, m_events.data(), int(m_events.size()), 0));
    return m_eventCount;
}

} // namespace porchlight
