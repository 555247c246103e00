// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangefilterproxy.h"

#include <algorithm>
#include <utility>

namespace porchlight {

ExchangeFilterProxy::ExchangeFilterProxy(ExchangeModel *model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    connect(model, &ExchangeModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(model, &ExchangeModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { dropRows(first, last); });
    connect(model, &ExchangeModel::updated, this, &ExchangeFilterProxy::update);
    connect(model, &ExchangeModel::visitorsRenamed, this, &ExchangeFilterProxy::renew);
    m_rows = accepted(model->log().first(), model->log().end());
}

void ExchangeFilterProxy::setFilter(const RequestFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_acceptsAll = filter.acceptsAll();
    renew();
}

void ExchangeFilterProxy::renew()
{
    m_wordsInVisitors.clear();
    Serials rows = accepted(m_model->log().first(), m_model->log().end());
    m_order.sort(rows, *m_model);
    replaceRows(std::move(rows));
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ExchangeFilterProxy::sort(int column, Qt::SortOrder direction)
{
    const ExchangeOrder order = column < 0 ? ExchangeOrder() : ExchangeOrder(column, direction);
    if (order == m_order)
        return;
    m_order = order;
    Serials rows = m_rows;
    m_order.sort(rows, *m_model);
    replaceRows(std::move(rows));
}

void ExchangeFilterProxy::addRows(int first, int last)
{
    const Serials added = accepted(m_model->serialAt(first), m_model->serialAt(last) + 1);
    if (m_order.isArrival())
        appendRows(added);
    else
        replaceRows(m_order.merged(m_rows, added, *m_model));
}

void ExchangeFilterProxy::dropRows(int, int last)
{
    const quint64 kept = m_model->serialAt(last) + 1;
    Serials rows;
    rows.reserve(m_rows.size());
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                 [=](quint64 s) { return s >= kept; });
    replaceRows(std::move(rows));
}

void ExchangeFilterProxy::update(const Serials &changed)
{
    m_now = m_model->now();
    Serials stay;
    std::copy_if(changed.begin(), changed.end(), std::back_inserter(stay),
                 [this](quint64 s) { return accepts(s); });
    if (!m_acceptsAll || !m_order.isArrival()) {
        // Their places in the order may have changed with them: all are taken out and put in anew.
        const std::vector<bool> isChanged = marked(changed);
        Serials others;
        others.reserve(m_rows.size());
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(others),
                     [&](quint64 s) { return !isChanged[s - m_model->log().first()]; });
        replaceRows(m_order.merged(others, stay, *m_model));
    }
    int first = rowCount();
    int last = -1;
    if (!stay.empty()) {
        const std::vector<bool> isShown = marked(stay);
        for (int row = 0; row < rowCount(); ++row) {
            if (isShown[serialAt(row) - m_model->log().first()]) {
                first = std::min(first, row);
                last = row;
            }
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

bool ExchangeFilterProxy::accepts(quint64 serial)
{
    if (m_acceptsAll)
        return true;
    const int visitor = m_model->visitorIndex(serial);
    const Exchange &exchange = m_model->log().at(serial);
    if (visitor == Visitors::NotRemembered)
        return m_filter.accepts(exchange, m_model->visitorOf(serial), m_now);
    while (m_wordsInVisitors.size() <= size_t(visitor))
        m_wordsInVisitors.push_back(
            m_filter.wordsIn(m_model->rememberedVisitor(int(m_wordsInVisitors.size()))));
    return m_filter.accepts(exchange, m_wordsInVisitors[size_t(visitor)], m_now);
}

ExchangeFilterProxy::Serials ExchangeFilterProxy::accepted(quint64 from, quint64 to)
{
    m_now = m_model->now();
    Serials serials;
    serials.reserve(to - from);
    for (quint64 serial = from; serial < to; ++serial) {
        if (accepts(serial))
            serials.push_back(serial);
    }
    return serials;
}

void ExchangeFilterProxy::replaceRows(Serials rows)
{
    const quint64 first = m_model->log().first();
    const std::vector<bool> isWanted = marked(rows);
    const auto isGone = [&](quint64 serial) { return !isWanted[serial - first]; };
    if (std::any_of(m_rows.begin(), m_rows.end(), isGone)) {
        const auto kept = std::find_if_not(m_rows.begin(), m_rows.end(), isGone);
        if (kept != m_rows.begin() && std::none_of(kept, m_rows.end(), isGone)) {
            beginRemoveRows({}, 0, int(kept - m_rows.begin()) - 1);
            m_rows.erase(m_rows.begin(), kept);
            endRemoveRows();
        } else {
            Serials parted = m_rows;
            const auto gone =
                std::stable_partition(parted.begin(), parted.end(), [&](quint64 s) { return !isGone(s); });
            const size_t keep = size_t(gone - parted.begin());
            if (parted != m_rows)
                relayout(std::move(parted));
            removeTail(keep);
        }
    }
    if (rows.size() > m_rows.size()) {
        const std::vector<bool> isShown = marked(m_rows);
        Serials added;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(added),
                     [&](quint64 s) { return !isShown[s - first]; });
        appendRows(added);
    }
    if (rows != m_rows)
        relayout(std::move(rows));
}

void ExchangeFilterProxy::removeTail(size_t keep)
{
    beginRemoveRows({}, int(keep), rowCount() - 1);
    m_rows.resize(keep);
    endRemoveRows();
}

void ExchangeFilterProxy::appendRows(const Serials &rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

void ExchangeFilterProxy::relayout(Serials rows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    if (!before.isEmpty()) {
        const quint64 first = m_model->log().first();
        std::vector<int> rowOf(size_t(m_model->log().size()), -1);
        for (size_t row = 0; row < rows.size(); ++row)
            rowOf[rows[row] - first] = int(row);
        after.reserve(before.size());
        for (const QModelIndex &index : before)
            after += createIndex(rowOf[serialAt(index.row()) - first], index.column());
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

std::vector<bool> ExchangeFilterProxy::marked(const Serials &rows) const
{
    std::vector<bool> marks(size_t(m_model->log().size()));
    for (const quint64 serial : rows)
        marks[serial - m_model->log().first()] = true;
    return marks;
}

int ExchangeFilterProxy::rowsAfter(quint64 serial) const
{
    return int(m_rows.end() - std::upper_bound(m_rows.begin(), m_rows.end(), serial));
}

QModelIndex ExchangeFilterProxy::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_model->index(m_model->rowOf(serialAt(index.row())), index.column())
                           : QModelIndex();
}

QModelIndex ExchangeFilterProxy::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const quint64 serial = m_model->serialAt(index.row());
    const auto row = m_order.isArrival() ? std::lower_bound(m_rows.begin(), m_rows.end(), serial)
                                         : std::find(m_rows.begin(), m_rows.end(), serial);
    if (row == m_rows.end() || *row != serial)
        return {};
    return createIndex(int(row - m_rows.begin()), index.column());
}

QModelIndex ExchangeFilterProxy::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ExchangeFilterProxy::parent(const QModelIndex &) const
{
    return {};
}

int ExchangeFilterProxy::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExchangeFilterProxy::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ExchangeModel::ColumnCount;
}

QVariant ExchangeFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model->headerData(section, orientation, role);
}

} // namespace porchlight
