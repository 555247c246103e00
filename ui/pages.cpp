// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages.h"

#include "ui/segmentedswitch.h"
#include "ui/theme.h"

#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace porchlight {

namespace {

/// Times the height of the font: large type on a projector, beside the lesson's controls.
constexpr int TightBelow = 34;

} // namespace

Pages::Pages(QWidget *parent)
    : QWidget(parent)
    , m_switch(new SegmentedSwitch(tr("Page"), this))
    , m_tools(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this))
{
    m_switch->hide();
    m_tools->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    line->setSpacing(Theme::Space4);
    line->addWidget(m_switch);
    line->addWidget(m_tools, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_pages, 1);
    connect(m_switch, &SegmentedSwitch::chosenChanged, this, &Pages::showPage);
}

void Pages::addPage(const QString &name, QWidget *page, QWidget *tools)
{
    // In reading order, which Tab follows.
    m_switch->addSegment(name);
    m_tools->addWidget(tools);
    const int index = m_pages->addWidget(page);
    m_switch->setVisible(m_switch->count() > 1);
    auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + index)), this);
    connect(shortcut, &QShortcut::activated, this, [this, index] {
        showPage(index);
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    });
}

void Pages::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSwitch();
}

void Pages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitSwitch();
}

void Pages::fitSwitch()
{
    m_switch->setTight(width() < TightBelow * fontMetrics().height());
}

void Pages::showPage(int index)
{
    m_switch->choose(index);
    m_tools->setCurrentIndex(index);
    m_pages->setCurrentIndex(index);
}

} // namespace porchlight
