// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharecheck.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace porchlight {

/// What a path turned out to name.
struct FolderLook
{
    enum What : quint8 { Nothing, File, Folder };
    What what = Nothing;
    QString folder = {}; ///< Of a file, the one it is in.
    QList<ShareRisk> risks = {};
};

/// Looks at what this absolute path names, in a thread of its own that nothing waits for: a disk may be
/// asleep, or gone, and never answer.
QFuture<FolderLook> lookAt(const QString &path);

} // namespace porchlight
