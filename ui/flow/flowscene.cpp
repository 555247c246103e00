// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowscene.h"

#include "ui/plaintext.h"

namespace porchlight {

QString FlowScene::folderOf(quint64 serial) const
{
    const bool isThere = serial >= log->first() && serial < log->end();
    const QString own = isThere ? plainText(log->at(serial).exchange.folder) : QString();
    return own.isEmpty() ? folder : own;
}

} // namespace porchlight
