// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

class QWidget;

namespace porchlight {

/// Keeps a widget's font at a multiple of the application's, also when that changes (projector mode).
class FontScale final : public QObject
{
    Q_OBJECT
public:
    enum class Family : quint8 { Text, Fixed };

    /// Belongs to `widget` and ends with it.
    FontScale(QWidget *widget, qreal factor, QFont::Weight weight = QFont::Normal,
              Family family = Family::Text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QWidget *const m_widget;
    const qreal m_factor;
    const QFont::Weight m_weight;
    const Family m_family;
};

} // namespace porchlight
