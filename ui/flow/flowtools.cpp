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
    , m_save(new QPushButton(tr("&Save picture…"), this))
{
    m_shown->addSegment({}, QKeySequence(Qt::ALT | Qt::Key_1));
    m_shown->addSegment(tr("One page visit"), QKeySequence(Qt::ALT | Qt::Key_2));
    setRecorded(false);
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
}

void FlowTools::setRecorded(bool recorded)
{
    m_shown->setText(int(Shown::All), recorded ? tr("Whole recording") : tr("Follow live"));
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
