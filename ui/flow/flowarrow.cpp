// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowarrow.h"

#include "ui/flow/flowlayout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

// Units, measured in the design's picture.
constexpr double LineWidth = 2, HeadLength = 9, HeadHalf = 5.5;
constexpr double CrossHalf = 5, PacketRadius = 4.5;

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

} // namespace

void FlowArrow::paintLine(double from, double to, double y, const QColor &colour)
{
    const auto [left, right] = std::minmax(from, to);
    const double width = std::max(1.0, std::round(px(LineWidth)));
    m_painter.fillRect(QRectF(left, y - std::floor(width / 2), right - left, width), colour);
}

void FlowArrow::paintHead(double tip, bool rightwards, double y, const QColor &colour)
{
    const double back = rightwards ? tip - px(HeadLength) : tip + px(HeadLength);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(QPolygonF{{tip, y}, {back, y - px(HeadHalf)}, {back, y + px(HeadHalf)}});
}

void FlowArrow::paint(const FlowMessage &message, const FlowSpan &span, double y, double progress)
{
    if (message.fate == FlowMessage::Fate::Held) {
        paintHeld(message, span, y, progress);
        return;
    }
    const QColor colour = colourOf(message.tone);
    if (progress < 1) {
        paintPackets(message, span, y, progress);
        return;
    }
    const bool rightwards = span.to > span.from;
    if (message.fate == FlowMessage::Fate::Arrived) {
        paintLine(span.from, rightwards ? span.to - px(HeadLength / 2) : span.to + px(HeadLength / 2), y,
                  colour);
        paintHead(span.to, rightwards, y, colour);
        return;
    }
    const double reached = span.from + (span.to - span.from) * std::clamp(message.arrived, 0.04, 0.96);
    QPen rest(m_theme.dimText, std::max(1.0, px(1.2)));
    rest.setDashPattern({2, 4});
    m_painter.setPen(rest);
    m_painter.drawLine(QPointF(reached, y), QPointF(span.to, y));
    paintLine(span.from, reached, y, colour);
    if (message.fate == FlowMessage::Fate::UnderWay) {
        paintHead(reached, rightwards, y, colour);
        return;
    }
    m_painter.setPen(QPen(colour, std::max(1.5, px(2.5)), Qt::SolidLine, Qt::RoundCap));
    const double half = px(CrossHalf);
    m_painter.drawLine(QPointF(reached - half, y - half), QPointF(reached + half, y + half));
    m_painter.drawLine(QPointF(reached - half, y + half), QPointF(reached + half, y - half));
}

/// Large contents travel as a train of packets.
void FlowArrow::paintPackets(const FlowMessage &message, const FlowSpan &span, double y, double progress)
{
    constexpr int MostPackets = 8;
    constexpr double Distance = 0.09; // of the way, from one packet to the next
    const int packets =
        std::min(MostPackets, 1 + int(std::log2(1 + double(message.bytes) / 64'000))); // bytes
    const double reach = progress * (1 + Distance * (packets - 1));
    const QColor colour = colourOf(message.tone);
    QColor way = colour;
    way.setAlphaF(0.3F);
    paintLine(span.from, span.to, y, way);
    const auto at = [&](double share) { return span.from + (span.to - span.from) * share; };
    paintLine(span.from, at(std::min(1.0, reach)), y, colour);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    for (int i = 0; i < packets; ++i) {
        const double share = reach - Distance * i;
        if (share >= 0 && share <= 1)
            m_painter.drawEllipse(QPointF(at(share), y), px(PacketRadius), px(PacketRadius));
    }
}

void FlowArrow::paintHeld(const FlowMessage &message, const FlowSpan &span, double y, double progress)
{
    const double disc = span.to - m_discDistance;
    const QColor colour = colourOf(message.tone);
    paintLine(span.from, span.from + (disc - span.from) * progress, y, colour);
    if (progress < 1) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawEllipse(QPointF(span.from + (disc - span.from) * progress, y), px(PacketRadius),
                              px(PacketRadius));
        return;
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.accent);
    m_painter.drawEllipse(QPointF(disc, y), px(FlowLayout::DiscRadius), px(FlowLayout::DiscRadius));
    QFont bold = m_texts.labelFont();
    bold.setWeight(QFont::Bold);
    m_painter.setFont(bold);
    m_painter.setPen(m_theme.accentText);
    m_painter.drawText(QRectF(disc - px(FlowLayout::DiscRadius), y - px(FlowLayout::DiscRadius),
                              px(2 * FlowLayout::DiscRadius), px(2 * FlowLayout::DiscRadius)),
                       Qt::AlignCenter, QStringLiteral("?"));
    m_painter.setPen(m_theme.accentInk);
    const QFontMetricsF metrics(bold);
    m_painter.drawText(QPointF(disc + px(20), y + px(20) + metrics.ascent() / 2 - metrics.descent() / 2),
                       Words::tr("waiting for your answer"));
}

QColor FlowArrow::colourOf(FlowTone tone) const
{
    switch (tone) {
    case FlowTone::Request:
        return m_theme.accent;
    case FlowTone::Inside:
    case FlowTone::Redirect:
        return m_theme.redirect.text;
    case FlowTone::Success:
        return m_theme.success.text;
    case FlowTone::ClientError:
        return m_theme.clientError.text;
    case FlowTone::ServerError:
        return m_theme.serverError.text;
    }
    return m_theme.text;
}

} // namespace porchlight
