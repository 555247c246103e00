// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requesttable.h"

#include "ui/answerdelegate.h"
#include "ui/contentwidths.h"
#include "ui/durationdelegate.h"
#include "ui/exchangefilterproxy.h"
#include "ui/humanunits.h"
#include "ui/rowdelegate.h"
#include "ui/targetdelegate.h"
#include "ui/theme.h"
#include "ui/visitordelegate.h"

#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace porchlight {

namespace {

// Widths in pixels where the font is 16 pixels high; "Asked for" takes what is left, 0 elsewhere: not shown.
using Columns = std::array<int, ExchangeModel::ColumnCount>;
// Of a table without rows.
constexpr Columns Wide{103, 158, 0, 162, 80, 149};
constexpr Columns Narrow{100, 106, 0, 148, 68, 72};
/// With rows the columns fit what they show. "Asked for" keeps this much as long as the others, down to
/// theirs, can give way: then a name is cut, and of an answer the word.
constexpr Columns Least{0, 106, 150, 118, 0, 0};
// Large type on a small screen: who asked for what matters more than when and how much; then the status alone
// has to do, beside the longest word without one, "at the door".
constexpr Columns Large{0, 200, 0, 162, 0, 80};
constexpr Columns Cramped{0, 200, 0, 118, 0, 0};
constexpr int WideFrom = 760;
constexpr int LargeBelow = 900;
constexpr int CrampedBelow = 640;
constexpr int ReferenceHeight = 16;
constexpr int LargeHeight = 20; // of the font

} // namespace

RequestTable::RequestTable(ExchangeFilterProxy *proxy, QWidget *parent)
    : QTableView(parent)
    , m_proxy(proxy)
    , m_newest(new QPushButton(this))
{
    setAccessibleName(tr("Requests"));
    // Before the selection model is there, which would choose a neighbour.
    connect(proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, &RequestTable::leaveRemoved);
    setModel(proxy);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setUpColumns();
    m_contents = new ContentWidths(this);
    connect(m_contents, &ContentWidths::changed, this, &RequestTable::fitColumns);
    followFont();

    m_newest->setToolTip(tr("Show the newest, and keep to it (Ctrl+J)"));
    connect(m_newest, &QPushButton::clicked, this, [this] {
        setFocus(); // the button leaves
        setFollowing(true);
    });
    for (const auto changes : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(proxy, changes, this, &RequestTable::offerNewest);
    connect(proxy, &QAbstractItemModel::layoutChanged, this, &RequestTable::offerNewest);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RequestTable::offerNewest);
    offerNewest();
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &RequestTable::keepToNewest);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestTable::noticeScrolling);
    connect(proxy, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (first == 0)
            holdStill(last + 1);
    });
}

/// What was being read is no longer shown: no other row takes its place.
void RequestTable::leaveRemoved(const QModelIndex &, int first, int last)
{
    const int current = currentIndex().row();
    if (current >= first && current <= last)
        selectionModel()->clearCurrentIndex();
}

void RequestTable::setUpColumns()
{
    setItemDelegate(new RowDelegate(this));
    setItemDelegateForColumn(ExchangeModel::Time, new TimeDelegate(this));
    setItemDelegateForColumn(ExchangeModel::VisitorName, new VisitorDelegate(this));
    setItemDelegateForColumn(ExchangeModel::AskedFor, new TargetDelegate(this));
    setItemDelegateForColumn(ExchangeModel::Answer, new AnswerDelegate(this));
    setItemDelegateForColumn(ExchangeModel::Took, new DurationDelegate(this));

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(48);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ExchangeModel::AskedFor, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_isFitting && column != ExchangeModel::AskedFor)
            noteChosenWidths();
    });
}

void RequestTable::noteChosenWidths()
{
    if (isColumnHidden(ExchangeModel::Time))
        return; // these are for large type only
    m_chosenAtHeight = fontMetrics().height();
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column)
        m_chosenWidths[size_t(column)] = horizontalHeader()->sectionSize(column);
}

RequestTable::Widths RequestTable::contentWidths() const
{
    Widths widths{}, least{};
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column) {
        const int enough = Least[size_t(column)] * fontMetrics().height() / ReferenceHeight;
        widths[size_t(column)] = column == ExchangeModel::AskedFor ? enough : m_contents->of(column);
        least[size_t(column)] = std::max(enough, m_contents->ofTitle(column));
    }
    least[ExchangeModel::Took] = std::max(
        least[ExchangeModel::Took], widths[ExchangeModel::Took] - DurationDelegate::barRoom(fontMetrics()));
    int missing = std::accumulate(widths.begin(), widths.end(), -viewport()->width());
    const auto narrow = [&](int column) {
        int &width = widths[size_t(column)];
        const int given = std::clamp(missing, 0, std::max(0, width - least[size_t(column)]));
        width -= given;
        missing -= given;
    };
    narrow(ExchangeModel::Took);
    for (const int column : {ExchangeModel::Sent, ExchangeModel::Time}) {
        if (missing > 0) // who asked for what, and what came of it, are worth more
            missing -= std::exchange(widths[size_t(column)], 0);
    }
    narrow(ExchangeModel::VisitorName);
    narrow(ExchangeModel::Answer);
    return widths;
}

