// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/plainsocket.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight {

namespace {

/// Bytes that may wait in the kernel before they leave. Without a limit megabytes do, for readers however
/// slow, and the reader is woken for each packet instead of finding several.
constexpr int NotSentLowat = 64 * 1024;

PlainSocket::Result failure()
{
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return {PlainSocket::Status::WouldBlock, 0};
    return {PlainSocket::Status::PeerGone, 0};
}

} // namespace

void PlainSocket::watchPeer()
{
    const auto set = [this](int level, int option, int value) {
        ::setsockopt(m_descriptor, level, option, &value, sizeof value);
    };
    set(IPPROTO_TCP, TCP_KEEPIDLE, 20);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 5);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
}

PlainSocket::PlainSocket(int descriptor)
    : m_descriptor(descriptor)
{
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &NotSentLowat, sizeof NotSentLowat);
}

PlainSocket::~PlainSocket()
{
    ::close(m_descriptor);
}

PlainSocket::Result PlainSocket::receive(char *buffer, qint64 size)
{
    for (;;) {
        const ssize_t n = ::recv(m_descriptor, buffer, size_t(size), 0);
        if (n > 0)
            return {Status::Ok, n};
        if (n == 0)
            return {Status::Ended, 0};
        if (errno != EINTR)
            return failure();
    }
}

PlainSocket::Result PlainSocket::send(std::span<const iovec> pieces, bool more)
{
    msghdr message{};
    message.msg_iov = const_cast<iovec *>(pieces.data());
    message.msg_iovlen = pieces.size();
    const int flags = MSG_NOSIGNAL | (more ? MSG_MORE : 0);
    for (;;) {
        const ssize_t n = pieces.size() == 1
                              ? ::send(m_descriptor, pieces[0].iov_base, pieces[0].iov_len, flags)
                              : ::sendmsg(m_descriptor, &message, flags);
        if (n >= 0)
            return {Status::Ok, n};
        if (errno != EINTR)
            return failure();
    }
}

PlainSocket::Result PlainSocket::sendFile(int file, qint64 offset, qint64 count)
{
    off_t position = offset;
    for (;;) {
        const ssize_t n = ::sendfile(m_descriptor, file, &position, size_t(count));
        if (n > 0)
            return {Status::Ok, n};
        if (n == 0)
            return {Status::Ended, 0};
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EPIPE || errno == ECONNRESET || !hasPeer())
            return failure();
        return {Status::ReadFailed, 0}; // disks have many errors, ENOTCONN and ETIMEDOUT among them
    }
}

/// A broken connection has none any more.
bool PlainSocket::hasPeer() const
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return ::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0;
}

qint64 PlainSocket::unacknowledged() const
{
    int bytes = 0;
    return ::ioctl(m_descriptor, SIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

void PlainSocket::shutdownWrite()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void PlainSocket::resetOnClose()
{
    const linger reset{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

} // namespace porchlight
