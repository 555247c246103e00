// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visitors/visitorspage.h"

#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/visitordelegate.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitormodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

/// Widths in letters of the table's font; "Now" takes what is left.
constexpr std::array<int, VisitorModel::ColumnCount> Widths{26, 24, 18, 11, 12, 14, 0};

} // namespace

VisitorsPage::VisitorsPage(VisitorNames &names, QWidget *parent)
    : QWidget(parent)
    , m_names(names)
    , m_model(new VisitorModel(names, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_tools(new QWidget(this))
    , m_anonymise(new QPushButton(tr("Anon&ymise"), m_tools))
    , m_table(new QTableView(this))
{
    m_anonymise->setCheckable(true);
    m_anonymise->setChecked(names.isAnonymous());
    m_anonymise->setToolTip(tr("Call all visitors by colours, everywhere in the window"));
    connect(m_anonymise, &QPushButton::toggled, &names, &VisitorNames::setAnonymous);
    connect(&names, &VisitorNames::changed, m_anonymise,
            [this] { m_anonymise->setChecked(m_names.isAnonymous()); });
    auto *hint = new TextLabel(TextLabel::Role::Note,
                               tr("F2 gives a visitor a name. Enter shows what it asked for."), m_tools);
    hint->setElideMode(Qt::ElideRight);
    auto *line = new QHBoxLayout(m_tools);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Space3);
    line->addWidget(hint, 1);
    line->addWidget(m_anonymise);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    setFocusProxy(m_table);
    setUpTable();
}

void VisitorsPage::setUpTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(VisitorModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Visitors"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(VisitorModel::Name, new VisitorDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(VisitorModel::Doing, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, &VisitorsPage::showRequestsOf);
    followFont();
}

void VisitorsPage::followFont()
{
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + Theme::Space3);
    // The style sheet's rule for sections is deaf to the header's font.
    m_table->horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::section { font-size: %1pt; }").arg(m_table->font().pointSizeF() * 0.92));
    for (int column = 0; column < VisitorModel::ColumnCount; ++column) {
        if (Widths[size_t(column)] == 0)
            continue;
        QFont strong = m_table->font();
        strong.setWeight(QFont::DemiBold);
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int forTitle = QFontMetrics(strong).horizontalAdvance(title) + 2 * Theme::Space3;
        m_table->setColumnWidth(column,
                                std::max(forTitle, metrics.averageCharWidth() * Widths[size_t(column)]));
    }
}

void VisitorsPage::addBatch(const ExchangeBatch &batch)
{
    m_model->add(batch.exchanges);
}

void VisitorsPage::showRequestsOf(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const Visitor &visitor = m_model->visitorAt(m_sorted->mapToSource(index).row());
    // The address is the more exact, but it is not to be seen while they are anonymous.
    emit requestsRequested(m_names.isAnonymous() ? m_names.nameOf(visitor) : visitor.address.toString());
}

void VisitorsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        followFont();
}

bool VisitorsPage::eventFilter(QObject *watched, QEvent *event)
{
    // While a name is being edited Enter ends that, and comes here all the same.
    if (watched == m_table && event->type() == QEvent::KeyPress && !m_table->findChild<QLineEdit *>()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            showRequestsOf(m_table->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace porchlight
