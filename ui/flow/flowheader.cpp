// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowheader.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace porchlight {

namespace {

constexpr double TitleBelow = 22, SubtitleBelow = 42; // the card's top
constexpr double FirstOfThree = 15, NextOfThree = 16;
constexpr qsizetype MaxNameLines = 3;
constexpr double BelowCard = 8;
constexpr double RoomyCard = 130, BesideTitle = 6;

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

/// "iPhone" and "Safari"; "Android", "phone" and "Chrome"; "12 more" and "visitors": as many lines as it
/// takes, three at most, no longer than they must be. A number stays with its noun: "Orange", "phone 2"; a
/// hyphen with what it follows: "Android-", "Handy".
QStringList inLines(const QString &name, const QFontMetricsF &metrics, double room)
{
    QStringList lines = name.split(QStringLiteral(" · "));
    for (qsizetype i = 0; i < lines.size() && lines.size() < MaxNameLines; ++i) {
        if (metrics.horizontalAdvance(lines[i]) <= room)
            continue;
        qsizetype space = lines[i].lastIndexOf(QLatin1Char(' '));
        if (space > 0 && lines[i].back().isDigit())
            space = lines[i].lastIndexOf(QLatin1Char(' '), space - 1);
        const qsizetype hyphen = lines[i].lastIndexOf(QLatin1Char('-'), -2);
        if (space < 0 && hyphen < 0)
            continue;
        lines.insert(i + 1, lines[i].sliced(std::max(space, hyphen) + 1));
        lines[i].truncate(hyphen > space ? hyphen + 1 : space);
    }
    return lines.first(std::min(lines.size(), MaxNameLines));
}

} // namespace

void FlowHeader::paint(double top, quint64 serial)
{
    const FlowLog &log = *m_scene.log;
    const FlowLayout &layout = *m_scene.layout;
    const int porchlight = log.visitorLanes();
    const double right = std::max(px(layout.width()), double(m_painter.window().width()));
    m_painter.fillRect(
        QRectF(-1, top, right + 2, px(FlowLayout::CardTop + FlowLayout::CardHeight + BelowCard)),
        m_theme.card);
    for (int lane = 0; lane < layout.laneCount(); ++lane) {
        const bool isVisitor = lane < porchlight;
        const double width = px(layout.cardWidth(lane));
        const QRectF card(std::round(px(layout.laneX(lane)) - width / 2) + 0.5,
                          std::round(top + px(FlowLayout::CardTop)) + 0.5, std::round(width),
                          std::round(px(FlowLayout::CardHeight)));
        m_painter.setPen(QPen(isVisitor ? m_theme.accent : m_theme.line, std::max(1.0, std::floor(px(1.2)))));
        m_painter.setBrush(isVisitor ? m_theme.accentSoft : m_theme.card);
        m_painter.drawRoundedRect(card, px(Theme::CardRadius), px(Theme::CardRadius));

        QStringList lines;
        if (isVisitor) {
            const QString name = log.laneName(lane);
            const QFontMetricsF metrics(m_texts.labelFont());
            const double room = width - px(2 * BesideTitle);
            const bool isRoomy = layout.cardWidth(lane) >= RoomyCard;
            const bool isShared = lane >= log.ownLanes(); // its name says already that they are visitors
            lines =
                metrics.horizontalAdvance(name) <= room ? QStringList(name) : inLines(name, metrics, room);
            if (lines.size() == 1 || (isRoomy && !isShared && lines.size() < MaxNameLines))
                lines += isShared  ? Words::tr("visitors (clients)")
                         : isRoomy ? Words::tr("the visitor (client)")
                                   : Words::tr("visitor");
        } else if (lane == porchlight) {
            lines = {QStringLiteral("Porchlight"), Words::tr("the web server")};
        } else if (lane == porchlight + 1) {
            const QString folder = m_scene.folderOf(serial);
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

} // namespace porchlight
