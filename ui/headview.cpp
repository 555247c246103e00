// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headview.h"

#include "ui/fontscale.h"
#include "ui/inspect/headlines.h"
#include "ui/inspect/notecard.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

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
    viewport()->setMouseTracking(true);
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus())
            explain(textCursor().blockNumber());
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { explain(m_explained); });
    new FontScale(this, 0.92, QFont::Normal, FontScale::Family::Fixed);
}

HeadView::~HeadView()
{
    delete m_card;
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
    for (const QByteArray &line : headLines(m_head)) {
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
    explain(m_explained);
}

void HeadView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
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

void HeadView::setNotes(LineNotes notes)
{
    if (notes == m_notes)
        return;
    m_notes = std::move(notes);
    explain(m_explained);
}

void HeadView::explain(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    const QRectF place = placeOf(block);
    if (line < 0 || size_t(line) >= m_notes.size() || !block.isValid() || !isVisible() ||
        place.bottom() < 0 || place.top() > viewport()->height()) {
        stopExplaining();
        return;
    }
    m_explained = line;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.format.setBackground(Theme::current().selection);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections({mark});
    setAccessibleDescription(noteText(m_notes[size_t(line)]));
    if (m_card == nullptr || m_card->parentWidget() != window()) {
        delete m_card;
        m_card = new NoteCard(window());
    }
    m_card->setNote(m_notes[size_t(line)], isCut(block) ? block.text() : QString());
    m_card->showAt(
        {viewport()->mapTo(window(), place.topLeft().toPoint() + QPoint(horizontalScrollBar()->value(), 0)),
         place.size().toSize()});
}

void HeadView::stopExplaining()
{
    m_explained = -1;
    setExtraSelections({});
    setAccessibleDescription({});
    if (m_card != nullptr)
        m_card->hide();
}

void HeadView::explainFocused()
{
    explain(hasFocus() ? textCursor().blockNumber() : -1);
}

void HeadView::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    const int y = event->position().toPoint().y();
    const QTextBlock line = cursorForPosition(event->position().toPoint()).block();
    if (placeOf(line).bottom() < y)
        explainFocused(); // below the last line
    else
        explain(line.blockNumber());
}

void HeadView::leaveEvent(QEvent *event)
{
    QTextEdit::leaveEvent(event);
    explainFocused();
}

void HeadView::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    explainFocused();
}

void HeadView::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    stopExplaining();
}

void HeadView::hideEvent(QHideEvent *event)
{
    QTextEdit::hideEvent(event);
    stopExplaining();
}

void HeadView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_explained >= 0)
        stopExplaining();
    else
        QTextEdit::keyPressEvent(event);
}

} // namespace porchlight