void RequestTable::fitColumns()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    const int height = fontMetrics().height();
    const int room = viewport()->width() * ReferenceHeight / height;
    const bool isLarge = height >= LargeHeight && room < LargeBelow;
    Widths widths{};
    if (!isLarge && m_chosenAtHeight == 0 && !m_contents->isEmpty()) {
        widths = contentWidths();
    } else {
        const bool isChosen = m_chosenAtHeight > 0 && !isLarge;
        widths = isChosen              ? m_chosenWidths
                 : !isLarge            ? (room >= WideFrom ? Wide : Narrow)
                 : room < CrampedBelow ? Cramped
                                       : Large;
        for (int &width : widths)
            width = width * height / (isChosen ? m_chosenAtHeight : ReferenceHeight);
    }
    for (int column = 0; column < ExchangeModel::ColumnCount; ++column) {
        if (column == ExchangeModel::AskedFor)
            continue;
        setColumnHidden(column, widths[size_t(column)] == 0);
        if (widths[size_t(column)] > 0)
            horizontalHeader()->resizeSection(column, widths[size_t(column)]);
    }
}

void RequestTable::followFont()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Theme::Space3);
    // The style sheet's rule for sections is deaf to the header's font.
    horizontalHeader()->setStyleSheet(
        QStringLiteral("QHeaderView::section { font-size: %1pt; }").arg(font().pointSizeF() * 0.92));
    m_contents->measureAnew();
    fitColumns();
}

void RequestTable::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    m_lastFollowed.reset();
    if (!following && m_proxy->rowCount() > 0)
        m_lastFollowed = m_proxy->serialAt(m_proxy->rowCount() - 1);
    keepToNewest();
    offerNewest();
    emit followingChanged(following);
}

void RequestTable::showAsRecorded()
{
    m_isRecorded = true;
    setFollowing(false);
}

void RequestTable::offerNewest()
{
    const bool isLeft = !m_following && !m_isRecorded && m_proxy->order().isArrival();
    m_newest->setVisible(isLeft);
    if (!isLeft)
        return;
    const int count = m_lastFollowed ? m_proxy->rowsAfter(*m_lastFollowed) : m_proxy->rowCount();
    m_newest->setText(count > 0 ? tr("%1 new ↓").arg(humanCount(count)) : tr("Go on following"));
    m_newest->setAccessibleName(count > 0 ? tr("Go on following, %1 new").arg(humanCount(count))
                                          : m_newest->text());
    m_newest->adjustSize();
    const QRect room = viewport()->geometry();
    m_newest->move(room.center().x() - m_newest->width() / 2,
                   room.bottom() - m_newest->height() - Theme::Space3);
}

void RequestTable::keepToNewest()
{
    // Sorted by something else, the end is not the newest.
    if (m_following && m_proxy->order().isArrival())
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void RequestTable::noticeScrolling(int value)
{
    if (m_proxy->order().isArrival())
        setFollowing(value >= verticalScrollBar()->maximum());
}

/// Rows above were evicted: what is being read stays where it is.
void RequestTable::holdStill(int removedAbove)
{
    if (!m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      removedAbove * verticalHeader()->defaultSectionSize());
}

void RequestTable::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

QByteArray RequestTable::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << horizontalHeader()->saveState() << m_chosenAtHeight
           << QList<int>(m_chosenWidths.begin(), m_chosenWidths.end());
    return state;
}

void RequestTable::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray header;
    int height = 0;
    QList<int> widths;
    stream >> header >> height >> widths;
    if (stream.status() != QDataStream::Ok || widths.size() != ExchangeModel::ColumnCount)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    horizontalHeader()->restoreState(header); // the order of the columns and of the rows
    m_chosenAtHeight = height;
    std::copy(widths.begin(), widths.end(), m_chosenWidths.begin());
    fitColumns();
}

bool RequestTable::event(QEvent *event)
{
    // Ctrl+C means the chosen rows here, whatever else it is in the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        const bool handled = QTableView::event(event);
        followFont();
        return handled;
    }
    return QTableView::event(event);
}

void RequestTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else
        QTableView::keyPressEvent(event);
}

void RequestTable::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
    offerNewest();
}

void RequestTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    const QRect area = viewport()->rect();
    const int line = fontMetrics().height();
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(Theme::current().text);
    painter.drawText(area.adjusted(0, 0, 0, -line), int(Qt::AlignCenter), m_emptyTitle);
    painter.setFont(font());
    painter.setPen(Theme::current().dimText);
    painter.drawText(area.adjusted(0, line, 0, line), int(Qt::AlignCenter), m_emptyHint);
}

} // namespace porchlight
