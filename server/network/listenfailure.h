// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace porchlight {

enum class ListenError : quint8 {
    PortTaken,        ///< Another program listens there.
    PortForbidden,    ///< Ports below 1024 need a privilege.
    AddressUnknown,   ///< This computer does not have the address.
    OutOfDescriptors, ///< The process may open no more files.
    SelfTestFailed,   ///< QHttpServer did not answer the start-up request: this Qt does not fit.
    Other,
};

struct ListenFailure
{
    ListenError error = ListenError::Other;
    quint16 port = 0;
    quint16 nextFreePort =
        0;          ///< With PortTaken: the next port that could be used instead; 0 if none was found.
    QString detail; ///< The operating system's words.
};

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::ListenFailure)
