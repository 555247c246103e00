// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturemessage.h"

#include <chrono>
#include <span>
#include <variant>

#include <sys/types.h>

namespace porchlight {

/// One running porchlight-thumbnailer, for one thread; killed and reaped with this object.
class ThumbnailerProcess final
{
public:
    explicit ThumbnailerProcess(const QByteArray &program);
    ~ThumbnailerProcess();
    Q_DISABLE_COPY_MOVE(ThumbnailerProcess)

    /// It was started, and has not ended since as far as has been noticed.
    bool isRunning() const { return m_socket >= 0; }

    enum class NoReply : quint8 {
        NotTaken, ///< It had ended before.
        Died,
        TimedOut,
        Stopped, ///< `stop` became readable first.
    };
    /// Waits for the answer. Without one the process has ended, or been ended.
    std::variant<picturemessage::Reply, NoReply> ask(const picturemessage::Request &request,
                                                     std::span<const int> descriptors,
                                                     std::chrono::milliseconds most, int stop);

private:
    bool send(const picturemessage::Request &request, std::span<const int> descriptors) const;
    NoReply ended(NoReply reason);
    /// True: by the kernel, for it used up its time.
    bool endAndReap();

    int m_socket = -1;
    pid_t m_pid = -1;
};

} // namespace porchlight
