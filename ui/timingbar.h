// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timing.h"

#include <QWidget>

namespace porchlight {

/// The stages of an exchange as one bar, each as long as its share of the time. The same stands as text
/// beside it.
class TimingBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TimingBar(QWidget *parent = nullptr);

    void setParts(const std::vector<TimingPart> &parts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<TimingPart> m_parts;
};

} // namespace porchlight
