// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/contentcoder.h"
#include "server/site/statusroute.h"

namespace porchlight {

/// The addresses below /.porchlight/, a fixed table: the assets of Porchlight's own pages, and the status of
/// the server. Each answers to its exact spelling, without any decoding; any other looks like a name that is
/// not shared.
class OwnRoutes final
{
public:
    /// `shareName`: what the shared folder is called.
    OwnRoutes(QByteArray shareName, std::shared_ptr<const ServerActivity> activity, ContentCoder coder);

    /// The answer to a GET or HEAD of any address below /.porchlight.
    ResponsePlan answer(const Request &request) const;

private:
    const StatusRoute m_status;
    const ContentCoder m_coder;
};

} // namespace porchlight
