// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QPushButton;

namespace porchlight {

class SegmentedSwitch;

/// The tools of the flow page, on the line of the page switch.
class FlowTools final : public QWidget
{
    Q_OBJECT
public:
    enum class Shown : quint8 { All, OneVisit };

    explicit FlowTools(QWidget *parent = nullptr);

    Shown shown() const;
    void choose(Shown what);
    /// Whether all there is are a recording's exchanges, or those that happen.
    void setRecorded(bool recorded);

signals:
    void shownChanged(porchlight::FlowTools::Shown what);
    void pngRequested();
    void svgRequested();
    void printRequested();

private:
    SegmentedSwitch *const m_shown;
    QPushButton *const m_save;
};

} // namespace porchlight
