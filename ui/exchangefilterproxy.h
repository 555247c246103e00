// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchangemodel.h"
#include "ui/exchangeorder.h"
#include "ui/requestfilter.h"

#include <QAbstractProxyModel>

#include <vector>

namespace porchlight {

/// The rows of an ExchangeModel that a filter accepts, as they came or sorted by a column. Unlike
/// QSortFilterProxyModel it passes on a batch as one batch whatever the order: at most one removal, one
/// insertion and one change of layout. GUI thread.
class ExchangeFilterProxy final : public QAbstractProxyModel
{
    Q_OBJECT
public:
    explicit ExchangeFilterProxy(ExchangeModel *model, QObject *parent = nullptr);

    void setFilter(const RequestFilter &filter);
    const RequestFilter &filter() const { return m_filter; }
    /// A negative column: as they came.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    const ExchangeOrder &order() const { return m_order; }

    quint64 serialAt(int row) const { return m_rows[size_t(row)]; }
    const Exchange &exchangeAt(int row) const { return m_model->log().at(serialAt(row)); }
    Visitor visitorAt(int row) const { return m_model->visitorOf(serialAt(row)); }
    /// How many rows came later than this one; while they stand as they came.
    int rowsAfter(quint64 serial) const;

    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Serials = std::vector<quint64>;

    void renew();
    void addRows(int first, int last);
    void dropRows(int first, int last);
    void update(const Serials &changed);
    bool accepts(quint64 serial);
    Serials accepted(quint64 from, quint64 to);
    /// Goes over to `rows`, which are in order, by the fewest signals.
    void replaceRows(Serials rows);
    void removeTail(size_t keep);
    void appendRows(const Serials &rows);
    void relayout(Serials rows);
    std::vector<bool> marked(const Serials &rows) const;

    ExchangeModel *const m_model;
    RequestFilter m_filter;
    bool m_acceptsAll = true;
    std::vector<RequestFilter::Words> m_wordsInVisitors; ///< By visitor index, as far as known.
    qint64 m_now = 0;
    ExchangeOrder m_order;
    Serials m_rows;
};

} // namespace porchlight
