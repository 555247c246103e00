// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangefeed.h"

#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace porchlight {

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

    void addBatch(const ExchangeBatch &batch);
    /// The row of tools, for the line of the page switch.
    QWidget *tools() const { return m_tools; }

signals:
    /// The requests page is to show this visitor only: words for its filter.
    void requestsRequested(const QString &filter);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTable();
    void followFont();
    void showRequestsOf(const QModelIndex &index);

    VisitorNames &m_names;
    VisitorModel *const m_model;
    QSortFilterProxyModel *const m_sorted;
    QWidget *const m_tools;
    QPushButton *const m_anonymise;
    QTableView *const m_table;
};

} // namespace porchlight
