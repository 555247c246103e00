// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listenfailuremessage.h"

#include "ui/sharecontrol.h"

#include <QCoreApplication>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::ListenFailureMessage)
};

ListenFailureMessage otherPort(const QString &reason, quint16 port)
{
    return {Words::tr("%1 Use %2 instead?").arg(reason).arg(port), Words::tr("&Use %1").arg(port), port};
}

} // namespace

ListenFailureMessage listenFailureMessage(const ListenFailure &failure)
{
    switch (failure.error) {
    case ListenError::PortTaken: {
        const QString taken = Words::tr("Port %1 is taken by another program.").arg(failure.port);
        if (failure.nextFreePort != 0)
            return otherPort(taken, failure.nextFreePort);
        return {
            Words::tr(
                "%1 The ports after it are taken too. Close that program, or choose another port under More.")
                .arg(taken),
            Words::tr("&Try again")};
    }
    case ListenError::PortForbidden:
        return otherPort(
            Words::tr("Port %1 is reserved: ports below 1024 need special rights.").arg(failure.port),
            ShareControl::DefaultPort);
    case ListenError::AddressUnknown:
        return {Words::tr("This computer does not have the address Porchlight was told to use. Join that "
                          "network first."),
                Words::tr("&Try again")};
    case ListenError::OutOfDescriptors:
        return {Words::tr("This computer lets Porchlight open no more files. Close some programs."),
                Words::tr("&Try again")};
    case ListenError::SelfTestFailed:
        return {Words::tr("The web server did not answer its own first question, so this version of Qt "
                          "(%1) does not fit. "
                          "An update of Porchlight may help.")
                    .arg(QLatin1String(qVersion())),
                Words::tr("&Try again")};
    case ListenError::Other:
        return {Words::tr("Sharing could not start on port %1. The system says: %2")
                    .arg(failure.port)
                    .arg(failure.detail),
                Words::tr("&Try again")};
    }
    return {};
}

} // namespace porchlight
