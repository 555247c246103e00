// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reception.h"

#include "server/http/httpworker.h"
#include "server/transport/acceptor.h"

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace porchlight {

namespace {

constexpr int LookAgainMs = 200; // short beside HttpWorker::HeldUp

} // namespace

Reception::Reception(const Limits &limits, Acceptor *acceptor)
    : QObject(acceptor)
    , m_patience(std::chrono::nanoseconds(limits.diskPatience).count())
    , m_acceptor(acceptor)
    , m_timer(this)
{
    m_timer.setInterval(LookAgainMs);
    connect(&m_timer, &QTimer::timeout, this, &Reception::lookAgain);
}

Reception::~Reception()
{
    for (const AcceptedSocket &each : m_waiting)
        ::close(each.descriptor);
}

void Reception::receive(const AcceptedSocket &accepted)
{
    if (HttpWorker *const worker = nextFree())
        worker->handOver(accepted);
    else if (hasHope())
        m_waiting.push_back(accepted);
    else
        m_acceptor->refuse(accepted, Refusal::WorkersHeldUp);
    if (!m_timer.isActive())
        m_timer.start();
}

/// Null: all are held up.
HttpWorker *Reception::nextFree()
{
    for (size_t i = 0; i < m_workers.size(); ++i) {
        HttpWorker *const next = m_workers[m_next++ % m_workers.size()];
        if (next->heldUpFor() < HttpWorker::HeldUp)
            return next;
    }
    return nullptr;
}

bool Reception::hasHope() const
{
    return std::ranges::any_of(m_workers,
                               [this](HttpWorker *each) { return each->heldUpFor() < m_patience; });
}

void Reception::lookAgain()
{
    std::vector<AcceptedSocket> stuck = std::exchange(m_waiting, {});
    bool isDone = true;
    for (HttpWorker *each : m_workers) {
        const qint64 heldUpFor = each->heldUpFor();
        isDone = isDone && heldUpFor == 0;
        if (heldUpFor >= HttpWorker::HeldUp)
            std::ranges::move(each->takeBack(), std::back_inserter(stuck));
    }
    if (isDone)
        m_timer.stop();
    for (const AcceptedSocket &each : stuck)
        receive(each);
}

} // namespace porchlight
