// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"
#include "server/session/session.h"
#include "server/transport/requestsender.h"
#include "ui/sessionsaving.h"

#include <QPointer>
#include <QWidget>

class QSettings;
class QStackedWidget;

namespace porchlight {

class MessageBar;
class RecordingBanner;
class RequestsPage;
class RowActions;
class VisitorNames;

/// The live requests or, while a recording is open, those of the recording in their place, below a line that
/// says so. The live ones go on being collected meanwhile. GUI thread.
class RequestViews final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestViews(const VisitorNames &names, QWidget *parent = nullptr);
    ~RequestViews() override;

    /// The tools of what is shown, for the line of the page switch.
    QWidget *tools() const;
    RequestsPage *live() const { return m_live; }
    RequestsPage *shown() const { return m_recorded ? m_recorded : m_live; }

    void addBatch(ExchangeBatch batch);
    void setFolderName(const QString &name);

    /// `names`: those of the recording's visitors; they outlive this. Its exchanges come by addRecorded().
    void showRecording(const Session &session, const QString &name, const VisitorNames &names);
    void addRecorded(const std::vector<Exchange> &exchanges);
    /// What came back for the last draft.
    void showAnswer(const DraftAnswer &answer);
    /// What contentWanted() asked for; null when it is not to be had.
    void showContent(quint64 exchange, const QByteArray &content);
    void backToLive();
    /// Shows the way back to Flow, until somebody takes it or another page is shown.
    void offerFlow();

    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

signals:
    void sendRequested(const porchlight::RequestDraft &draft);
    void stopSendingRequested();
    void contentWanted(const porchlight::Exchange &exchange); ///< Of a live exchange.
    void flowRequested(const porchlight::Exchange &exchange);
    void saveRequested(porchlight::SessionFormat format); ///< All that is shown.
    void openRequested();                                 ///< A recording is to be opened.
    void recordingClosed();
    void backToFlowRequested();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void connectPage(RequestsPage *page);

    RequestsPage *const m_live;
    RequestsPage *m_recorded = nullptr;
    QPointer<RowActions> m_sending; ///< Whose draft was sent last.
    QStackedWidget *const m_tools;
    QStackedWidget *const m_pages;
    RecordingBanner *const m_banner;
    MessageBar *const m_fromFlow;
};

} // namespace porchlight
