// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contentwidths.h"

#include "ui/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <chrono>

namespace porchlight {

namespace {

/// While rows rush by, a text that is cut for a moment is better than columns that move all the time.
constexpr std::chrono::milliseconds Interval{100};

} // namespace

ContentWidths::ContentWidths(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_widest(size_t(table->model()->columnCount()))
{
    table->horizontalHeader()->setResizeContentsPrecision(0); // what is seen, not a thousand rows
    table->installEventFilter(this);
    m_seen.setSingleShot(true);
    m_seen.setInterval(Interval);
    connect(&m_seen, &QTimer::timeout, this, &ContentWidths::measure);
    const auto note = [this] {
        if (!m_seen.isActive())
            m_seen.start();
    };
    connect(table->model(), &QAbstractItemModel::rowsInserted, this, note);
    connect(table->model(), &QAbstractItemModel::dataChanged, this, note);
    connect(table->model(), &QAbstractItemModel::layoutChanged, this, note);
    connect(table->model(), &QAbstractItemModel::modelReset, this, note);
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ContentWidths::changed);
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, note);
}

bool ContentWidths::isEmpty() const
{
    return std::all_of(m_widest.begin(), m_widest.end(), [](int width) { return width <= 0; });
}

int ContentWidths::of(int column) const
{
    return std::max(m_widest[size_t(column)], ofTitle(column));
}

int ContentWidths::ofTitle(int column) const
{
    QFont strong = m_table->font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const QString title = m_table->model()->headerData(column, Qt::Horizontal).toString();
    const bool isSorted = m_table->horizontalHeader()->sortIndicatorSection() == column;
    return metrics.horizontalAdvance(title) + 2 * Theme::Space3 + (isSorted ? metrics.height() : 0);
}

void ContentWidths::measureAnew()
{
    std::fill(m_widest.begin(), m_widest.end(), 0);
    measure();
}

void ContentWidths::measure()
{
    if (!m_table->isVisible())
        return; // it would look at every row
    const std::vector<int> before = m_widest;
    const QAbstractItemView *const table = m_table;
    for (int column = 0; column < int(m_widest.size()); ++column)
        m_widest[size_t(column)] = std::max(m_widest[size_t(column)], table->sizeHintForColumn(column));
    if (m_widest != before)
        emit changed();
}

bool ContentWidths::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Show && !m_seen.isActive())
        m_seen.start();
    return QObject::eventFilter(watched, event);
}

} // namespace porchlight
