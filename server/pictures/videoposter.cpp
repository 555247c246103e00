// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/videoposter.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace porchlight {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Well under what the server waits for a job.
constexpr auto MaxTime = 15s;
/// An 8K frame as a JPEG of good quality has about 15 MB.
constexpr qsizetype MaxPosterBytes = 64 * 1024 * 1024;

/// After fork(): nothing here may allocate.
[[noreturn]] void runThumbnailer(int descriptor, int output)
{
    std::array<char, 32> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/fd/%d", descriptor);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::fcntl(descriptor, F_SETFD, 0);
    ::dup2(output, STDOUT_FILENO);
    ::execlp("ffmpegthumbnailer", "ffmpegthumbnailer", "-i", path.data(), "-o", "/dev/stdout", "-c", "jpeg",
             "-s", "0", nullptr);
    ::_exit(127);
}

/// What comes out until its end; empty when that does not come in time.
QByteArray readAll(int descriptor)
{
    QByteArray bytes;
    const auto deadline = Clock::now() + MaxTime;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = left > 0ms ? ::poll(&waiting, 1, int(left.count())) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        std::array<char, 64 * 1024> piece;
        const ssize_t n = ready > 0 ? ::read(descriptor, piece.data(), piece.size()) : -1;
        if (n < 0 || bytes.size() + n > MaxPosterBytes)
            return {};
        if (n == 0)
            return bytes;
        bytes.append(piece.data(), n);
    }
}

} // namespace

QByteArray videoPoster(int descriptor)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0)
        runThumbnailer(descriptor, ends[1]);
    ::close(ends[1]);
    QByteArray poster;
    if (child > 0) {
        poster = readAll(ends[0]);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    ::close(ends[0]);
    return poster;
}

} // namespace porchlight
