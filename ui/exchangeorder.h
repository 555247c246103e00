// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <Qt>

#include <vector>

namespace porchlight {

class ExchangeModel;

/// In which order exchanges are shown: as they came, or sorted by a column of ExchangeModel. Rows are named
/// by their serials. Equal ones keep the order in which they came.
class ExchangeOrder final
{
public:
    ExchangeOrder() = default;
    ExchangeOrder(int column, Qt::SortOrder direction)
        : m_column(column)
        , m_direction(direction)
    {}

    bool isArrival() const { return m_column < 0; }

    void sort(std::vector<quint64> &serials, const ExchangeModel &model) const;
    /// Adds `added`, in any order, to `sorted`. Costs a few comparisons an addition, not one a row.
    std::vector<quint64> merged(const std::vector<quint64> &sorted, std::vector<quint64> added,
                                const ExchangeModel &model) const;

    bool operator==(const ExchangeOrder &) const = default;

private:
    struct Key
    {
        qint64 number = 0;
        QByteArrayView bytes; ///< Of the exchange itself.
        QString text;
        quint64 serial = 0;
    };

    Key keyOf(quint64 serial, const ExchangeModel &model) const;
    bool precedes(const Key &a, const Key &b) const;

    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace porchlight
