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

    /// That of the short texts, which take over where there is no room for the long ones.
    QSize minimumSizeHint() const override;

signals:
    void shownChanged(porchlight::FlowTools::Shown what);
    void pngRequested();
    void svgRequested();
    void printRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setTexts(bool isShort);

    SegmentedSwitch *const m_shown;
    QPushButton *const m_save;
    bool m_recorded = false;
    bool m_isShort = false;
};

} // namespace porchlight
