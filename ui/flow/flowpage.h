// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"
#include "ui/flow/flowlog.h"
#include "ui/flow/flowvisits.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QPushButton;

namespace porchlight {

class FlowPlayback;
class FlowPlayBar;
class FlowSaving;
class FlowTools;
class FlowView;
class MessageBar;
class TextLabel;
class VisitorNames;

/// Requests and answers as a sequence diagram: live, one visitor, one page visit, or a recording. GUI thread.
class FlowPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowPage(QWidget *parent = nullptr);
    ~FlowPage() override;

    /// As the feed yields them; the page keeps what it needs.
    void addBatch(const ExchangeBatch &batch);
    void setFolderName(const QString &name);
    /// What the live visitors are called; `names` outlives the page.
    void useNames(const VisitorNames &names);

    /// Shows a recording instead of what happens live, until the person goes back to live; needs no server.
    /// `title`: what it is called, "A page and its photos"; `folder`: the name of the folder that was shared
    /// then; `names`: of its visitors, outlives the page. It is empty until addRecorded().
    void showRecording(const QString &title, const QString &folder = {}, const VisitorNames *names = nullptr);
    /// The recording's next exchanges, after which so many are `left`; it can be played once none is.
    void addRecorded(const std::vector<Exchange> &exchanges, qsizetype left);
    void showLive();
    /// Chooses the question of this exchange and brings it into sight, or says that it is drawn no more.
    void reveal(quint64 exchange);

    /// The row of tools, for the line of the page switch.
    QWidget *tools() const;
    /// Nothing moves, for people whom movement disturbs.
    void setReducedMotion(bool reduced);
    /// "Next step" is for a lesson that goes step by step: nextStepRequested().
    void setLessonSteps(bool steps);

signals:
    /// Somebody wants to see this one from near. Without its contents.
    void exchangeChosen(const porchlight::Exchange &exchange);
    /// Somebody went back from a recording to what happens.
    void recordingClosed();
    void nextStepRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeStrip();
    void connectParts();
    bool isLive() const { return !m_recorded && !m_visitLog; }
    const FlowLog &whole() const { return m_recorded ? *m_recorded : m_live; }
    const FlowLog &log() const { return m_visitLog ? *m_visitLog : whole(); }
    void showWhole();
    void showVisits();
    void showLog(std::unique_ptr<FlowLog> visit);
    void showVisit(int index);
    void followNames(const VisitorNames &names);
    bool isPlayable() const { return m_left == 0 && !log().isEmpty(); }
    void refresh();
    void refreshVisits();
    void followVisit();
    void followVisitor();
    void takeOver(const std::vector<quint64> &serials);
    void showVisitor(int visitor);
    void showStrip();
    void loadPlayback();
    void endPlayback();
    void showMoment(bool moving);
    QString folderShown() const;
    QString recordingText() const;

    FlowLog m_live;
    std::unique_ptr<FlowLog> m_recorded;
    std::unique_ptr<FlowLog> m_visitLog;
    bool m_lessonSteps = false;
    std::vector<FlowVisit> m_visits;
    std::optional<quint64> m_visit; // FlowVisit::id
    std::optional<int> m_visitor;   // the only one shown
    QString m_folder, m_recording, m_recordingFolder;
    qsizetype m_recordedCount = 0; // requests of the recording that came
    qsizetype m_left = 0;          // and that are to come
    FlowTools *const m_tools;
    MessageBar *const m_message;
    QWidget *m_strip = nullptr;
    TextLabel *m_stripText = nullptr;
    QComboBox *m_visitList = nullptr;
    QPushButton *m_everyone = nullptr;
    QPushButton *m_toLive = nullptr;
    FlowView *const m_view;
    FlowPlayBar *const m_bar;
    FlowPlayback *const m_playback;
    FlowSaving *const m_saving;
    QTimer m_refresh;
};

} // namespace porchlight
