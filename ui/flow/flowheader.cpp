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
constexpr qsizetype MaxLines = 3;
constexpr double BelowCard = 8;
constexpr double RoomyCard = 130, BesideTitle = 6, BesideTitleInNarrow = 2; // at either side
constexpr double NarrowCard = 90;

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowPainter)
};

/// A name as it is written on a card: what it is called in bold, then with what.
struct Title
{
    QStringList names, notes;
};

/// "iPhone" with "Safari"; "Android", "phone" with "Chrome"; "12 more", "visitors": no more lines than it
/// must be. A number stays with its noun: "Orange", "phone 2"; a hyphen with what it follows: "Android-",
/// "Handy".
Title titleOf(const QString &name, const QFontMetricsF &metrics, double room)
{
    if (metrics.horizontalAdvance(name) <= room)
        return {{name}, {}};
    QStringList parts = name.split(QStringLiteral(" · "));
    Title title{{parts.takeFirst()}, parts};
    const QString whole = title.names.front();
    if (metrics.horizontalAdvance(whole) <= room)
        return title;
    qsizetype space = whole.lastIndexOf(QLatin1Char(' '));
    if (const qsizetype before = whole.lastIndexOf(QLatin1Char(' '), space - 1);
        space > 0 && before > 0 && whole.back().isDigit())
        space = before;
    const qsizetype hyphen = whole.lastIndexOf(QLatin1Char('-'), -2);
    if (space > 0 || hyphen > 0)
        title.names = {whole.first(hyphen > space ? hyphen + 1 : space),
                       whole.sliced(std::max(space, hyphen) + 1)};
    return title;
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

        const double beside = px(layout.cardWidth(lane) < NarrowCard ? BesideTitleInNarrow : BesideTitle);
        const auto titled = [&](const QString &name) {
            return titleOf(name, QFontMetricsF(m_texts.labelFont()), card.width() - 2 * beside);
        };
        Title title;
        if (isVisitor) {
            title = titled(log.laneName(lane));
            const qsizetype lines = title.names.size() + title.notes.size();
            const bool isRoomy = layout.cardWidth(lane) >= RoomyCard;
            const bool isShared = lane >= log.ownLanes(); // its name says already that they are visitors
            if (lines == 1 || (isRoomy && !isShared && lines < MaxLines))
                title.notes += isShared  ? Words::tr("visitors (clients)")
                               : isRoomy ? Words::tr("the visitor (client)")
                                         : Words::tr("visitor");
        } else if (lane == porchlight) {
            title = {{QStringLiteral("Porchlight")}, {Words::tr("the web server")}};
        } else if (lane == porchlight + 1) {
            const QString folder = m_scene.folderOf(serial);
            title = titled(folder.isEmpty() ? Words::tr("The folder") : folder);
            title.notes += Words::tr("your folder");
        } else {
            title = {{Words::tr("The menu")}, {Words::tr("the database")}};
        }
        const double room = card.width() - 2 * beside;
        QFont bold = m_texts.labelFont();
        const auto isWider = [&](const QString &name) {
            return QFontMetricsF(m_texts.labelFont()).horizontalAdvance(name) > room;
        };
        if (std::ranges::any_of(title.names, isWider))
            bold.setPixelSize(m_texts.captionFont().pixelSize());
        const qsizetype lines = std::min(MaxLines, title.names.size() + title.notes.size());
        for (qsizetype i = 0; i < lines; ++i) {
            const bool isName = i < title.names.size();
            const QString text = isName ? title.names[i] : title.notes[i - title.names.size()];
            const double below = lines == MaxLines ? FirstOfThree + NextOfThree * double(i)
                                 : i == 0          ? TitleBelow
                                                   : SubtitleBelow;
            m_painter.setFont(isName ? bold : m_texts.captionFont());
            m_painter.setPen(isName ? m_theme.text : m_theme.dimText);
            const QFontMetricsF metrics(m_painter.font());
            m_painter.drawText(QRectF(card.left() + beside, card.top() + px(below) - metrics.height() / 2,
                                      room, metrics.height()),
                               Qt::AlignCenter | Qt::TextSingleLine,
                               metrics.elidedText(text, Qt::ElideRight, room));
        }
    }
}

} // namespace porchlight
