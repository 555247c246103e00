// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visitors/visitorspage.h"

#include "ui/contentwidths.h"
#include "ui/recordingbanner.h"
#include "ui/requestfilter.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/visitordelegate.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitormodel.h"

#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace porchlight {

namespace {

/// In letters of the table's font: how far a column gives way when there is no room for all; 0: not at all.
/// "Now" takes what is left.
constexpr std::array<int, VisitorModel::ColumnCount> Least{30, 12, 17, 0, 0, 0, 14};
/// Which are left out when that is not enough.
constexpr std::array LeftOut{VisitorModel::Device, VisitorModel::LastSeen, VisitorModel::Received,
                             VisitorModel::Address};
/// How often to find out who is away: who is for five minutes need not be known to the second.
constexpr std::chrono::seconds ClockInterval{10};

} // namespace

VisitorsPage::VisitorsPage(VisitorNames &names, QWidget *parent)
    : QWidget(parent)
    , m_liveNames(names)
    , m_names(&names)
    , m_live(new VisitorModel(names, this))
    , m_banner(new RecordingBanner(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_tools(new QWidget(this))
    , m_anonymise(new QPushButton(m_tools))
    , m_table(new QTableView(this))
{
    connect(m_anonymise, &QPushButton::clicked, this,
            [this] { m_names->setAnonymous(!m_names->isAnonymous()); });
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
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_table);
    connect(m_banner, &RecordingBanner::closeRequested, this, &VisitorsPage::recordingClosed);
    connect(&m_clock, &QTimer::timeout, this,
            [this] { m_live->passTo(QDateTime::currentMSecsSinceEpoch()); });
    m_clock.start(ClockInterval);
    setFocusProxy(m_table);
    setUpTable();
}

void VisitorsPage::setUpTable()
{
    showModel(m_live, m_liveNames);
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
    m_table->viewport()->installEventFilter(this);
    // A row is dim as a whole, whichever of its cells have changed.
    connect(m_sorted, &QAbstractItemModel::dataChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    const auto tellCount = [this] { emit countChanged(m_sorted->rowCount()); };
    connect(m_sorted, &QAbstractItemModel::rowsInserted, this, tellCount);
    connect(m_sorted, &QAbstractItemModel::rowsRemoved, this, tellCount);
    connect(m_sorted, &QAbstractItemModel::modelReset, this, tellCount);
    connect(m_table, &QTableView::doubleClicked, this, &VisitorsPage::showRequestsOf);
    m_contents = new ContentWidths(m_table);
    connect(m_contents, &ContentWidths::changed, this, &VisitorsPage::fitColumns);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        // A header resizes its sections on its own account, too.
        if (!m_isFitting && QGuiApplication::mouseButtons() != Qt::NoButton)
            m_areWidthsChosen = true;
    });
    followFont();
}

VisitorsPage::~VisitorsPage()
{
    // It is laid out once more while QWidget's destructor hides it.
    m_table->horizontalHeader()->disconnect(this);
}

void VisitorsPage::followFont()
{
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + Theme::Space3);
    // The style sheet's rule for sections is deaf to the header's font.
    m_table->horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::section { font-size: %1pt; }").arg(m_table->font().pointSizeF() * 0.92));
    m_areWidthsChosen = false;
    m_contents->measureAnew();
    fitColumns();
}

void VisitorsPage::fitColumns()
{
    if (!m_contents || m_areWidthsChosen)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    std::array<int, VisitorModel::ColumnCount> widths{}, least{};
    for (int column = 0; column < VisitorModel::ColumnCount; ++column) {
        const int letters = QFontMetrics(m_table->font()).averageCharWidth() * Least[size_t(column)];
        widths[size_t(column)] = column == VisitorModel::Doing ? letters : m_contents->of(column);
        least[size_t(column)] = std::min(
            widths[size_t(column)], Least[size_t(column)] > 0 ? std::max(letters, m_contents->ofTitle(column))
                                                              : widths[size_t(column)]);
    }
    // As long as nobody has a name it says what the device is.
    if (m_names->isAnonymous() || m_names->given().empty())
        widths[VisitorModel::Device] = least[VisitorModel::Device] = 0;
    const int room = m_table->viewport()->width();
    for (const VisitorModel::Column column : LeftOut) {
        if (std::accumulate(least.begin(), least.end(), 0) > room)
            widths[column] = least[column] = 0;
    }
    int missing = std::accumulate(widths.begin(), widths.end(), -room);
    for (int column = 0; column < VisitorModel::Doing; ++column) {
        const int given = std::clamp(missing, 0, widths[size_t(column)] - least[size_t(column)]);
        missing -= given;
        m_table->setColumnHidden(column, widths[size_t(column)] == 0);
        if (widths[size_t(column)] > 0)
            m_table->setColumnWidth(column, widths[size_t(column)] - given);
    }
}

void VisitorsPage::addBatch(const ExchangeBatch &batch)
{
    m_live->add(batch.exchanges);
}

void VisitorsPage::showModel(VisitorModel *model, VisitorNames &names)
{
    m_sorted->setSourceModel(model);
    disconnect(m_names, nullptr, m_anonymise, nullptr);
    m_names = &names;
    const auto follow = [this] {
        const bool hidden = m_names->isAnonymous();
        m_anonymise->setText(hidden ? tr("Show na&mes") : tr("Anony&mise"));
        m_anonymise->setToolTip(hidden ? tr("Call visitors by their names and devices again")
                                       : tr("Call all visitors by colours, everywhere in the window"));
        fitColumns();
    };
    connect(m_names, &VisitorNames::changed, m_anonymise, follow);
    follow();
}

void VisitorsPage::showRecording(const QString &name, qint64 savedAt, VisitorNames &names)
{
    VisitorModel *const before = std::exchange(m_recorded, new VisitorModel(names, this));
    m_savedAt = savedAt;
    showModel(m_recorded, names);
    delete before;
    m_banner->showName(name);
}

void VisitorsPage::addRecorded(const std::vector<Exchange> &exchanges, qsizetype left)
{
    if (!m_recorded)
        return;
    m_recorded->add(exchanges);
    if (left == 0)
        m_recorded->passTo(m_savedAt > 0 ? m_savedAt : m_recorded->lastSeen());
}

void VisitorsPage::showLive()
{
    showModel(m_live, m_liveNames);
    delete std::exchange(m_recorded, nullptr);
    m_banner->hide();
}

void VisitorsPage::showRequestsOf(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const VisitorModel *const model = m_recorded ? m_recorded : m_live;
    const Visitor &visitor = model->visitorAt(m_sorted->mapToSource(index).row());
    QStringList who{m_names->nameOf(visitor)};
    if (!m_names->isAnonymous() && !visitor.address.isNull()) // several may be at one, or be called the same
        who += visitor.address.toString();
    emit requestsRequested(RequestFilter::textFor(who));
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
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
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
