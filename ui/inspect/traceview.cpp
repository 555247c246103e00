// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/traceview.h"

#include "ui/humanunits.h"
#include "ui/theme.h"

#include <QEvent>

#include <algorithm>

namespace porchlight {

namespace {

/// Most steps take less than a millisecond, and differ all the same.
QString timeOf(const TraceStep &step)
{
    constexpr qint64 Millisecond = 1'000'000; // nanoseconds
    if (step.at < 0)
        return {};
    if (step.at >= Millisecond)
        return humanDuration(step.at);
    return TraceView::tr("%1 µs", "microseconds").arg((step.at + 999) / 1'000);
}

} // namespace

TraceView::TraceView(QWidget *parent)
    : QTextEdit(parent)
{
    setAccessibleName(tr("Steps"));
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(0);
}

void TraceView::setSteps(const std::vector<TraceStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    render();
}

void TraceView::render()
{
    int widest = 0;
    for (const TraceStep &step : m_steps)
        widest = std::max(widest, fontMetrics().horizontalAdvance(timeOf(step)));
    const qreal column = widest + Theme::Space3;
    QTextBlockFormat paragraph;
    paragraph.setLeftMargin(column);
    paragraph.setTextIndent(-column);
    paragraph.setTabPositions({QTextOption::Tab(column, QTextOption::LeftTab)});
    paragraph.setBottomMargin(Theme::Space1);
    QTextCharFormat dim, normal;
    dim.setForeground(Theme::current().dimText);
    normal.setForeground(Theme::current().text);

    clear();
    QTextCursor cursor(document());
    for (const TraceStep &step : m_steps) {
        if (cursor.position() > 0)
            cursor.insertBlock();
        cursor.setBlockFormat(paragraph);
        cursor.insertText(timeOf(step) + QLatin1Char('\t'), dim);
        cursor.insertText(step.text, normal);
    }
    moveCursor(QTextCursor::Start);
}

void TraceView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

} // namespace porchlight
