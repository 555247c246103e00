// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace porchlight {

/// SIGINT, SIGTERM and SIGHUP as a Qt signal. The first asks for a clean end; a second ends the process at
/// once, by the system's own handling. One object a process; main thread.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);

signals:
    void stopRequested();
};

} // namespace porchlight
