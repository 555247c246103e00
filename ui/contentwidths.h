// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

class QTableView;

namespace porchlight {

/// How wide the columns of a table have to be for what was seen in them so far. They grow only: columns that
/// go to and fro while one scrolls are worse than a little room. GUI thread.
class ContentWidths final : public QObject
{
    Q_OBJECT
public:
    /// The table has its model and its delegates, and ends with this or later.
    explicit ContentWidths(QTableView *table);

    bool isEmpty() const; ///< Nothing was seen yet.
    /// In pixels; for the title alone before the first row.
    int of(int column) const;
    /// For the column's title, with the arrow of the order where it stands.
    int ofTitle(int column) const;
    /// The type has changed.
    void measureAnew();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void measure();

    QTableView *const m_table;
    std::vector<int> m_widest; ///< One a column.
    QTimer m_seen;             ///< What is seen has changed.
};

} // namespace porchlight
