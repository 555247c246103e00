// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fittedtext.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlockFormat>
#include <QTextCursor>

#include <cmath>

namespace porchlight {

FittedText::FittedText(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    setMinimumWidth(80);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &FittedText::fit);
}

void FittedText::setPieces(const Narration &pieces)
{
    if (pieces == m_pieces)
        return;
    m_pieces = pieces;
    clear();
    QTextCursor cursor(document());
    QTextBlockFormat lines;
    lines.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(lines);
    for (const NarrationPiece &piece : pieces) {
        QTextCharFormat format;
        format.setFontWeight(piece.bold ? QFont::DemiBold : QFont::Normal);
        cursor.insertText(piece.text, format);
    }
    fit();
}

void FittedText::fit()
{
    setFixedHeight(int(std::ceil(document()->size().height())));
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

} // namespace porchlight
