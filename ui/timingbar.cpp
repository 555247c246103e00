// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timingbar.h"

#include "ui/fontscale.h"
#include "ui/stagecolour.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace porchlight {

namespace {

constexpr qreal TypeSize = 0.9; // that of a note

} // namespace

TimingBar::TimingBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    new FontScale(this, TypeSize);
}

void TimingBar::showExchange(const Exchange &exchange)
{
    m_parts = timingParts(exchange);
    m_notes = timingNotes(exchange);
    setAccessibleName(timingText(exchange));
    fit();
    update();
}

int TimingBar::dotSize() const
{
    return fontMetrics().height() / 2;
}

int TimingBar::barHeight() const
{
    return fontMetrics().height() * 11 / 16;
}

std::vector<QRect> TimingBar::wordPlaces() const
{
    const QFontMetrics metrics = fontMetrics();
    std::vector<QRect> places;
    int left = 0, top = 0, lineHeight = 0;
    for (const TimingNote &note : m_notes) {
        const int dot = note.stage ? dotSize() + Theme::Space1 : 0;
        const QSize whole(metrics.horizontalAdvance(note.text) + 1, metrics.height());
        if (left > 0 && left + dot + whole.width() > width()) {
            left = 0;
            top += lineHeight;
        }
        QRect place(QPoint(left + dot, top), whole);
        if (place.right() >= width()) // words too long for any line
            place = metrics.boundingRect(QRect(left + dot, top, std::max(width() - dot, 1), QWIDGETSIZE_MAX),
                                         Qt::TextWordWrap, note.text);
        lineHeight = place.height();
        left = place.right() + Theme::Space2;
        places.push_back(place);
    }
    return places;
}

void TimingBar::fit()
{
    const std::vector<QRect> places = wordPlaces();
    setFixedHeight(places.empty() ? 0 : places.back().bottom() + 1 + Theme::Space1 + barHeight());
}

void TimingBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void TimingBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void TimingBar::paintEvent(QPaintEvent *)
{
    if (m_notes.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNotes(painter);
    paintBar(painter);
}

void TimingBar::paintNotes(QPainter &painter) const
{
    const std::vector<QRect> places = wordPlaces();
    for (size_t i = 0; i < places.size(); ++i) {
        const TimingNote &note = m_notes[i];
        painter.setPen(Theme::current().dimText);
        painter.drawText(places[i], Qt::TextWordWrap, note.text);
        if (!note.stage)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(stageColour(*note.stage));
        painter.drawEllipse(places[i].left() - dotSize() - Theme::Space1,
                            places[i].top() + (fontMetrics().height() - dotSize()) / 2, dotSize(), dotSize());
    }
}

void TimingBar::paintBar(QPainter &painter) const
{
    const QRect bar(0, height() - barHeight(), width(), barHeight());
    QPainterPath outline;
    outline.addRoundedRect(bar, bar.height() / 2.0, bar.height() / 2.0);
    painter.setClipPath(outline);
    painter.fillRect(bar, Theme::current().line);

    constexpr double Seen = 3; // pixels: a stage that took next to nothing is there still
    double total = 0;
    for (const TimingPart &part : m_parts)
        total += double(part.nanoseconds);
    const double room = bar.width() - Seen * double(m_parts.size());
    double left = 0;
    for (const TimingPart &part : m_parts) {
        const double share = total > 0 ? double(part.nanoseconds) / total : 1.0 / double(m_parts.size());
        const double right = left + Seen + std::max(0.0, room) * share;
        painter.fillRect(QRectF(left, bar.top(), right - left, bar.height()), stageColour(part.stage));
        left = right;
    }
}

} // namespace porchlight
