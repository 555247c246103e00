// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowpainter.h"

#include "ui/humanunits.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

// Units, measured in the design's picture.
constexpr double LabelAbove = 12, CaptionBelow = 12.5;
constexpr double BarRadius = 4;
constexpr double FolderBelow = 4;      // its line, the middle of its room
constexpr double SmallestReadable = 5; // pixels of type

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

} // namespace

FlowPainter::FlowPainter(QPainter &painter, const FlowScene &scene, const Theme &theme, FlowTexts &texts,
                         double unit)
    : FlowPart(painter, theme, texts, unit)
    , m_scene(scene)
    , m_log(*scene.log)
    , m_layout(*scene.layout)
    , m_arrow(*this, px(m_layout.discDistance()))
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void FlowPainter::paintLifelines(double top, double bottom)
{
    QPen pen(m_theme.line, std::max(1.0, px(1.5)));
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2, 2.7});
    pen.setDashOffset(top / pen.widthF()); // the dashes scroll along
    m_painter.setPen(pen);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    for (int lane = 0; lane < m_layout.laneCount(); ++lane) {
        const double x = std::round(px(m_layout.laneX(lane)));
        m_painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void FlowPainter::paintEntries(double top, double bottom)
{
    if (m_log.isEmpty())
        return;
    const quint64 last = m_layout.entryAt(bottom / m_unit);
    for (quint64 serial = m_layout.entryAt(top / m_unit); serial <= last; ++serial)
        paintEntry(serial);
}

void FlowPainter::paintEntry(quint64 serial)
{
    const FlowEntry &entry = m_log.at(serial);
    if (entry.beginsFolder && m_scene.progressOf({serial, 0}) >= 0)
        paintFolder(serial, entry);
    if (entry.more > 0) {
        if (m_scene.progressOf({serial, 0}) >= 0)
            paintMore(serial, entry);
        return;
    }
    for (int i = 0; i < int(entry.story.size()); ++i) {
        const FlowPlace place{serial, i};
        const double progress = m_scene.progressOf(place);
        if (progress < 0)
            continue;
        const FlowMessage &message = entry.story[size_t(i)];
        const FlowSpan span = spanOf(entry, message);
        const double y = std::round(px(m_layout.messageY(place)));
        const bool isChosen = m_scene.chosen == place;
        if (isChosen || m_scene.hovered == place)
            paintChoice(entry, message, span, y, isChosen);
        m_arrow.paint(message, span, y, progress);
        if (m_texts.labelFont().pixelSize() >= SmallestReadable)
            paintWords(place, entry, y);
    }
    paintBar(serial, entry);
}

void FlowPainter::paintMore(quint64 serial, const FlowEntry &entry)
{
    const double top = m_layout.top(serial) + (entry.beginsFolder ? FlowLayout::FolderHeight : 0);
    paintPill(Words::tr("+ %1 more").arg(humanCount(qint64(entry.more))),
              px((top + m_layout.bottom(serial)) / 2));
}

/// Which folder answers from here on.
void FlowPainter::paintFolder(quint64 serial, const FlowEntry &entry)
{
    const double y = std::round(px(m_layout.top(serial) + FlowLayout::FolderHeight / 2 + FolderBelow));
    m_arrow.paintLine(px(m_layout.laneX(0)), px(m_layout.laneX(m_layout.laneCount() - 1)), y, m_theme.line);
    const QString name = plainText(entry.exchange.folder);
    paintPill(
        name.isEmpty() ? Words::tr("Another folder from here on") : Words::tr("Now sharing %1").arg(name), y);
}

void FlowPainter::paintPill(const QString &text, double y)
{
    const double middle = px((m_layout.laneX(0) + m_layout.laneX(m_log.visitorLanes())) / 2);
    m_painter.setFont(m_texts.labelFont());
    const QFontMetricsF metrics(m_texts.labelFont());
    const QSizeF size(metrics.horizontalAdvance(text) + px(24), metrics.height() + px(8));
    const QRectF pill(middle - size.width() / 2, y - size.height() / 2, size.width(), size.height());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.accentSoft);
    m_painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    m_painter.setPen(m_theme.accentInk);
    m_painter.drawText(pill, Qt::AlignCenter, text);
}

