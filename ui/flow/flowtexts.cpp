// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowtexts.h"

#include "ui/flow/flowlayout.h"

#include <QFontMetricsF>
#include <QTransform>

#include <algorithm>

namespace porchlight {

namespace {

constexpr double LabelType = 12, CaptionType = 11, SmallestCaptionType = 10; // units

/// A caption as they are; the layout counts characters.
constexpr QLatin1String Specimen("the page, now the phone knows it needs 11 photos");

FlowTexts::Line lineOf(const QString &text, const QFont &font, const QFontMetricsF &metrics)
{
    FlowTexts::Line line{QStaticText(text), {metrics.horizontalAdvance(text), metrics.height()}};
    line.text.setTextFormat(Qt::PlainText);
    line.text.setPerformanceHint(QStaticText::AggressiveCaching);
    line.text.prepare(QTransform(), font);
    return line;
}

/// Breaks between words; the last line is cut.
std::vector<FlowTexts::Line> wrapped(const QString &text, const QFont &font, double width, int most)
{
    const QFontMetricsF metrics(font);
    std::vector<FlowTexts::Line> lines;
    QString rest = text;
    while (!rest.isEmpty()) {
        QString line = rest;
        if (int(lines.size()) + 1 < most) {
            qsizetype end = 0;
            while (end < rest.size()) {
                const qsizetype space = rest.indexOf(QLatin1Char(' '), end + 1);
                const qsizetype next = space < 0 ? rest.size() : space;
                if (metrics.horizontalAdvance(rest.first(next)) > width)
                    break;
                end = next;
            }
            if (end > 0)
                line = rest.first(end);
        }
        rest = int(lines.size()) + 1 < most ? rest.sliced(line.size()).trimmed() : QString();
        lines.push_back(lineOf(metrics.elidedText(line, Qt::ElideRight, width), font, metrics));
    }
    return lines;
}

} // namespace

void FlowTexts::setFont(const QFont &font, double unit)
{
    QFont label = font;
    label.setWeight(QFont::DemiBold);
    label.setPixelSize(std::max(1, qRound(LabelType * unit)));
    if (label == m_label && unit == m_unit)
        return;
    m_unit = unit;
    m_label = label;
    m_caption = font;
    m_caption.setPixelSize(std::max(1, qRound(CaptionType * unit)));
    // A wide typeface is as easy to read a little smaller, and would be cut.
    const double wide = QFontMetricsF(m_caption).horizontalAdvance(Specimen);
    if (wide > FlowLayout::CaptionCharacter * unit * double(Specimen.size()))
        m_caption.setPixelSize(std::max(1, qRound(SmallestCaptionType * unit)));
    clear();
}

void FlowTexts::clear()
{
    m_words.clear();
    m_kept = 0;
}

const FlowTexts::Words &FlowTexts::of(const FlowPlace &place, const FlowMessage &message,
                                      const QString &caption, double room, int captionLines)
{
    if (m_kept > MaxKept)
        clear();
    std::vector<Words> &words = m_words[place.serial];
    if (words.size() <= size_t(place.message))
        words.resize(size_t(place.message) + 1);
    Words &own = words[size_t(place.message)];
    if (own.label.empty() && !message.label.isEmpty()) {
        ++m_kept;
        const QFontMetricsF metrics(m_label);
        // A path says most at its end, a sentence at its beginning.
        const Qt::TextElideMode mode = message.from == FlowParty::Visitor ? Qt::ElideMiddle : Qt::ElideRight;
        own.label = {lineOf(metrics.elidedText(message.label, mode, room), m_label, metrics)};
        own.caption = wrapped(caption, m_caption, room, captionLines);
    }
    return own;
}

void FlowTexts::forget(quint64 serial)
{
    if (const auto words = m_words.constFind(serial); words != m_words.cend()) {
        m_kept -= qsizetype(words->size());
        m_words.erase(words);
    }
}

} // namespace porchlight
