// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QToolButton;

namespace porchlight {

class TextLabel;

/// One message across the window with a button for each step out of it. A new message replaces the last; any
/// button, or the cross, ends it.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    struct Step
    {
        QString text; ///< With a mnemonic.
        std::function<void()> take;
    };

    enum class Occasion : quint8 {
        Answer, ///< To what a person did: the first button takes the keyboard, unless somebody writes.
        News,   ///< It came by itself: the keyboard stays where it is.
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(const QString &text, const QList<Step> &steps = {},
                     Occasion occasion = Occasion::Answer);
    QString text() const;

private:
    TextLabel *const m_text;
    QHBoxLayout *const m_buttons;
    QToolButton *const m_close;
    QList<QWidget *> m_shownButtons;
};

} // namespace porchlight
