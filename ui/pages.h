// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace porchlight {

class SegmentedSwitch;

/// The pages on the right, one shown at a time below the line of its tools. The switch between them stands
/// left on that line as soon as there are two. Ctrl+1, Ctrl+2, … choose a page.
class Pages final : public QWidget
{
    Q_OBJECT
public:
    explicit Pages(QWidget *parent = nullptr);

    void addPage(const QString &name, QWidget *page, QWidget *tools);
    void showPage(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitSwitch();

    SegmentedSwitch *const m_switch;
    QStackedWidget *const m_tools;
    QStackedWidget *const m_pages;
};

} // namespace porchlight
