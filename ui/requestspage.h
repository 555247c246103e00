// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"
#include "server/record/visitors.h"
#include "ui/exchangebacklog.h"
#include "ui/sessionsaving.h"

#include <QTimer>
#include <QWidget>

class QSettings;
class QSplitter;

namespace porchlight {

class ExchangeFilterProxy;
class ExchangeModel;
class CloserLook;
class Inspector;
class MessageBar;
class RequestExport;
class RequestTable;
class RequestTools;
class RowActions;
class VisitLog;
class VisitorNames;
struct Session;

/// The live request table with its tools and the inspector below it. GUI thread.
class RequestsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestsPage(QWidget *parent = nullptr);
    ~RequestsPage() override;

    /// Adds new exchanges and updates running ones: one batch, one update of the table. A batch larger than
    /// SliceSize is taken in over several turns of the event loop.
    void addBatch(ExchangeBatch batch);
    static constexpr qsizetype SliceSize = 2'048;

    /// Calls visitors by these names, which outlive the page.
    void useNames(const VisitorNames &names);
    /// Readies an empty page for a recording, whose exchanges come by addBatch().
    void showSession(const Session &session);
    /// All requests there are, shown or not, as a recording; also those that wait while it is paused.
    Session session();

    /// As if a person had typed it into the filter.
    void filterBy(const QString &text);

    /// The shared folder's name, for the sentences of the inspector.
    void setFolderName(const QString &name);

    /// Chooses the row of this exchange and shows it in the inspector, whatever the filter; one that the
    /// table no longer or never had, in the inspector only.
    void reveal(const Exchange &exchange);

    /// The row of tools (filter, quick filters, Pause, more): MainWindow puts it on the line of the page
    /// switch.
    QWidget *tools() const;

    /// What can be done with chosen rows.
    RowActions *rowActions() const { return m_rowActions; }

    /// What contentWanted() asked for; null when it is not to be had.
    void showContent(quint64 exchange, const QByteArray &content);

    void saveState(QSettings &settings) const; ///< Columns, splitter, sort.
    void restoreState(QSettings &settings);
    /// Columns, splitter and sort as that page has them.
    void arrangeLike(const RequestsPage &other);

signals:
    void saveRequested(porchlight::SessionFormat format);
    void openRequested(); ///< A recording is to be opened.
    void contentWanted(const porchlight::Exchange &exchange);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectTools();
    void pump();
    void setPaused(bool paused);
    void applyFilter();
    void clear();
    void copyRows();
    void sayNotShown();
    void showEmptyText();
    void inspectCurrent();
    void showVisit();
    void chooseExchange(quint64 id);

    ExchangeModel *const m_model;
    ExchangeFilterProxy *const m_proxy;
    VisitLog *const m_visits;
    RequestTools *const m_tools;
    MessageBar *const m_message;
    RequestExport *const m_export;
    const VisitorNames *m_names = nullptr;
    RequestTable *const m_table;
    CloserLook *const m_closerLook;
    Inspector *const m_inspector;
    RowActions *const m_rowActions;
    QSplitter *const m_splitter;
    ExchangeBacklog m_backlog;
    QTimer m_pump;
    QTimer m_touch;
    QTimer m_visitTimer; ///< What belongs to the visit that is shown has changed.
    QString m_folderName;
    bool m_paused = false;
    quint64 m_dropped = 0; ///< By the feed.
    quint64 m_saidNotShown = 0;
};

} // namespace porchlight
