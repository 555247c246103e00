// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <QDeadlineTimer>

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight::test {

QByteArray RawResponse::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

int RawResponse::count(const QByteArray &name) const
{
    int n = 0;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        n += colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0;
    }
    return n;
}

RawClient::RawClient(quint16 port, Family family, int receiveBuffer)
    : RawClient(port, family, receiveBuffer, 1)
{}

std::unique_ptr<RawClient> RawClient::from(quint8 number, quint16 port)
{
    return std::unique_ptr<RawClient>(new RawClient(port, Family::IPv4, 0, number));
}

RawClient::RawClient(quint16 port, Family family, int receiveBuffer, quint8 number)
{
    m_descriptor = ::socket(family == Family::IPv4 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0)
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    if (number != 1) {
        v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + number);
        ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&v4), sizeof v4);
    }
    v4.sin_port = htons(port);
    v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    v6.sin6_addr = IN6ADDR_LOOPBACK_INIT;
    const int failed = family == Family::IPv4
                           ? ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&v4), sizeof v4)
                           : ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&v6), sizeof v6);
    if (failed)
        close();
    const int on = 1; // every send() leaves at once
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::send(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t n =
            ::send(m_descriptor, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += n;
    }
    return true;
}

bool RawClient::readSome(int timeoutMs)
{
    if (m_ended || m_descriptor < 0)
        return false;
    pollfd wait{m_descriptor, POLLIN, 0};
    if (::poll(&wait, 1, timeoutMs) <= 0)
        return false;
    char bytes[65536];
    const ssize_t n = ::recv(m_descriptor, bytes, sizeof bytes, 0);
    if (n <= 0) {
        m_ended = true;
        m_reset = n < 0;
        return false;
    }
    m_buffer.append(bytes, n);
    return true;
}

RawResponse RawClient::receive(bool headOnly, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    const auto more = [&] { return readSome(int(deadline.remainingTime())); };
    RawResponse response;

    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return response;
    }
    response.head = m_buffer.first(end + 4);
    m_buffer.remove(0, end + 4);
    response.status = response.head.mid(9, 3).toInt();
    if (headOnly || response.status < 200 || response.status == 204 || response.status == 304) {
        response.complete = true;
        return response;
    }
    if (const QByteArray length = response.field("Content-Length"); !length.isNull()) {
        const qint64 wanted = length.toLongLong();
        while (m_buffer.size() < wanted && more()) {
        }
        response.complete = m_buffer.size() >= wanted;
        response.body = m_buffer.first(qMin<qint64>(wanted, m_buffer.size()));
        m_buffer.remove(0, response.body.size());
        return response;
    }
    if (response.field("Transfer-Encoding") == "chunked") {
        for (;;) {
            qsizetype line = -1;
            while ((line = m_buffer.indexOf("\r\n")) < 0) {
                if (!more())
                    return response;
            }
            const qsizetype size = m_buffer.first(line).toLongLong(nullptr, 16);
            while (m_buffer.size() < line + 2 + size + 2) {
                if (!more())
                    return response;
            }
            response.body += m_buffer.mid(line + 2, size);
            m_buffer.remove(0, line + 2 + size + 2);
            if (size == 0)
                break;
        }
        response.complete = true;
        return response;
    }
    while (more()) {
    }
    response.complete = m_ended && !m_reset;
    response.body = std::exchange(m_buffer, {});
    return response;
}

QByteArray RawClient::receiveBytes(qsizetype size, int timeoutMs)
{
    if (m_buffer.isEmpty())
        readSome(timeoutMs);
    const QByteArray bytes = m_buffer.first(qMin(size, m_buffer.size()));
    m_buffer.remove(0, bytes.size());
    return bytes;
}

QByteArray RawClient::receiveAll(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (readSome(int(deadline.remainingTime()))) {
    }
    return std::exchange(m_buffer, {});
}

bool RawClient::isClosedByPeer(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (m_buffer.isEmpty() && readSome(int(deadline.remainingTime()))) {
    }
    return m_buffer.isEmpty() && m_ended;
}

void RawClient::shutdownWrite()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void RawClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

RawResponse ask(quint16 port, const QByteArray &request, int timeoutMs)
{
    RawClient client(port);
    return client.send(request) ? client.receive(request.startsWith("HEAD "), timeoutMs) : RawResponse();
}

} // namespace porchlight::test
