// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/traceview.h"

#include "ui/humanunits.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace porchlight {

TraceView::TraceView(QWidget *parent)
    : QTableWidget(0, 2, parent)
{
    setAccessibleName(tr("Steps"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalHeaderLabels({tr("Time"), tr("Step")}); // not shown, but read aloud
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &TraceView::resizeRowsToContents);
}

void TraceView::setSteps(const std::vector<TraceStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    fill();
}

QString TraceView::timeOf(const TraceStep &step)
{
    if (step.at < 0)
        return {};
    return step.at == 0 ? tr("0 ms") : humanDuration(step.at);
}

void TraceView::fill()
{
    setRowCount(int(m_steps.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const TraceStep &step = m_steps[size_t(row)];
        auto *time = new QTableWidgetItem(timeOf(step));
        time->setForeground(Theme::current().dimText);
        time->setTextAlignment(Qt::AlignRight | Qt::AlignTop);
        auto *text = new QTableWidgetItem(step.text);
        text->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        setItem(row, 0, time);
        setItem(row, 1, text);
    }
    resizeRowsToContents();
}

void TraceView::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

} // namespace porchlight
