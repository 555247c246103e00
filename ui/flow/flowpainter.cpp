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
constexpr double LineWidth = 2, HeadLength = 9, HeadHalf = 5.5;
constexpr double BarRadius = 4, CrossHalf = 5, PacketRadius = 4.5;
constexpr double TitleBelow = 22, SubtitleBelow = 42; // the card's top
constexpr double FirstOfThree = 15, NextOfThree = 16;
constexpr qsizetype MaxNameLines = 3;
constexpr double BelowCard = 8;
constexpr double FolderBelow = 4;      // its line, the middle of its room
constexpr double SmallestReadable = 5; // pixels of type

constexpr double RoomyCard = 130, BesideTitle = 6;

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

/// "iPhone" and "Safari"; "Android", "phone" and "Chrome"; "12 more" and "visitors": as many lines as it
/// takes, three at most, no longer than they must be.
QStringList inLines(const QString &name, const QFontMetricsF &metrics, double room)
{
    QStringList lines = name.split(QStringLiteral(" · "));
    for (qsizetype i = 0; i < lines.size() && lines.size() < MaxNameLines; ++i) {
        const qsizetype space = lines[i].lastIndexOf(QLatin1Char(' '));
        if (space < 0 || metrics.horizontalAdvance(lines[i]) <= room)
            continue;
        lines.insert(i + 1, lines[i].sliced(space + 1));
        lines[i].truncate(space);
    }
    return lines.first(std::min(lines.size(), MaxNameLines));
}

} // namespace

QString folderOf(const FlowScene &scene, quint64 serial)
{
    const FlowLog &log = *scene.log;
    const bool isThere = serial >= log.first() && serial < log.end();
    const QString own = isThere ? plainText(log.at(serial).exchange.folder) : QString();
    return own.isEmpty() ? scene.folder : own;
}

