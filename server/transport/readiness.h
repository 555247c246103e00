// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <vector>

#include <sys/epoll.h>

class QSocketNotifier;

namespace porchlight {

/// What a descriptor has become ready for. Edge-triggered: told once, so the listener goes on until it would
/// block.
struct ReadyFor
{
    bool reading = false;
    bool writing = false;
    bool ended = false;  ///< The peer sends no more: reading goes on until it says so.
    bool broken = false; ///< Reset, or closed in both directions.
};

class ReadinessListener
{
public:
    virtual void becameReady(ReadyFor ready) = 0;
    /// What was put off may be done now.
    virtual void goOn() {}

protected:
    ~ReadinessListener() = default;
};

/// All of a worker's sockets on one epoll descriptor, and that one in Qt's event loop. Why: Qt's dispatcher
/// polls every descriptor it knows on every turn, so a thousand idle connections would slow each busy one.
/// Belongs to the worker's thread.
class Readiness final : public QObject
{
    Q_OBJECT
public:
    explicit Readiness(QObject *parent = nullptr);
    ~Readiness() override;

    /// False when the kernel refuses (out of memory, watch limit). The listener must be removed before it
    /// dies.
    bool add(int descriptor, ReadinessListener *listener);
    void remove(int descriptor, ReadinessListener *listener);

    /// Called by a listener from becameReady(): its goOn() follows when all that were ready along with it
    /// have been told. Why: answers that leave in a row wake their readers once; answers that leave one by
    /// one, between the making of others, wake them each time.
    void putOff(ReadinessListener *listener) { m_putOff.push_back(listener); }
    /// Has whoever was put off go on now. To be called before anything that may take long.
    void goOnWithPutOff();

private:
    void dispatch();
    int wait();

    const int m_epoll;
    QSocketNotifier *m_notifier = nullptr;
    std::array<epoll_event, 128> m_events;
    int m_eventCount = 0;                      // of the batch being dispatched
    std::vector<ReadinessListener *> m_putOff; // null: removed meanwhile
};

} // namespace porchlight
