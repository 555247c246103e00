// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"

#include <QAbstractTableModel>
#include <QHash>

#include <chrono>
#include <map>
#include <vector>

namespace porchlight {

class VisitorNames;

/// The visitors of this share or of a recording as a table, in the order they came: who, from where, how
/// much; also those who are away by now. Bounded: whoever was not seen for longest leaves first. GUI thread.
class VisitorModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Device, Address, Requests, Received, LastSeen, Doing, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 50 }; ///< Besides ExchangeModel's VisitorColourRole and DimRole.

    static constexpr int MaxRows = Visitors::MaxVisitors;
    /// Who has not asked for anything in this long, and receives nothing, is away: long enough to look at a
    /// page or a photo.
    static constexpr std::chrono::minutes HereFor{5};

    /// `names` outlives it; a name that is edited goes there.
    explicit VisitorModel(VisitorNames &names, QObject *parent = nullptr);

    /// New exchanges, and later states of running ones.
    void add(const std::vector<Exchange> &exchanges);
    /// It is `now`, milliseconds since 1970 UTC: finds out who is away.
    void passTo(qint64 now);
    /// When the last of them was seen; 0 before the first.
    qint64 lastSeen() const;
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
        bool isHere = true;

        qint64 allBytes() const;
    };

    using Exchanges = std::vector<Exchange>::const_iterator;

    Exchanges addUntilFull(Exchanges begin, Exchanges end);
    void makeRoom();
    void count(const Exchange &exchange, Tally &tally);
    QString lastSeenText(qint64 lastSeen) const;
    QString text(int row, int column) const;
    QVariant sortKey(int row, int column) const;

    VisitorNames &m_names;
    Visitors m_visitors;
    std::vector<Tally> m_tallies; ///< One a visitor.
    qint64 m_now = 0;
};

} // namespace porchlight
