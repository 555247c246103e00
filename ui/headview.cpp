// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headview.h"

#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace porchlight {

namespace {

QTextCharFormat coloured(const QColor &colour, bool bold = false)
{
    QTextCharFormat format;
    format.setForeground(colour);
    if (bold)
        format.setFontWeight(QFont::Bold);
    return format;
}

QList<QByteArray> linesOf(QByteArray head)
{
    if (head.endsWith('\n'))
        head.chop(head.endsWith("\r\n") ? 2 : 1);
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast(); // the empty line that ends a head
    return lines;
}

} // namespace

HeadView::HeadView(Kind kind, const QString &accessibleName, QWidget *parent)
    : QTextEdit(parent)
    , m_kind(kind)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setFrameShape(NoFrame);
    setAcceptRichText(false);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(0);
    followFont();
}

void HeadView::setHead(const QByteArray &head, const QColor &firstLine)
{
    if (head == m_head && firstLine == m_firstLine)
        return;
    m_head = head;
    m_firstLine = firstLine;
    render();
}

void HeadView::render()
{
    const Theme &theme = Theme::current();
    clear();
    QTextCursor cursor(document());
    QTextBlockFormat spacing;
    spacing.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(spacing);
    bool isFirst = true;
    for (const QByteArray &line : linesOf(m_head)) {
        if (!isFirst)
            cursor.insertBlock();
        const qsizetype parts = isFirst ? line.indexOf(' ') : line.indexOf(':') + 1;
        if (isFirst && m_kind == Kind::Response) {
            cursor.insertText(plainText(line),
                              coloured(m_firstLine.isValid() ? m_firstLine : theme.text, true));
        } else {
            const qsizetype split = std::max<qsizetype>(parts, 0);
            cursor.insertText(plainText(line.first(split)),
                              isFirst ? coloured(theme.text, true) : coloured(theme.link));
            cursor.insertText(plainText(line.sliced(split)), coloured(theme.text));
        }
        isFirst = false;
    }
    moveCursor(QTextCursor::Start);
}

void HeadView::followFont()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(QApplication::font().pointSizeF() * 0.92);
    if (mono != font())
        setFont(mono);
}

void HeadView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
    else if (event->type() == QEvent::ApplicationFontChange)
        followFont();
}

QRectF HeadView::placeOf(const QTextBlock &line) const
{
    return document()->documentLayout()->blockBoundingRect(line).translated(-horizontalScrollBar()->value(),
                                                                            -verticalScrollBar()->value());
}

bool HeadView::isCut(const QTextBlock &line) const
{
    const QTextLayout *layout = line.layout();
    const qreal width = layout->lineCount() > 0 ? layout->lineAt(0).naturalTextWidth() : 0;
    return placeOf(line).left() + width > viewport()->width() + 1;
}

void HeadView::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const QString more(QChar(0x2026));
    const int width = fontMetrics().horizontalAdvance(more);
    for (QTextBlock line = document()->begin(); line.isValid(); line = line.next()) {
        const QRectF place = placeOf(line);
        if (place.top() > viewport()->height())
            break;
        if (!isCut(line))
            continue;
        const QRectF end(viewport()->width() - width, place.top(), width, place.height());
        painter.fillRect(end, palette().base());
        painter.setPen(Theme::current().text);
        painter.drawText(end, int(Qt::AlignBottom | Qt::AlignRight), more);
    }
}

bool HeadView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextBlock line = cursorForPosition(help->pos()).block();
    QToolTip::showText(help->globalPos(), isCut(line) ? plainToolTip(line.text()) : QString(), viewport());
    return true;
}

} // namespace porchlight
