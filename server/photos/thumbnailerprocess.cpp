// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/thumbnailerprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace porchlight {

using namespace picturemessage;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

/// The process has its end of the socket, and nothing else of this one.
pid_t spawn(const QByteArray &program, int itsSocket)
{
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, itsSocket, Socket);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0);
    // Codecs complain of every odd picture; what matters is in the reply.
    ::posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, Socket + 1);
    QByteArray name = program;
    const std::array<char *, 2> arguments{name.data(), nullptr};
    pid_t pid = -1;
    if (::posix_spawn(&pid, program.constData(), &actions, nullptr, arguments.data(), environ) != 0)
        pid = -1;
    ::posix_spawn_file_actions_destroy(&actions);
    return pid;
}

} // namespace

ThumbnailerProcess::ThumbnailerProcess(const QByteArray &program)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    m_pid = spawn(program, ends[1]);
    ::close(ends[1]);
    if (m_pid > 0)
        m_socket = ends[0];
    else
        ::close(ends[0]);
}

ThumbnailerProcess::~ThumbnailerProcess()
{
    endAndReap();
}

std::variant<Reply, ThumbnailerProcess::NoReply> ThumbnailerProcess::ask(const Request &request,
                                                                         std::span<const int> descriptors,
                                                                         std::chrono::milliseconds most,
                                                                         int stop)
{
    if (!isRunning() || !send(request, descriptors))
        return ended(NoReply::NotTaken);
    const auto deadline = Clock::now() + most;
    for (;;) {
        std::array<pollfd, 2> waiting{{{m_socket, POLLIN, 0}, {stop, POLLIN, 0}}};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        const int ready = ::poll(waiting.data(), waiting.size(), int(std::max(left, 0ms).count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return ended(NoReply::TimedOut);
        if (waiting[0].revents == 0)
            return ended(NoReply::Stopped);
        Reply reply;
        const ssize_t n = ::recv(m_socket, &reply, sizeof reply, 0);
        return n == sizeof reply ? std::variant<Reply, NoReply>(reply) : ended(NoReply::Died);
    }
}

bool ThumbnailerProcess::send(const Request &request, std::span<const int> descriptors) const
{
    constexpr size_t Most = 1 + Copies;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(Most * sizeof(int))> control{};
    Request copy = request;
    iovec bytes{&copy, sizeof copy};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(part), descriptors.data(), descriptors.size_bytes());
    return ::sendmsg(m_socket, &message, MSG_NOSIGNAL) == sizeof copy;
}

ThumbnailerProcess::NoReply ThumbnailerProcess::ended(NoReply reason)
{
    const bool usedUpItsTime = endAndReap();
    return usedUpItsTime && reason == NoReply::Died ? NoReply::TimedOut : reason;
}

bool ThumbnailerProcess::endAndReap()
{
    if (m_socket < 0)
        return false;
    ::close(m_socket);
    m_socket = -1;
    int status = 0;
    // One that hangs in the kernel, on a disk that went away, is left to init.
    const auto deadline = Clock::now() + 500ms;
    pid_t reaped = ::waitpid(m_pid, &status, WNOHANG);
    if (reaped == 0)
        ::kill(m_pid, SIGKILL);
    while (reaped == 0 && Clock::now() < deadline) {
        std::this_thread::sleep_for(2ms);
        reaped = ::waitpid(m_pid, &status, WNOHANG);
    }
    return reaped == m_pid && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
}

} // namespace porchlight
