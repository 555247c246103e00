// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answerdelegate.h"

#include "ui/answer.h"
#include "ui/exchangemodel.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace porchlight {

namespace {

const Theme::Pill &pillOf(AnswerTone tone)
{
    const Theme &theme = Theme::current();
    switch (tone) {
    case AnswerTone::Running:
        return theme.running;
    case AnswerTone::Success:
        return theme.success;
    case AnswerTone::Redirect:
        return theme.redirect;
    case AnswerTone::ClientError:
        return theme.clientError;
    case AnswerTone::ServerError:
        break;
    }
    return theme.serverError;
}

int insetOf(const QFontMetrics &metrics)
{
    return metrics.height() * 3 / 5;
}

} // namespace

QFont AnswerDelegate::wordFont(const QFont &rowFont)
{
    return variant(rowFont, 0.9, QFont::DemiBold);
}

int AnswerDelegate::contentWidth(const QFont &font, const QModelIndex &index) const
{
    const QFontMetrics metrics(wordFont(font));
    return metrics.horizontalAdvance(index.data().toString()) + 2 * insetOf(metrics);
}

void AnswerDelegate::paintCell(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const Theme::Pill &pill = pillOf(AnswerTone(index.data(ExchangeModel::ToneRole).toInt()));
    QString text = index.data().toString();
    painter->setFont(wordFont(painter->font()));
    const QFontMetrics metrics = painter->fontMetrics();
    const int inset = insetOf(metrics);
    if (const int room = cell.width() - 2 * inset;
        metrics.horizontalAdvance(text) > room &&
        index.data(ExchangeModel::ToneRole).toInt() != int(AnswerTone::Running))
        text = text.section(QLatin1Char(' '), 0, 0); // rather the code alone than half its word
    QRect capsule(cell.left(), 0, std::min(metrics.horizontalAdvance(text) + 2 * inset, cell.width()),
                  metrics.height() + 2);
    capsule.moveTop(cell.top() + (cell.height() - capsule.height()) / 2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pill.background);
    painter->drawRoundedRect(capsule, capsule.height() / 2.0, capsule.height() / 2.0);
    painter->setPen(pill.text);
    paintText(painter, capsule.adjusted(inset, 0, 1 - inset, 0), text);
}

} // namespace porchlight
