// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <mutex>

class QObject;

namespace porchlight {

/// Lets other threads call into an object's thread. After its end their calls do nothing. Belongs to the
/// object's thread.
class Wakeup final
{
public:
    /// `woken` is called in the thread of `context`, never within a call of caller().
    Wakeup(QObject *context, std::function<void()> woken);
    ~Wakeup();
    Q_DISABLE_COPY_MOVE(Wakeup)

    /// To be called from any thread, at any time.
    std::function<void()> caller() const;

private:
    struct Line;
    const std::shared_ptr<Line> m_line;
};

} // namespace porchlight
