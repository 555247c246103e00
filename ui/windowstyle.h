// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace porchlight {

/// Fusion, so that the window looks the same everywhere, with mnemonics underlined only while Alt is held.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    WindowStyle();

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;

    /// Check boxes in the theme's colours: Fusion's outline cannot be seen in the dark one.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void underlineMnemonics(bool underline);

    bool m_underlines = false;
};

} // namespace porchlight
