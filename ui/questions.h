// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharecheck.h"

#include <QMessageBox>

namespace porchlight {

/// The questions the window asks before it does something people may not mean. Each makes a box that the
/// caller opens (never exec()); "yes" is the button of QMessageBox::AcceptRole, the other one the default and
/// what Esc means. The box deletes itself.

/// Whether to share a folder in which something was found that people do not mean to share.
QMessageBox *askBeforeSharing(const QString &folder, const QList<ShareRisk> &risks, bool hiddenFilesShared,
                              QWidget *parent);

/// Whether to stop sharing and close the window.
QMessageBox *askBeforeClosing(const QString &folder, QWidget *parent);

} // namespace porchlight
