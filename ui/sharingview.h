// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <QWidget>

class QSettings;

namespace porchlight {

class FlowPage;
class LessonBanner;
class Pages;
class RequestsPage;
class RowActions;
class SharePanel;
class TotalsBar;

/// What the window shows once a folder was chosen: the share panel, the pages beside it, the totals below
/// them.
class SharingView final : public QWidget
{
    Q_OBJECT
public:
    explicit SharingView(QWidget *parent = nullptr);

    SharePanel *panel() const { return m_panel; }
    void setPanelVisible(bool visible);
    TotalsBar *totals() const { return m_totals; }
    RowActions *rowActions() const;
    void addBatch(ExchangeBatch batch);

    void setFolderName(const QString &name);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

private:
    SharePanel *const m_panel;
    QWidget *const m_panelEdge;
    LessonBanner *const m_lessonBanner;
    Pages *const m_pages;
    RequestsPage *const m_requests;
    FlowPage *const m_flow;
    TotalsBar *const m_totals;
};

} // namespace porchlight
