// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waterfall/waterfallview.h"

#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/stagecolour.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr std::array Stages{WaterfallStage::Asking, WaterfallStage::AtDoor, WaterfallStage::Thinking,
                            WaterfallStage::Sending};
constexpr int MaxIndent = 4;            // levels: further ones would leave no room for the names
constexpr int TickDistance = 90;        // pixels at least, at the normal size of type
constexpr double LeastBar = 2;          // pixels: what took next to no time is there still
constexpr qint64 LeastSpan = 1'000'000; // nanoseconds: a millisecond fills the chart

QColor colourOf(WaterfallStage stage)
{
    switch (stage) {
    case WaterfallStage::Asking:
        return stageColour(TimingPart::Stage::Asking);
    case WaterfallStage::AtDoor:
        return stageColour(TimingPart::Stage::AtDoor);
    case WaterfallStage::Thinking:
        return stageColour(TimingPart::Stage::Handled);
    case WaterfallStage::Sending:
        return stageColour(TimingPart::Stage::Sending);
    }
    return {};
}

QString wordOf(WaterfallStage stage)
{
    switch (stage) {
    case WaterfallStage::Asking:
        return WaterfallView::tr("asking");
    case WaterfallStage::AtDoor:
        return WaterfallView::tr("waiting at the door");
    case WaterfallStage::Thinking:
        return WaterfallView::tr("server thinking");
    case WaterfallStage::Sending:
        return WaterfallView::tr("sending");
    }
    return {};
}

} // namespace

WaterfallView::WaterfallView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Page visit, by time"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void WaterfallView::showWaterfall(const Waterfall &waterfall)
{
    m_waterfall = waterfall;
    updateRange();
    viewport()->update();
}

void WaterfallView::choose(quint64 id)
{
    m_chosen = id;
    const int row = chosenRow();
    if (row >= 0) {
        setAccessibleDescription(textOf(m_waterfall.rows[size_t(row)]));
        const int top = row * rowHeight();
        const int page = verticalScrollBar()->pageStep();
        verticalScrollBar()->setValue(
            std::clamp(verticalScrollBar()->value(), top + rowHeight() - page, std::max(top, 0)));
    }
    viewport()->update();
}

int WaterfallView::rowHeight() const
{
    return fontMetrics().height() + Theme::Space1;
}

int WaterfallView::chartLeft() const
{
    return std::min(viewport()->width() * 2 / 5, fontMetrics().height() * 20);
}

double WaterfallView::xOf(qint64 at) const
{
    const double room = viewport()->width() - chartLeft() - Theme::Space4 - fontMetrics().height() * 4;
    const qint64 span = std::max(m_waterfall.span, LeastSpan);
    return chartLeft() + std::max(room, 1.0) * double(std::min(at, span)) / double(span);
}

int WaterfallView::rowTop(int row) const
{
    return (row + 1) * rowHeight() - verticalScrollBar()->value();
}

int WaterfallView::rowAt(const QPoint &point) const
{
    const int row = (point.y() + verticalScrollBar()->value()) / rowHeight() - 1;
    const bool isRow = point.y() >= rowHeight() && point.y() < viewport()->height() - rowHeight() &&
                       row < int(m_waterfall.rows.size());
    return isRow ? row : -1;
}

int WaterfallView::chosenRow() const
{
    const auto &rows = m_waterfall.rows;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [this](const WaterfallRow &row) { return row.id == m_chosen; });
    return found == rows.end() ? -1 : int(found - rows.begin());
}

void WaterfallView::chooseRow(int row)
{
    if (m_waterfall.rows.empty())
        return;
    row = std::clamp(row, 0, int(m_waterfall.rows.size()) - 1);
    choose(m_waterfall.rows[size_t(row)].id);
    emit chosenByHand(m_chosen);
}

/// "/Lake/a.jpg · because of /Lake/ · asking 1 ms · sending 35 ms"
QString WaterfallView::textOf(const WaterfallRow &row) const
{
    QStringList parts{row.target};
    if (row.cause >= 0)
        parts += tr("because of %1").arg(m_waterfall.rows[size_t(row.cause)].target);
    for (const WaterfallBar &bar : row.bars)
        parts += wordOf(bar.stage) + QLatin1Char(' ') + humanDuration(bar.to - bar.from);
    return parts.join(QStringLiteral(" · "));
}

void WaterfallView::updateRange()
{
    const int rows = int(m_waterfall.rows.size()) * rowHeight();
    const int page = viewport()->height() - 2 * rowHeight(); // without the axis and the legend
    verticalScrollBar()->setRange(0, std::max(0, rows - page));
    verticalScrollBar()->setPageStep(std::max(page, 1));
    verticalScrollBar()->setSingleStep(rowHeight());
}

void WaterfallView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), Theme::current().card);
    paintGrid(painter);
    const int first = std::max(0, verticalScrollBar()->value() / rowHeight());
    for (int row = first; row < int(m_waterfall.rows.size()) && rowTop(row) < viewport()->height(); ++row)
        paintRow(painter, row);
    paintCause(painter);
    paintAxis(painter);
    paintLegend(painter);
}

