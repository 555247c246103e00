// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/pendinganswer.h"
#include "server/transport/responseplan.h"

#include <QObject>

#include <functional>
#include <memory>

namespace porchlight {

/// Brings what a PendingAnswer gives, from whatever thread, into the thread of the one who waits; nothing
/// after the wait has ended. Belongs to the waiting one's thread.
class AwaitedAnswer final
{
public:
    AwaitedAnswer() = default;
    /// Begins to wait: `arrived` is called in the thread of `context`, never within this call.
    AwaitedAnswer(std::unique_ptr<PendingAnswer> pending, QObject *context,
                  std::function<void(ResponsePlan)> arrived);
    ~AwaitedAnswer();
    AwaitedAnswer(AwaitedAnswer &&) = default;
    AwaitedAnswer &operator=(AwaitedAnswer &&other);

    bool endsWithVisitor() const { return m_pending && m_pending->endsWithVisitor(); }

private:
    struct Wait;
    std::shared_ptr<Wait> m_wait;
    std::unique_ptr<PendingAnswer> m_pending;
};

} // namespace porchlight
