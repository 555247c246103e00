// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closerlook.h"

#include "ui/humanunits.h"
#include "ui/inspector.h"
#include "ui/segmentedswitch.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/waterfall/waterfallview.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace porchlight {

CloserLook::CloserLook(QWidget *parent)
    : QWidget(parent)
    , m_inspector(new Inspector)
    , m_waterfall(new WaterfallView)
    , m_noVisit(new TextLabel(TextLabel::Role::Dim, tr("This request belongs to no page visit.")))
    , m_switch(new SegmentedSwitch(tr("Closer look"), this))
    , m_totals(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_pages(new QStackedWidget(this))
    , m_visit(new QStackedWidget)
    , m_line(new QHBoxLayout)
{
    m_switch->addSegment(tr("Req&uest"));
    m_switch->addSegment(tr("Page &visit"));
    m_noVisit->setAlignment(Qt::AlignCenter);
    m_totals->setElideMode(Qt::ElideRight);
    m_visit->addWidget(m_noVisit);
    m_visit->addWidget(m_waterfall);
    m_pages->addWidget(m_inspector);
    m_pages->addWidget(m_visit);

    m_line->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, 0);
    m_line->setSpacing(Theme::Space2);
    auto *start = new QHBoxLayout;
    start->setSpacing(Theme::Space3);
    start->addWidget(m_switch);
    start->addWidget(m_totals, 1);
    start->addStretch();
    m_line->addLayout(start, 1);
    m_line->addWidget(m_inspector->actions());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_line);
    column->addWidget(m_pages, 1);
    m_totals->hide();

    connect(m_switch, &SegmentedSwitch::chosenChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_totals->setVisible(index > 0);
        if (index > 0)
            emit visitTurnedTo();
    });
    connect(m_waterfall, &WaterfallView::chosenByHand, this, &CloserLook::exchangeChosen);
    connect(m_waterfall, &WaterfallView::openRequested, this, [this] { m_switch->choose(0); });
}

bool CloserLook::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrangeLine();
    return QWidget::event(event);
}

void CloserLook::arrangeLine()
{
    const int beside = m_switch->sizeHint().width() + m_inspector->actions()->sizeHint().width() +
                       2 * Theme::Space4 + Theme::Space3;
    m_line->setDirection(beside <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool CloserLook::showsVisit() const
{
    return m_switch->chosen() > 0;
}

void CloserLook::showVisit(const std::vector<WaterfallEntry> &entries, quint64 chosen, qint64 now)
{
    m_visit->setCurrentIndex(entries.empty() ? 0 : 1);
    if (entries.empty()) {
        m_totals->clear();
        return;
    }
    const Waterfall waterfall = layOutWaterfall(entries, now);
    m_waterfall->showWaterfall(waterfall);
    m_waterfall->choose(chosen);
    const auto requests = qint64(waterfall.rows.size());
    m_totals->setText((requests == 1 ? tr("1 request") : tr("%1 requests").arg(humanCount(requests))) +
                      QStringLiteral(" · ") + humanSize(waterfall.bytes) + QStringLiteral(" · ") +
                      humanDuration(waterfall.span));
}

} // namespace porchlight
