// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/waterfall/waterfall.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace porchlight {

class Inspector;
class SegmentedSwitch;
class TextLabel;
class WaterfallView;

/// Below the table: the chosen request from near, or the page visit it belongs to, and what can be done with
/// it. GUI thread.
class CloserLook final : public QWidget
{
    Q_OBJECT
public:
    explicit CloserLook(QWidget *parent = nullptr);

    Inspector *inspector() const { return m_inspector; }
    bool showsVisit() const;
    /// The visit of the chosen exchange; empty: it belongs to none. `now` in milliseconds since 1970 UTC.
    void showVisit(const std::vector<WaterfallEntry> &entries, quint64 chosen, qint64 now);

signals:
    void visitTurnedTo(); ///< The visit is to be shown from now on.
    void exchangeChosen(quint64 id);

protected:
    bool event(QEvent *event) override;

private:
    /// The buttons beside the switch, or below it where there is no room.
    void arrangeLine();

    Inspector *const m_inspector;
    WaterfallView *const m_waterfall;
    TextLabel *const m_noVisit;
    SegmentedSwitch *const m_switch;
    TextLabel *const m_totals;
    QStackedWidget *const m_pages;
    QStackedWidget *const m_visit;
    QBoxLayout *const m_line;
};

} // namespace porchlight
