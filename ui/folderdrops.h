// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace porchlight {

/// Takes what is dragged onto a window and lies on this computer; web addresses are left alone. GUI thread.
class FolderDrops final : public QObject
{
    Q_OBJECT
public:
    explicit FolderDrops(QWidget *window);

signals:
    void hovered(bool over); ///< Something that may be dropped.
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace porchlight
