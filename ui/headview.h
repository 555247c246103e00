// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace porchlight {

/// A raw head of HTTP, line by line as it was on the wire: the first line set off, field names coloured. What
/// the visitor sent is plain text. A line that is too long ends in "…"; its tool tip has all of it, and one
/// can scroll and copy.
class HeadView final : public QTextEdit
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Request, Response };

    HeadView(Kind kind, const QString &accessibleName, QWidget *parent = nullptr);

    /// `firstLine`: the colour of a response's status line.
    void setHead(const QByteArray &head, const QColor &firstLine = {});

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void render();
    void followFont();
    /// Where a line stands in the viewport.
    QRectF placeOf(const QTextBlock &line) const;
    bool isCut(const QTextBlock &line) const;

    const Kind m_kind;
    QByteArray m_head;
    QColor m_firstLine;
};

} // namespace porchlight
