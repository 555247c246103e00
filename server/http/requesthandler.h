// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"
#include "server/transport/responseplan.h"

#include <QHostAddress>

#include <functional>
#include <memory>
#include <optional>

namespace porchlight {

/// One request as its handler sees it: the gate has let it through and its content is read.
struct Request
{
    const RequestHead &head;
    QHostAddress visitor;
    const QByteArray content = {}; ///< Kept only where RequestHandler::takesContent().
    quint64 exchange = 0;          ///< Exchange::id; 0: nobody records it (the start-up self-test).
};

/// Answers requests. One instance a worker, made, used and destroyed in the worker's thread; must not block
/// beyond reading a directory or opening a file.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    /// The answer where it can be given from memory, without a look at the disk; otherwise answer() is
    /// called.
    virtual std::optional<ResponsePlan> answerFromMemory(const Request &) { return std::nullopt; }
    virtual ResponsePlan answer(const Request &request) = 0;
    /// Lets go of what is held only to be faster and was not used lately; whether anything is left. Called
    /// some times a second as long as there are connections, and then until nothing is left.
    virtual bool trim() { return false; }
    /// Whether it answers POST: its content, up to 64 KiB, is kept for it then. Asked once.
    virtual bool takesContent() const { return false; }
};

/// Makes the handler of one worker; called once in each worker's thread.
using RequestHandlerFactory = std::function<std::unique_ptr<RequestHandler>()>;

} // namespace porchlight
