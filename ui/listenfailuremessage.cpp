// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listenfailuremessage.h"

#include "ui/sharecontrol.h"

namespace porchlight {

namespace {

ListenFailureMessage otherPort(const QString &reason, quint16 port)
{
    return {QObject::tr("%1 Use %2 instead?").arg(reason).arg(port), QObject::tr("&Use %1").arg(port), port};
}

} // namespace

ListenFailureMessage listenFailureMessage(const ListenFailure &failure)
{
    switch (failure.error) {
    case ListenError::PortTaken: {
        const QString taken = QObject::tr("Port %1 is taken by another program.").arg(failure.port);
        if (failure.nextFreePort != 0)
            return otherPort(taken, failure.nextFreePort);
        return {
            QObject::tr(
                "%1 The ports after it are taken too. Close that program, or choose another port under More.")
                .arg(taken),
            QObject::tr("&Try again")};
    }
    case ListenError::PortForbidden:
        return otherPort(
            QObject::tr("Port %1 is reserved: ports below 1024 need special rights.").arg(failure.port),
            ShareControl::DefaultPort);
    case ListenError::AddressUnknown:
        return {QObject::tr("This computer does not have the address Porchlight was told to use. Join that "
                            "network first."),
                QObject::tr("&Try again")};
    case ListenError::OutOfDescriptors:
        return {QObject::tr("This computer lets Porchlight open no more files. Close some programs."),
                QObject::tr("&Try again")};
    case ListenError::SelfTestFailed:
        return {QObject::tr("The web server did not answer its own first question, so this version of Qt "
                            "(%1) does not fit. "
                            "An update of Porchlight may help.")
                    .arg(QLatin1String(qVersion())),
                QObject::tr("&Try again")};
    case ListenError::Other:
        return {QObject::tr("Sharing could not start on port %1. The system says: %2")
                    .arg(failure.port)
                    .arg(failure.detail),
                QObject::tr("&Try again")};
    }
    return {};
}

} // namespace porchlight
