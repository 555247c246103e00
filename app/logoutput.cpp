// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logoutput.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {

namespace {

/// A pipe that poll(2) calls writable takes PIPE_BUF bytes without blocking, and no more is sure. A file
/// never blocks. O_NONBLOCK is no way out: the shell shares the terminal's open file with us.
qsizetype pieceFor(int descriptor)
{
    struct stat status
    {
    };
    const bool isFile = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return isFile ? 1024 * 1024 : PIPE_BUF;
}

} // namespace

LogOutput::LogOutput(int descriptor)
    : m_descriptor(descriptor)
    , m_piece(pieceFor(descriptor))
{}

void LogOutput::write(const QByteArray &lines)
{
    m_kept.append(lines);
    flush(std::chrono::milliseconds(0));
}

void LogOutput::flush(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    qsizetype sent = 0;
    while (sent < m_kept.size()) {
        pollfd ready{m_descriptor, POLLOUT, 0};
        const int count = ::poll(&ready, 1, int(deadline.remainingTime()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        const ssize_t written =
            ::write(m_descriptor, m_kept.constData() + sent, size_t(std::min(m_piece, m_kept.size() - sent)));
        if (written >= 0)
            sent += written;
        else if (errno != EINTR && errno != EAGAIN)
            sent = m_kept.size();
    }
    m_kept.remove(0, sent);
}

} // namespace porchlight
