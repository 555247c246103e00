// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/crowd.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight::test {

namespace {

constexpr int SmallBuffer = 4096;              // of a reader: makes the server's side fill up at once
constexpr std::chrono::milliseconds Pace{250}; // between two moves of one visitor

QByteArray opening(Crowd::Kind kind, const QByteArray &target)
{
    const QByteArray begin = "GET " + target + " HTTP/1.1\r\nHost: porch\r\n";
    switch (kind) {
    case Crowd::Kind::SlowHead:
        return begin + "X-Slow: ";
    case Crowd::Kind::SlowContent:
        return begin + "Content-Length: 60000\r\n\r\n";
    case Crowd::Kind::SlowReader:
    case Crowd::Kind::StalledReader:
        return begin + "\r\n";
    case Crowd::Kind::Lingering:
        return begin + "Connection: close\r\n\r\n";
    }
    Q_UNREACHABLE();
}

int connected(quint16 port, int receiveBuffer)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0)
        ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return socket;
    ::close(socket);
    return -1;
}

} // namespace

Crowd::Crowd(quint16 port, Kind kind, int count, const QByteArray &target)
    : m_kind(kind)
{
    const bool reads = kind == Kind::SlowReader || kind == Kind::StalledReader;
    const QByteArray bytes = opening(kind, target);
    for (int i = 0; i < count; ++i) {
        const int socket = connected(port, reads ? SmallBuffer : 0);
        if (socket < 0)
            continue;
        ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        m_sockets.push_back(socket);
    }
    m_thread = std::jthread([this](const std::stop_token &stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any pace; // what makes them slow
        while (!pace.wait_for(lock, stop, Pace, [&stop] { return stop.stop_requested(); })) {
            for (const int each : m_sockets)
                move(each);
        }
    });
}

Crowd::~Crowd()
{
    m_thread.request_stop();
    m_thread.join();
    for (const int each : m_sockets)
        ::close(each);
}

void Crowd::move(int socket) const
{
    std::array<char, 1024> bytes;
    switch (m_kind) {
    case Kind::SlowHead:
    case Kind::SlowContent:
        ::send(socket, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        break;
    case Kind::SlowReader:
    case Kind::Lingering:
        ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        break;
    case Kind::StalledReader:
        break;
    }
}

} // namespace porchlight::test
