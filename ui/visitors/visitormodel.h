// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"

#include <QAbstractTableModel>
#include <QHash>

#include <map>
#include <vector>

namespace porchlight {

class VisitorNames;

/// The visitors of this share as a table, in the order they came: who, from where, how much. Bounded as
/// Visitors are. GUI thread.
class VisitorModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Device, Address, Requests, Received, LastSeen, Doing, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 50 }; ///< Besides ExchangeModel::VisitorColourRole.

    /// `names` outlives it; a name that is edited goes there.
    explicit VisitorModel(VisitorNames &names, QObject *parent = nullptr);

    /// New exchanges, and later states of running ones.
    void add(const std::vector<Exchange> &exchanges);
    const Visitor &visitorAt(int row) const { return m_visitors.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Running
    {
        QString doing;
        qint64 bytes;
    };
    struct Tally
    {
        qint64 requests = 0;
        qint64 bytes = 0;                   ///< Of answers that ended.
        qint64 lastSeen = 0;                ///< Milliseconds since 1970 UTC.
        std::map<quint64, Running> running; ///< By exchange id; no more than there are connections.

        qint64 allBytes() const;
    };

    void count(const Exchange &exchange, Tally &tally);
    QString text(int row, int column) const;
    QVariant sortKey(int row, int column) const;

    VisitorNames &m_names;
    Visitors m_visitors;
    std::vector<Tally> m_tallies; ///< One a visitor.
};

} // namespace porchlight