void FlowPainter::paintBar(quint64 serial, const FlowEntry &entry)
{
    const FlowStory &story = entry.story;
    if (story.empty() || story.front().fate == FlowMessage::Fate::Held || m_scene.progressOf({serial, 0}) < 1)
        return;
    int last = int(story.size()) - 1;
    while (last > 0 && m_scene.progressOf({serial, last}) < 0)
        --last;
    const double x = px(m_layout.laneX(m_log.visitorLanes()));
    const double top = std::round(px(m_layout.messageY({serial, 0})));
    double bottom = std::round(px(m_layout.messageY({serial, last})));
    const bool goesOn = entry.isEvent || entry.exchange.isRunning() || last + 1 < int(story.size());
    if (goesOn)
        bottom = std::max(bottom + px(10), top + px(20));
    m_painter.setPen(QPen(m_theme.accent, std::max(1.0, px(1))));
    m_painter.setBrush(m_theme.accentSoft);
    m_painter.drawRoundedRect(
        QRectF(x - px(FlowLayout::BarWidth / 2), top, px(FlowLayout::BarWidth), bottom - top), px(BarRadius),
        px(BarRadius));
}

FlowSpan FlowPainter::spanOf(const FlowEntry &entry, const FlowMessage &message) const
{
    const int porchlight = m_log.visitorLanes();
    const int from = m_layout.laneOf(m_log, entry, message.from);
    const int to = m_layout.laneOf(m_log, entry, message.to);
    const auto end = [&](int lane, int other) {
        const double half = lane == porchlight ? FlowLayout::BarWidth / 2 : 0;
        return px(m_layout.laneX(lane) + (other < lane ? -half : half));
    };
    return {end(from, to), end(to, from)};
}

void FlowPainter::paintChoice(const FlowEntry &entry, const FlowMessage &message, const FlowSpan &span,
                              double y, bool isChosen)
{
    const auto [left, right] = std::minmax(span.from, span.to);
    const QString caption = m_log.captionOf(entry, message);
    const double room = m_layout.roomOf(m_log, entry, message).longest;
    const int lines = caption.isEmpty() ? 0 : FlowLayout::captionLines(caption, room);
    const double above = px(LabelAbove + 10), below = px(lines > 0 ? 6 + FlowLayout::CaptionLine * lines : 7);
    const QRectF around(left + px(2), y - above, right - left - px(4), above + below);
    m_painter.setBrush(isChosen ? m_theme.selection : m_theme.stripe);
    m_painter.setPen(isChosen ? QPen(m_theme.link, 1) : QPen(m_theme.line, 1));
    m_painter.drawRoundedRect(around, px(6), px(6));
}

void FlowPainter::paintWords(const FlowPlace &place, const FlowEntry &entry, double y)
{
    const FlowMessage &message = entry.story[size_t(place.message)];
    const FlowRoom room = m_layout.roomOf(m_log, entry, message);
    const QString caption = m_log.captionOf(entry, message);
    const int lines = caption.isEmpty() ? 0 : FlowLayout::captionLines(caption, room.longest);
    const FlowTexts::Words &words = m_texts.of(place, message, caption, px(room.longest), lines);
    const bool isOutstanding = m_scene.chosen == place || m_scene.hovered == place;
    const QColor behind = m_layout.laneCount() > 3 && !isOutstanding ? m_theme.card : QColor();
    const auto middleOf = [&](const FlowTexts::Line &line) {
        return px(room.middleOf(line.size.width() / m_unit));
    };
    for (const FlowTexts::Line &line : words.label)
        paintCentred(line, m_texts.labelFont(), m_theme.text, behind, middleOf(line), y - px(LabelAbove));
    double below = y + px(CaptionBelow);
    for (const FlowTexts::Line &line : words.caption) {
        paintCentred(line, m_texts.captionFont(), m_theme.dimText, behind, middleOf(line), below);
        below += px(FlowLayout::CaptionLine);
    }
}

/// `behind`, where it is a colour, hides the lifelines that the words stand on.
void FlowPainter::paintCentred(const FlowTexts::Line &line, const QFont &font, const QColor &colour,
                               const QColor &behind, double x, double y)
{
    const QPointF corner(std::round(x - line.size.width() / 2), std::round(y - line.size.height() / 2));
    if (behind.isValid())
        m_painter.fillRect(QRectF(corner, line.size).adjusted(-px(2), px(2), px(2), -px(2)), behind);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawStaticText(corner, line.text);
}

} // namespace porchlight
