// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace porchlight {

struct ResponsePlan;

/// An answer that takes longer than a handler may block: a plan with one of these is not sent, the one it
/// gives is, in its turn on its connection. Made and destroyed in the connection's thread; destroyed once it
/// has given its answer, or when nobody waits for it any more (the visitor has left, the server stops): then
/// what is under way for it can be given up.
class PendingAnswer
{
public:
    virtual ~PendingAnswer();
    /// Called once. `give` takes the answer, once, from any thread, also before start() returns, also after
    /// the connection has ended.
    virtual void start(std::function<void(ResponsePlan)> give) = 0;
    /// Whether it may take so long that a visitor who sends no more counts as one who has left.
    virtual bool endsWithVisitor() const { return false; }
};

} // namespace porchlight