std::vector<qint64> WaterfallView::ticks() const
{
    const qint64 span = std::max(m_waterfall.span, LeastSpan);
    const double room = xOf(span) - chartLeft();
    return waterfallTicks(span, std::max(2, int(room / (TickDistance * fontMetrics().height() / 16.0))));
}

void WaterfallView::paintGrid(QPainter &painter) const
{
    painter.setPen(Theme::current().line);
    for (const qint64 at : ticks())
        painter.drawLine(int(xOf(at)), rowHeight(), int(xOf(at)), viewport()->height() - rowHeight());
}

void WaterfallView::paintAxis(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRect header(0, 0, viewport()->width(), rowHeight());
    painter.fillRect(header, theme.card);
    painter.setPen(theme.dimText);
    const std::vector<qint64> marks = ticks();
    for (const qint64 at : marks)
        painter.drawText(QRect(int(xOf(at)) + Theme::Space1, 0, TickDistance * 2, header.height()),
                         int(Qt::AlignLeft | Qt::AlignVCenter),
                         at == 0 ? QStringLiteral("0") : humanMark(at, marks[1]));
    painter.setPen(theme.line);
    painter.drawLine(header.bottomLeft(), header.bottomRight());
}

void WaterfallView::paintRow(QPainter &painter, int index) const
{
    const Theme &theme = Theme::current();
    const WaterfallRow &row = m_waterfall.rows[size_t(index)];
    const QRect line(0, rowTop(index), viewport()->width(), rowHeight());
    if (row.id == m_chosen)
        painter.fillRect(line, theme.selection);
    const int left = Theme::Space2 + std::min(row.depth, MaxIndent) * Theme::Space4;
    const QRect name(left, line.top(), chartLeft() - left - Theme::Space2, line.height());
    painter.setPen(theme.text);
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(row.target, Qt::ElideLeft, name.width()));
    const int height = line.height() * 5 / 9;
    double right = 0;
    for (const WaterfallBar &bar : row.bars) {
        const double from = std::max(xOf(bar.from), right);
        right = std::max(xOf(bar.to), from + LeastBar);
        painter.fillRect(QRectF(from, line.center().y() - height / 2.0, right - from, height),
                         colourOf(bar.stage));
    }
    painter.setPen(theme.dimText);
    painter.drawText(QRectF(right + Theme::Space1, line.top(), viewport()->width() - right, line.height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter),
                     row.isRunning ? tr("running") : humanDuration(row.to() - row.from()));
}

void WaterfallView::paintCause(QPainter &painter) const
{
    const int index = chosenRow();
    if (index < 0 || m_waterfall.rows[size_t(index)].cause < 0)
        return;
    const WaterfallRow &row = m_waterfall.rows[size_t(index)];
    const int middle = rowHeight() / 2;
    const QPointF end(xOf(row.from()), rowTop(index) + middle);
    const QPointF begin(end.x() - Theme::Space2, rowTop(row.cause) + rowHeight() * 7 / 9);
    painter.setPen(QPen(Theme::current().accent, 2));
    painter.drawLine(begin, QPointF(begin.x(), end.y()));
    painter.drawLine(QPointF(begin.x(), end.y()), end);
    painter.setBrush(Theme::current().accent);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(begin, 3, 3);
}

void WaterfallView::paintLegend(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRect footer(0, viewport()->height() - rowHeight(), viewport()->width(), rowHeight());
    painter.fillRect(footer, theme.card);
    const int square = footer.height() / 2;
    int x = Theme::Space2;
    for (const WaterfallStage stage : Stages) {
        painter.fillRect(x, footer.center().y() - square / 2, square, square, colourOf(stage));
        x += square + Theme::Space1;
        painter.setPen(theme.dimText);
        painter.drawText(QRect(x, footer.top(), footer.width() - x, footer.height()),
                         int(Qt::AlignLeft | Qt::AlignVCenter), wordOf(stage));
        x += fontMetrics().horizontalAdvance(wordOf(stage)) + Theme::Space4;
    }
}

bool WaterfallView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), plainToolTip(textOf(m_waterfall.rows[size_t(row)])), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void WaterfallView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateRange();
    viewport()->update();
}

void WaterfallView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return chooseRow(chosenRow() - 1);
    case Qt::Key_Down:
        return chooseRow(chosenRow() + 1);
    case Qt::Key_Home:
        return chooseRow(0);
    case Qt::Key_End:
        return chooseRow(int(m_waterfall.rows.size()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosenRow() >= 0)
            emit openRequested(m_chosen);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void WaterfallView::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->pos()); row >= 0 && event->button() == Qt::LeftButton)
        chooseRow(row);
}

void WaterfallView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (rowAt(event->pos()) >= 0)
        emit openRequested(m_chosen);
}

void WaterfallView::resizeEvent(QResizeEvent *)
{
    updateRange();
}

} // namespace porchlight
