// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthandler.h"
#include "server/record/serveractivity.h"

#include <QByteArray>

#include <memory>

namespace porchlight {

/// How the server is doing, as JSON for scripts and health checks on this computer. For visitors from
/// elsewhere it does not exist. A browser on this computer may ask in the name of a page from elsewhere:
/// unless Host means this computer it gets 421 (DNS rebinding), and when it says that another site asked,
/// 403.
class StatusRoute final
{
public:
    static constexpr char Path[] = "/.porchlight/status";

    StatusRoute(QByteArray shareName, std::shared_ptr<const ServerActivity> activity);

    ResponsePlan answer(const Request &request) const;

private:
    QByteArray report() const;

    const QByteArray m_shareName;
    const std::shared_ptr<const ServerActivity> m_activity;
};

} // namespace porchlight
