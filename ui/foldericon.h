// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace porchlight {

/// A folder, drawn in the accent colour.
class FolderIcon final : public QWidget
{
    Q_OBJECT
public:
    explicit FolderIcon(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace porchlight
