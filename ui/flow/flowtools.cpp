// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowtools.h"

#include "ui/segmentedswitch.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace porchlight {

FlowTools::FlowTools(QWidget *parent)
    : QWidget(parent)
    , m_shown(new SegmentedSwitch(tr("What is shown"), this))
    , m_save(new QPushButton(tr("Sa&ve picture…"), this))
{
    m_shown->addSegment({}, QKeySequence(Qt::ALT | Qt::Key_1));
    m_shown->addSegment({}, QKeySequence(Qt::ALT | Qt::Key_2));
    connect(m_shown, &SegmentedSwitch::chosenChanged, this,
            [this](int index) { emit shownChanged(Shown(index)); });

    auto *menu = new QMenu(this);
    menu->addAction(tr("&PNG, for slides…"), QKeySequence(Qt::CTRL | Qt::Key_E), this,
                    &FlowTools::pngRequested);
    menu->addAction(tr("&SVG, for documents…"), this, &FlowTools::svgRequested);
    menu->addSeparator();
    menu->addAction(tr("P&rint…"), QKeySequence(Qt::CTRL | Qt::Key_P), this, &FlowTools::printRequested);
    m_save->setMenu(menu);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space2);
    row->addStretch();
    row->addWidget(m_shown);
    row->addWidget(m_save);
    setTexts(false);
}

void FlowTools::setRecorded(bool recorded)
{
    m_recorded = recorded;
    setTexts(m_isShort);
}

void FlowTools::setTexts(bool isShort)
{
    m_isShort = isShort;
    if (isShort)
        m_shown->setText(int(Shown::All), m_recorded ? tr("All") : tr("Live"));
    else
        m_shown->setText(int(Shown::All), m_recorded ? tr("Whole recording") : tr("Follow live"));
    m_shown->setTight(isShort);
    m_shown->setText(int(Shown::OneVisit), isShort ? tr("One visit") : tr("One page visit"));
    m_save->setText(isShort ? tr("Sa&ve…") : tr("Sa&ve picture…"));
    m_shown->updateGeometry(); // now: what fits is asked before the event loop would say so
    layout()->activate();
}

QSize FlowTools::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void FlowTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setTexts(false);
    if (layout()->sizeHint().width() > width())
        setTexts(true);
}

FlowTools::Shown FlowTools::shown() const
{
    return Shown(m_shown->chosen());
}

void FlowTools::choose(Shown what)
{
    m_shown->choose(int(what));
}

} // namespace porchlight
