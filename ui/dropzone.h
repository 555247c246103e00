// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace porchlight {

/// The dashed place that says a folder may be dropped, with a button for those who would rather choose one.
/// The window takes the drop itself, wherever it falls.
class DropZone final : public QWidget
{
    Q_OBJECT
public:
    explicit DropZone(QWidget *parent = nullptr);

    void setDragOver(bool over); ///< A folder hovers over the window.

signals:
    void chooseRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_dragOver = false;
};

} // namespace porchlight
