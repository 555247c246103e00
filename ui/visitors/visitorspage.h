// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace porchlight {

class ContentWidths;
class RecordingBanner;
class VisitorModel;
class VisitorNames;

/// The visitors as a table: F2 names one, a double click or Enter shows what one asked for; and the switch
/// that makes all of them anonymous. GUI thread.
class VisitorsPage final : public QWidget
{
    Q_OBJECT
public:
    /// `names` outlives it.
    explicit VisitorsPage(VisitorNames &names, QWidget *parent = nullptr);
    ~VisitorsPage() override;

    void addBatch(const ExchangeBatch &batch);
    /// Shows the visitors of a recording instead, until showLive(). `name`: of the recording; `savedAt`:
    /// milliseconds since 1970 UTC, 0 when nothing tells; `names` outlives the page. Empty until
    /// addRecorded().
    void showRecording(const QString &name, qint64 savedAt, VisitorNames &names);
    /// The recording's next exchanges, after which so many are `left`.
    void addRecorded(const std::vector<Exchange> &exchanges, qsizetype left);
    void showLive();
    /// The row of tools, for the line of the page switch.
    QWidget *tools() const { return m_tools; }

signals:
    /// The requests page is to show this visitor only: words for its filter.
    void requestsRequested(const QString &filter);
    void recordingClosed();
    void countChanged(int visitors); ///< Of those shown.

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void followFont();
    void fitColumns();
    void showModel(VisitorModel *model, VisitorNames &names);
    void showRequestsOf(const QModelIndex &index);

    VisitorNames &m_liveNames;
    VisitorNames *m_names; ///< Of those shown.
    VisitorModel *const m_live;
    VisitorModel *m_recorded = nullptr;
    qint64 m_savedAt = 0;
    RecordingBanner *const m_banner;
    QTimer m_clock;
    QSortFilterProxyModel *const m_sorted;
    QWidget *const m_tools;
    QPushButton *const m_anonymise;
    QTableView *const m_table;
    ContentWidths *m_contents = nullptr;
    bool m_areWidthsChosen = false; ///< By hand.
    bool m_isFitting = false;
};

} // namespace porchlight
