// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listenfailuretext.h"

namespace porchlight {

QString listenFailureText(const ListenFailure &failure)
{
    switch (failure.error) {
    case ListenError::PortTaken: {
        const QString taken = QStringLiteral("Port %1 is taken by another program.").arg(failure.port);
        if (failure.nextFreePort == 0)
            return taken + QStringLiteral(" Another one can be chosen with --port.");
        return taken + QStringLiteral(" Port %1 is free: --port %1").arg(failure.nextFreePort);
    }
    case ListenError::PortForbidden:
        return QStringLiteral("Port %1 may not be used without a privilege. Ports from 1024 up need none: "
                              "--port 8080")
            .arg(failure.port);
    case ListenError::AddressUnknown:
        return QStringLiteral("This computer does not have the address given with --bind.");
    case ListenError::OutOfDescriptors:
        return QStringLiteral("This process may open no more files. \"ulimit -n\" raises the limit.");
    case ListenError::SelfTestFailed:
        return QStringLiteral(
                   "The web server did not answer its own first request, so this version of Qt (%1) "
                   "does not fit.")
            .arg(QLatin1String(qVersion()));
    case ListenError::Other:
        return QStringLiteral("Porchlight cannot listen on port %1: %2")
            .arg(failure.port)
            .arg(failure.detail);
    }
    Q_UNREACHABLE();
}

} // namespace porchlight
