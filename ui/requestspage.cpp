// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestspage.h"

#include "ui/closerlook.h"
#include "ui/exchangefilterproxy.h"
#include "ui/humanunits.h"
#include "ui/inspect/rowactions.h"
#include "ui/inspector.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/requestexport.h"
#include "ui/requesttable.h"
#include "ui/requesttools.h"
#include "ui/theme.h"
#include "ui/visitornames.h"
#include "ui/waterfall/visitlog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace porchlight {

namespace {

constexpr std::chrono::milliseconds TouchInterval{500};
/// Often enough to see a page come in; each time its exchanges are looked up in the whole log.
constexpr std::chrono::milliseconds VisitInterval{200};

} // namespace

RequestsPage::RequestsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new ExchangeModel({}, this))
    , m_proxy(new ExchangeFilterProxy(m_model, this))
    , m_visits(new VisitLog(*m_model, this))
    , m_tools(new RequestTools(this))
    , m_message(new MessageBar(this))
    , m_export(new RequestExport(*m_proxy, *m_message, this))
    , m_table(new RequestTable(m_proxy))
    , m_closerLook(new CloserLook)
    , m_inspector(m_closerLook->inspector())
    , m_rowActions(new RowActions(m_table, m_proxy, m_inspector, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_closerLook);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({375, 263});
    m_table->setMinimumHeight(100);
    m_closerLook->setMinimumHeight(150);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0); // the line below the tools
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_table);

    m_pump.setSingleShot(true);
    m_pump.setInterval(0);
    connect(&m_pump, &QTimer::timeout, this, &RequestsPage::pump);
    m_touch.setInterval(TouchInterval);
    connect(&m_touch, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_paused)
            m_model->touchRunning();
    });
    m_touch.start();

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RequestsPage::inspectCurrent);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    inspectCurrent();
            });
    m_tools->addRowActions(m_rowActions->actions());
    connect(m_inspector, &Inspector::contentWanted, this, &RequestsPage::contentWanted);
    connectTools();
    showEmptyText();

    m_visitTimer.setSingleShot(true);
    m_visitTimer.setInterval(VisitInterval);
    connect(&m_visitTimer, &QTimer::timeout, this, &RequestsPage::showVisit);
    const auto renewVisit = [this] {
        if (m_closerLook->showsVisit() && !m_visitTimer.isActive())
            m_visitTimer.start();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, renewVisit);
    connect(m_model, &QAbstractItemModel::dataChanged, this, renewVisit);
    connect(m_closerLook, &CloserLook::visitTurnedTo, this, &RequestsPage::showVisit);
    connect(m_closerLook, &CloserLook::exchangeChosen, this, &RequestsPage::chooseExchange);
}

RequestsPage::~RequestsPage() = default;

void RequestsPage::connectTools()
{
    connect(m_tools, &RequestTools::filterChanged, this, &RequestsPage::applyFilter);
    connect(m_tools, &RequestTools::filterConfirmed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_tools, &RequestTools::pauseToggled, this, &RequestsPage::setPaused);
    connect(m_tools, &RequestTools::clearRequested, this, &RequestsPage::clear);
    connect(m_tools, &RequestTools::followToggled, m_table, &RequestTable::setFollowing);
    connect(m_tools, &RequestTools::copyRequested, this, &RequestsPage::copyRows);
    connect(m_tools, &RequestTools::csvRequested, m_export, [this] { m_export->choose(ExportFormat::Csv); });
    connect(m_tools, &RequestTools::commonLogRequested, m_export,
            [this] { m_export->choose(ExportFormat::CommonLog); });
    connect(m_tools, &RequestTools::saveRequested, this, &RequestsPage::saveRequested);
    connect(m_tools, &RequestTools::openRequested, this, &RequestsPage::openRequested);
    connect(m_table, &RequestTable::followingChanged, m_tools, &RequestTools::setFollowing);
    connect(m_table, &RequestTable::copyRequested, this, &RequestsPage::copyRows);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_tools, &RequestTools::focusFilter);
}

QWidget *RequestsPage::tools() const
{
    return m_tools;
}

void RequestsPage::addBatch(ExchangeBatch batch)
{
    m_dropped += batch.dropped;
    m_backlog.add(std::move(batch));
    if (!m_pump.isActive())
        pump();
    sayNotShown();
}

void RequestsPage::pump()
{
    if (m_paused) {
        if (m_backlog.settle(SliceSize))
            m_pump.start();
        m_tools->setWaiting(m_backlog.size());
        return;
    }
    m_model->add(m_backlog.take(SliceSize));
    if (!m_backlog.isEmpty())
        m_pump.start();
}

void RequestsPage::setPaused(bool paused)
{
    m_paused = paused;
    m_tools->setWaiting(0);
    pump();
}

void RequestsPage::applyFilter()
{
    m_proxy->setFilter(m_tools->filter());
    showEmptyText();
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
}

