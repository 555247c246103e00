// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/turnedaway.h"

#include "server/record/exchangerecorder.h"
#include "server/transport/plainsocket.h"

#include <array>

namespace porchlight {

namespace {

constexpr int ReadsPerSweep = 16;

} // namespace

struct TurnedAway::Held
{
    std::unique_ptr<PlainSocket> socket;
    qint64 until;
};

TurnedAway::TurnedAway(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, &TurnedAway::sweep);
}

TurnedAway::~TurnedAway() = default;

void TurnedAway::turnAway(int descriptor, const QByteArray &response)
{
    auto socket = std::make_unique<PlainSocket>(descriptor);
    const iovec piece{const_cast<char *>(response.constData()), size_t(response.size())};
    socket->send({&piece, 1}, false);
    socket->shutdownWrite();
    if (m_held.size() >= MaxHeld)
        return;
    m_held.push_back({std::move(socket), monotonicNow() + HoldMs * 1'000'000});
    if (!m_timer.isActive())
        m_timer.start();
}

void TurnedAway::closeAll()
{
    m_held.clear();
    m_timer.stop();
}

void TurnedAway::sweep()
{
    const qint64 now = monotonicNow();
    std::erase_if(m_held, [now](const Held &held) {
        std::array<char, 4096> ignored;
        PlainSocket::Result result{PlainSocket::Status::Ok, 0};
        for (int i = 0; i < ReadsPerSweep && result.status == PlainSocket::Status::Ok; ++i)
            result = held.socket->receive(ignored.data(), qint64(ignored.size()));
        if (result.status == PlainSocket::Status::Ok) // sends without end: others wait to be accepted
            return true;
        return result.status != PlainSocket::Status::WouldBlock || now > held.until;
    });
    if (m_held.empty())
        m_timer.stop();
}

} // namespace porchlight
