// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recentshares.h"

#include <QPushButton>

namespace porchlight {

class TextLabel;

/// A folder that was shared before; a click shares it again.
class RecentCard final : public QPushButton
{
    Q_OBJECT
public:
    RecentCard(const RecentShare &share, const QDate &today, QWidget *parent = nullptr);

    const QString &folder() const { return m_folder; }
    void showMissing(); ///< The folder is not there now: dimmed, and cannot be clicked.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    const QString m_folder;
    TextLabel *const m_when;
};

} // namespace porchlight