void RequestsPage::showEmptyText()
{
    if (m_proxy->filter().acceptsAll())
        m_table->setEmptyText(tr("No requests yet"),
                              tr("Open the address on a phone, and what it asks for shows here."));
    else
        m_table->setEmptyText(tr("Nothing matches the filter"), tr("Press Esc to see all requests."));
}

void RequestsPage::clear()
{
    m_backlog.clear();
    m_model->clear();
    m_visits->clear();
    m_tools->setWaiting(0);
    m_message->hide();
    m_inspector->clear();
    m_closerLook->showVisit({}, 0, m_model->now());
}

void RequestsPage::showContent(quint64 exchange, const QByteArray &content)
{
    m_inspector->showContent(exchange, content);
}

void RequestsPage::inspectCurrent()
{
    // A row that was evicted stays in the inspector for as long as it is read.
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const Exchange &exchange = m_proxy->exchangeAt(current.row());
    m_inspector->showExchange(exchange, narrationNames(m_proxy->visitorAt(current.row()), exchange));
    if (m_closerLook->showsVisit() && !m_visitTimer.isActive())
        showVisit();
}

void RequestsPage::showVisit()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_closerLook->showsVisit())
        return;
    const quint64 id = m_proxy->exchangeAt(current.row()).id;
    m_closerLook->showVisit(m_visits->visitOf(id), id, m_model->now());
}

void RequestsPage::chooseExchange(quint64 id)
{
    for (int row = m_proxy->rowCount() - 1; row >= 0; --row) {
        if (m_proxy->exchangeAt(row).id == id) {
            m_table->selectRow(row);
            return;
        }
    }
}

void RequestsPage::useNames(const VisitorNames &names)
{
    m_names = &names;
    m_model->useNames(names);
}

void RequestsPage::showSession(const Session &session)
{
    if (session.savedAt > 0)
        m_model->stopClock(session.savedAt);
    setFolderName(plainText(session.folder));
    m_table->showAsRecorded();
}

Session RequestsPage::session()
{
    Session session;
    session.folder = m_folderName;
    session.savedAt = m_model->now();
    if (m_names) {
        session.isAnonymous = m_names->isAnonymous();
        if (!session.isAnonymous)
            session.names = m_names->given();
    }
    const ExchangeLog &log = m_model->log();
    const ExchangeLog &waiting = m_backlog.all();
    session.exchanges.reserve(size_t(log.size() + waiting.size()));
    for (quint64 serial = log.first(); serial < log.end(); ++serial)
        session.exchanges.push_back(log.at(serial));
    for (quint64 serial = waiting.first(); serial < waiting.end(); ++serial) {
        const Exchange &exchange = waiting.at(serial);
        if (const auto earlier = log.findRunning(exchange.id))
            session.exchanges[*earlier - log.first()] = exchange;
        else
            session.exchanges.push_back(exchange);
    }
    return session;
}

void RequestsPage::reveal(const Exchange &exchange)
{
    const ExchangeLog &log = m_model->log();
    quint64 serial = log.end();
    while (serial > log.first() && log.at(serial - 1).id != exchange.id)
        --serial;
    if (serial == log.first()) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_inspector->showExchange(exchange, narrationNames(m_model->describe(exchange), exchange));
        return;
    }
    const QModelIndex source = m_model->index(m_model->rowOf(serial - 1), 0);
    if (!m_proxy->mapFromSource(source).isValid())
        m_tools->clearFilter();
    m_table->setFollowing(false);
    m_table->setCurrentIndex(m_proxy->mapFromSource(source));
    m_table->scrollTo(m_table->currentIndex());
}

void RequestsPage::filterBy(const QString &text)
{
    m_tools->setFilterText(text);
}

void RequestsPage::setFolderName(const QString &name)
{
    m_folderName = name;
}

void RequestsPage::copyRows()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < m_proxy->columnCount(); ++column)
            cells += neutralCell(row.siblingAtColumn(column).data().toString());
        lines += cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void RequestsPage::sayNotShown()
{
    const quint64 notShown = m_dropped + m_backlog.lost();
    if (notShown == m_saidNotShown)
        return;
    m_saidNotShown = notShown;
    m_message->showMessage(
        notShown == 1
            ? tr("1 request was not shown: too many at once.")
            : tr("%1 requests were not shown: too many at once.").arg(humanCount(qint64(notShown))));
}

void RequestsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_tools->filter().acceptsAll())
        m_tools->clearFilter();
    else
        QWidget::keyPressEvent(event);
}

void RequestsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, Theme::current().line);
}

void RequestsPage::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("requests/columns"), m_table->saveColumns());
    settings.setValue(QStringLiteral("requests/splitter"), m_splitter->saveState());
}

void RequestsPage::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("requests/splitter")).toByteArray());
    m_table->restoreColumns(settings.value(QStringLiteral("requests/columns")).toByteArray());
}

void RequestsPage::arrangeLike(const RequestsPage &other)
{
    m_splitter->restoreState(other.m_splitter->saveState());
    m_table->restoreColumns(other.m_table->saveColumns());
}

} // namespace porchlight
