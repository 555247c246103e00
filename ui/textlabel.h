// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace porchlight {

/// Plain text in one of the window's type sizes, all relative to the application's font: so it grows with it
/// in projector mode. Never interprets HTML.
class TextLabel final : public QLabel
{
    Q_OBJECT
public:
    enum class Role : quint8 {
        Headline, ///< The start page's sentence.
        Address,  ///< The address to type.
        Result,   ///< What a class waited for.
        Prompt,   ///< An invitation, a little larger than normal.
        Lead,     ///< The sentence below a headline.
        Strong,   ///< A name or a card's title.
        Normal,
        Dim,    ///< Secondary text of normal size.
        Note,   ///< Small secondary text.
        Figure, ///< Small and strong, beside a Note.
    };

    explicit TextLabel(Role role, const QString &text = {}, QWidget *parent = nullptr);

    /// Cuts text that does not fit, with "…", instead of asking for more room; the tool tip has all of it.
    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_elideMode = Qt::ElideNone;
};

} // namespace porchlight