FlowPainter::FlowPainter(QPainter &painter, const FlowScene &scene, const Theme &theme, FlowTexts &texts,
                         double unit)
    : m_painter(painter)
    , m_scene(scene)
    , m_log(*scene.log)
    , m_layout(*scene.layout)
    , m_theme(theme)
    , m_texts(texts)
    , m_unit(unit)
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
    if (entry.beginsFolder && progressOf({serial, 0}) >= 0)
        paintFolder(serial, entry);
    if (entry.more > 0) {
        if (progressOf({serial, 0}) >= 0)
            paintMore(serial, entry);
        return;
    }
    for (int i = 0; i < int(entry.story.size()); ++i) {
        const FlowPlace place{serial, i};
        const double progress = progressOf(place);
        if (progress < 0)
            continue;
        const FlowMessage &message = entry.story[size_t(i)];
        const Span span = spanOf(entry, message);
        const double y = std::round(px(m_layout.messageY(place)));
        const bool isChosen = m_scene.chosen == place;
        if (isChosen || m_scene.hovered == place)
            paintChoice(message, m_log.captionOf(entry, message), span, y, isChosen);
        if (message.fate == FlowMessage::Fate::Held)
            paintHeld(message, span, y, progress);
        else
            paintArrow(message, span, y, progress);
        if (m_texts.labelFont().pixelSize() >= SmallestReadable)
            paintWords(place, entry, span, y);
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
    paintLine(px(m_layout.laneX(0)), px(m_layout.laneX(m_layout.laneCount() - 1)), y, m_theme.line);
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
    if (story.empty() || story.front().fate == FlowMessage::Fate::Held || progressOf({serial, 0}) < 1)
        return;
    int last = int(story.size()) - 1;
    while (last > 0 && progressOf({serial, last}) < 0)
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

FlowPainter::Span FlowPainter::spanOf(const FlowEntry &entry, const FlowMessage &message) const
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

void FlowPainter::paintChoice(const FlowMessage &message, const QString &caption, const Span &span, double y,
                              bool isChosen)
{
    const auto [left, right] = std::minmax(span.from, span.to);
    const int lines = caption.isEmpty() ? 0 : FlowLayout::captionLines(caption, roomOf(message, span));
    const double above = px(LabelAbove + 10), below = px(lines > 0 ? 6 + FlowLayout::CaptionLine * lines : 7);
    const QRectF around(left + px(2), y - above, right - left - px(4), above + below);
    m_painter.setBrush(isChosen ? m_theme.selection : m_theme.stripe);
    m_painter.setPen(isChosen ? QPen(m_theme.link, 1) : QPen(m_theme.line, 1));
    m_painter.drawRoundedRect(around, px(6), px(6));
}

void FlowPainter::paintLine(double from, double to, double y, const QColor &colour)
{
    const auto [left, right] = std::minmax(from, to);
    const double width = std::max(1.0, std::round(px(LineWidth)));
    m_painter.fillRect(QRectF(left, y - std::floor(width / 2), right - left, width), colour);
}

void FlowPainter::paintHead(double tip, bool rightwards, double y, const QColor &colour)
{
    const double back = rightwards ? tip - px(HeadLength) : tip + px(HeadLength);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(QPolygonF{{tip, y}, {back, y - px(HeadHalf)}, {back, y + px(HeadHalf)}});
}

void FlowPainter::paintArrow(const FlowMessage &message, const Span &span, double y, double progress)
{
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
void FlowPainter::paintPackets(const FlowMessage &message, const Span &span, double y, double progress)
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

void FlowPainter::paintHeld(const FlowMessage &message, const Span &span, double y, double progress)
{
    const double disc = std::max((span.from + span.to) / 2, span.to - px(FlowLayout::DiscDistance));
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

void FlowPainter::paintWords(const FlowPlace &place, const FlowEntry &entry, const Span &span, double y)
{
    const FlowMessage &message = entry.story[size_t(place.message)];
    const bool isHeld = message.fate == FlowMessage::Fate::Held;
    const double to = isHeld ? span.to - px(FlowLayout::DiscDistance + FlowLayout::DiscRadius) : span.to;
    const double middle = (span.from + to) / 2;
    const double room = roomOf(message, span);
    const QString caption = m_log.captionOf(entry, message);
    const int lines = FlowLayout::captionLines(caption, room);
    const FlowTexts::Words &words = m_texts.of(place, message, caption, px(room), lines);
    const bool crossesLanes = m_log.visitorLanes() > 1 && m_scene.chosen != place && m_scene.hovered != place;
    const QColor behind = crossesLanes ? m_theme.card : QColor();
    for (const FlowTexts::Line &line : words.label)
        paintCentred(line, m_texts.labelFont(), m_theme.text, behind, middle, y - px(LabelAbove));
    double below = y + px(CaptionBelow);
    for (const FlowTexts::Line &line : words.caption) {
        paintCentred(line, m_texts.captionFont(), m_theme.dimText, behind, middle, below);
        below += px(FlowLayout::CaptionLine);
    }
}

/// Units.
double FlowPainter::roomOf(const FlowMessage &message, const Span &span) const
{
    return FlowLayout::wordsRoom(message, std::abs(span.to - span.from) / m_unit + FlowLayout::BarWidth / 2);
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

void FlowPainter::paintHeader(double top, quint64 serial)
{
    const int porchlight = m_log.visitorLanes();
    const double right = std::max(px(m_layout.width()), double(m_painter.window().width()));
    m_painter.fillRect(
        QRectF(-1, top, right + 2, px(FlowLayout::CardTop + FlowLayout::CardHeight + BelowCard)),
        m_theme.card);
    for (int lane = 0; lane < m_layout.laneCount(); ++lane) {
        const bool isVisitor = lane < porchlight;
        const double width = px(m_layout.cardWidth(lane));
        const QRectF card(std::round(px(m_layout.laneX(lane)) - width / 2) + 0.5,
                          std::round(top + px(FlowLayout::CardTop)) + 0.5, std::round(width),
                          std::round(px(FlowLayout::CardHeight)));
        m_painter.setPen(QPen(isVisitor ? m_theme.accent : m_theme.line, std::max(1.0, std::floor(px(1.2)))));
        m_painter.setBrush(isVisitor ? m_theme.accentSoft : m_theme.card);
        m_painter.drawRoundedRect(card, px(Theme::CardRadius), px(Theme::CardRadius));

        QStringList lines;
        if (isVisitor) {
            const QString name = m_log.laneName(lane);
            const QFontMetricsF metrics(m_texts.labelFont());
            const double room = width - px(2 * BesideTitle);
            const bool isRoomy =
                m_layout.cardWidth(lane) >= RoomyCard && metrics.horizontalAdvance(name) <= room;
            lines = isRoomy ? QStringList(name) : inLines(name, metrics, room);
            if (lines.size() == 1)
                lines += lane >= m_log.ownLanes() ? Words::tr("visitors (clients)")
                         : isRoomy                ? Words::tr("the visitor (client)")
                                                  : Words::tr("visitor");
        } else if (lane == porchlight) {
            lines = {QStringLiteral("Porchlight"), Words::tr("the web server")};
        } else if (lane == porchlight + 1) {
            const QString folder = folderOf(m_scene, serial);
            lines = {folder.isEmpty() ? Words::tr("The folder") : folder, Words::tr("your folder")};
        } else {
            lines = {Words::tr("The menu"), Words::tr("the database")};
        }
        const auto line = [&](const QFont &font, const QColor &colour, const QString &text, double below) {
            const QFontMetricsF metrics(font);
            m_painter.setFont(font);
            m_painter.setPen(colour);
            const QRectF room(card.left() + px(BesideTitle), card.top() + px(below) - metrics.height() / 2,
                              card.width() - px(2 * BesideTitle), metrics.height());
            m_painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                               metrics.elidedText(text, Qt::ElideRight, room.width()));
        };
        const bool isThree = lines.size() > 2;
        line(m_texts.labelFont(), m_theme.text, lines[0], isThree ? FirstOfThree : TitleBelow);
        for (qsizetype i = 1; i < lines.size(); ++i)
            line(m_texts.captionFont(), m_theme.dimText, lines[i],
                 isThree ? FirstOfThree + NextOfThree * double(i) : SubtitleBelow);
    }
}

double FlowPainter::progressOf(const FlowPlace &place) const
{
    return m_scene.progress ? m_scene.progress(place) : 1;
}

QColor FlowPainter::colourOf(FlowTone tone) const
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
