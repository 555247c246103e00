// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace porchlight::test {

/// How many descriptors a process has open; this one's own unless another's directory in /proc is given.
inline int openDescriptors(const QString &process = QStringLiteral("/proc/self"))
{
    return int(QDir(process + QStringLiteral("/fd"))
                   .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                   .size());
}

} // namespace porchlight::test
