// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"
#include "ui/sharingstate.h"

#include <QWidget>

#include <memory>

class QSettings;

namespace porchlight {

class FlowPage;
class LessonBanner;
class MessageBar;
class Pages;
class ProjectorBar;
class RecordingSlices;
class RequestViews;
class SessionSaving;
class SharePanel;
class TotalsBar;
class VisitorNames;
class VisitorsPage;
struct Session;

/// What the window shows once a folder was chosen: the share panel, the pages beside it, the totals below
/// them.
class SharingView final : public QWidget
{
    Q_OBJECT
public:
    explicit SharingView(QWidget *parent = nullptr);

    SharePanel *panel() const { return m_panel; }
    void setPanelVisible(bool visible);
    ProjectorBar *projectorBar() const { return m_projectorBar; }
    TotalsBar *totals() const { return m_totals; }
    RequestViews *requests() const { return m_requests; }
    void addBatch(ExchangeBatch batch);
    void showState(SharingState state);

    void setReducedMotion(bool reduced);
    /// Shows the recording in place of what is live, until the person goes back.
    void showRecording(std::shared_ptr<const Session> session, const QString &name);
    void showFlow();

    void setFolderName(const QString &name);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

signals:
    void openRecordingRequested();
    void recordingClosed();

private:
    void addShortcuts();

    VisitorNames *const m_names;         ///< Of the live visitors.
    VisitorNames *const m_recordedNames; ///< Of a recording's.
    SharePanel *const m_panel;
    QWidget *const m_panelEdge;
    ProjectorBar *const m_projectorBar; ///< Hidden at first.
    LessonBanner *const m_lessonBanner;
    MessageBar *const m_message; ///< Above all pages.
    Pages *const m_pages;
    RequestViews *const m_requests;
    FlowPage *const m_flow;
    VisitorsPage *const m_visitors;
    TotalsBar *const m_totals;
    SessionSaving *const m_saving;
    RecordingSlices *const m_slices; ///< Of the recording.
};

} // namespace porchlight
