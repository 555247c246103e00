// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/linenote.h"

#include <QPointer>
#include <QTextEdit>

namespace porchlight {

class NoteCard;

/// A raw head of HTTP, line by line as it was on the wire: the first line set off, field names coloured. What
/// the visitor sent is plain text. Each line is explained where it stands: the one below the pointer and,
/// with the keyboard's focus, the one that the arrow keys have come to; Esc takes the note away. A line that
/// is too long ends in "…"; its note has all of it, and one can scroll and copy.
class HeadView final : public QTextEdit
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Request, Response };

    HeadView(Kind kind, const QString &accessibleName, QWidget *parent = nullptr);
    ~HeadView() override;

    /// `firstLine`: the colour of a response's status line.
    void setHead(const QByteArray &head, const QColor &firstLine = {});
    /// One for each line of the head.
    void setNotes(LineNotes notes);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void render();
    /// Where a line stands in the viewport.
    QRectF placeOf(const QTextBlock &line) const;
    bool isCut(const QTextBlock &line) const;
    void explain(int line); ///< -1: none.
    void explainFocused();
    void stopExplaining();

    const Kind m_kind;
    QByteArray m_head;
    QColor m_firstLine;
    LineNotes m_notes;
    int m_explained = -1;
    QPointer<NoteCard> m_card; ///< A child of the window, so that it can stand out of this view.
};

} // namespace porchlight
