// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowpage.h"

#include "ui/flow/flowplayback.h"
#include "ui/flow/flowplaybar.h"
#include "ui/flow/flowsaving.h"
#include "ui/flow/flowtools.h"
#include "ui/flow/flowview.h"
#include "ui/humanunits.h"
#include "ui/messagebar.h"
#include "ui/separator.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/visitornames.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

/// Summing up and grouping looks at everything that is kept; as often as numbers can be read.
constexpr std::chrono::milliseconds RefreshInterval{250};
constexpr int MaxVisitsListed = 200;

} // namespace

FlowPage::FlowPage(QWidget *parent)
    : QWidget(parent)
    , m_tools(new FlowTools(this))
    , m_message(new MessageBar(this))
    , m_view(new FlowView(this))
    , m_bar(new FlowPlayBar(this))
    , m_playback(new FlowPlayback(this))
    , m_saving(new FlowSaving(*m_message, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0); // the line below the tools
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(makeStrip());
    column->addWidget(m_view, 1);
    column->addWidget(new Separator(Qt::Horizontal, this));
    column->addWidget(m_bar);
    setTabOrder(m_visitList, m_everyone);
    setTabOrder(m_everyone, m_toLive);
    setTabOrder(m_toLive, m_view);
    setFocusProxy(m_view);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshInterval);
    connectParts();
    m_view->showLog(m_live, true);
    refresh();
}

FlowPage::~FlowPage() = default;

QWidget *FlowPage::makeStrip()
{
    m_strip = new QWidget(this);
    m_stripText = new TextLabel(TextLabel::Role::Dim, {}, m_strip);
    m_stripText->setElideMode(Qt::ElideRight);
    m_visitList = new QComboBox(m_strip);
    m_visitList->setAccessibleName(tr("Page visit"));
    m_visitList->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_visitList->setMinimumContentsLength(20);
    m_everyone = new QPushButton(tr("Show everyone"), m_strip);
    m_toLive = new QPushButton(m_strip);
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    row->setSpacing(Theme::Space3);
    row->addWidget(m_stripText);
    row->addWidget(m_visitList, 1);
    row->addStretch();
    row->addWidget(m_everyone);
    row->addWidget(m_toLive);
    return m_strip;
}

void FlowPage::connectParts()
{
    connect(&m_refresh, &QTimer::timeout, this, &FlowPage::refresh);
    connect(m_tools, &FlowTools::shownChanged, this,
            [this](FlowTools::Shown what) { what == FlowTools::Shown::All ? showWhole() : showVisits(); });
    connect(m_tools, &FlowTools::pngRequested, this,
            [this] { m_saving->choose(log(), folderShown(), FlowSaving::Format::Png); });
    connect(m_tools, &FlowTools::svgRequested, this,
            [this] { m_saving->choose(log(), folderShown(), FlowSaving::Format::Svg); });
    connect(m_tools, &FlowTools::printRequested, this, [this] { m_saving->print(log(), folderShown()); });
    connect(m_visitList, &QComboBox::currentIndexChanged, this, &FlowPage::showVisit);
    connect(m_toLive, &QPushButton::clicked, this, &FlowPage::showLive);
    connect(m_everyone, &QPushButton::clicked, this, &FlowPage::showWhole);
    connect(m_view, &FlowView::exchangeChosen, this, &FlowPage::exchangeChosen);
    connect(m_view, &FlowView::visitorChosen, this,
            [this](int visitor) { m_visitor == visitor ? showWhole() : showVisitor(visitor); });

    connect(m_bar, &FlowPlayBar::playToggled, this, [this] {
        if (m_playback->isPlaying())
            return m_playback->pause();
        loadPlayback();
        m_playback->play();
    });
    connect(m_bar, &FlowPlayBar::stepRequested, this, [this] {
        if (m_lessonSteps && !m_recorded && !m_playback->isLoaded()) {
            emit nextStepRequested();
            return;
        }
        m_playback->pause();
        loadPlayback();
        m_playback->next();
    });
    connect(m_bar, &FlowPlayBar::sought, this, [this](double share) {
        m_playback->pause();
        loadPlayback();
        m_playback->seek(share);
    });
    connect(m_bar, &FlowPlayBar::speedChanged, m_playback, &FlowPlayback::setSpeed);
    connect(m_playback, &FlowPlayback::playingChanged, m_bar, &FlowPlayBar::setPlaying);
    connect(m_playback, &FlowPlayback::moved, this, &FlowPage::showMoment);
}

void FlowPage::addBatch(const ExchangeBatch &batch)
{
    if (batch.exchanges.empty())
        return;
    const FlowLog::Changes changes = m_live.add(batch.exchanges);
    if (isLive())
        m_view->noteChanges(changes);
    m_bar->setPlayable(isPlayable());
    if (!m_refresh.isActive())
        m_refresh.start();
}

void FlowPage::setFolderName(const QString &name)
{
    m_folder = name;
    m_view->setFolderName(folderShown());
}

void FlowPage::useNames(const VisitorNames &names)
{
    m_live.useNames(names);
    followNames(names);
}

void FlowPage::followNames(const VisitorNames &names)
{
    connect(&names, &VisitorNames::changed, this, &FlowPage::refresh, Qt::UniqueConnection);
    connect(&names, &VisitorNames::changed, m_view, &FlowView::refreshNames, Qt::UniqueConnection);
}

QString FlowPage::folderShown() const
{
    return m_recorded && !m_recordingFolder.isEmpty() ? m_recordingFolder : m_folder;
}

void FlowPage::showRecording(const QString &title, const QString &folder, const VisitorNames *names)
{
    m_recording = title;
    m_recordedCount = m_left = 0;
    m_recordingFolder = folder;
    auto recording = std::make_unique<FlowLog>(FlowLog::Pace::Every);
    if (names) {
        recording->useNames(*names);
        followNames(*names);
    }
    const auto before = std::exchange(m_recorded, std::move(recording)); // shown until showWhole()
    m_tools->setRecorded(true);
    m_tools->choose(FlowTools::Shown::All);
    showWhole();
}

void FlowPage::addRecorded(const std::vector<Exchange> &exchanges, qsizetype left)
{
    if (!m_recorded)
        return;
    m_recordedCount += std::ssize(exchanges);
    m_left = left;
    if (left >= FlowLog::MaxEntries) {
        m_recorded->noteVisitors(exchanges); // all that follows would push them out again
    } else {
        const FlowLog::Changes changes = m_recorded->add(exchanges);
        if (!m_visitLog)
            m_view->noteChanges(changes);
    }
    if (left == 0)
        refresh();
    else if (!m_refresh.isActive())
        m_refresh.start();
}

void FlowPage::showLive()
{
    m_left = 0;
    const auto before = std::exchange(m_recorded, nullptr); // shown until showWhole()
    m_tools->setRecorded(false);
    m_tools->choose(FlowTools::Shown::All);
    showWhole();
    if (before)
        emit recordingClosed();
}

void FlowPage::reveal(quint64 exchange)
{
    m_tools->choose(FlowTools::Shown::All);
    showWhole();
    if (const auto serial = m_view->log().find(exchange))
        m_view->reveal({*serial, 0});
    else
        m_message->showMessage(
            tr("This request is not in the diagram: it was long ago, or came with too many others."));
}

void FlowPage::showWhole()
{
    m_visit.reset();
    m_visitor.reset();
    showLog(nullptr);
    refresh();
}

void FlowPage::showVisits()
{
    m_visit.reset();
    m_visitor.reset();
    showLog(std::make_unique<FlowLog>(FlowLog::Pace::Every, whole()));
    refresh();
}

void FlowPage::showVisitor(int visitor)
{
    m_tools->choose(FlowTools::Shown::All);
    m_visit.reset();
    m_visitor = visitor;
    showLog(std::make_unique<FlowLog>(FlowLog::Pace::Every, whole()));
    refresh();
}

void FlowPage::showVisit(int index)
{
    if (!m_visitLog || index < 0)
        return;
    m_visit = m_visitList->itemData(index).toULongLong();
    showLog(std::make_unique<FlowLog>(FlowLog::Pace::Every, whole()));
    followVisit();
    refresh();
}

/// Shows this visit; null: the whole.
void FlowPage::showLog(std::unique_ptr<FlowLog> visit)
{
    m_playback->unload();
    const auto before = std::exchange(m_visitLog, std::move(visit)); // shown until now
    m_view->showLog(log(), isLive() || (m_visitor && !m_recorded));
    m_view->setFolderName(folderShown());
    m_bar->setShare(1);
}

void FlowPage::refresh()
{
    if (m_visitor)
        followVisitor();
    else if (m_visitLog)
        refreshVisits();
    showStrip();
    m_bar->setSummary(flowSummary(log()));
    m_bar->setPlayable(isPlayable());
}

void FlowPage::refreshVisits()
{
    m_visits = visitsIn(whole());
    // While the list is open it stands still.
    if (!m_visitList->view()->isVisible()) {
        const QSignalBlocker quiet(m_visitList);
        m_visitList->clear();
        const auto first = std::max<std::ptrdiff_t>(0, std::ssize(m_visits) - MaxVisitsListed);
        for (auto visit = m_visits.rbegin(); visit != m_visits.rend() - first; ++visit)
            m_visitList->addItem(visit->title, QVariant::fromValue(visit->id));
        m_visitList->setCurrentIndex(m_visit ? m_visitList->findData(QVariant::fromValue(*m_visit)) : -1);
    }
    if (!m_visit && m_visitList->count() > 0)
        m_visitList->setCurrentIndex(0);
    else
        followVisit();
}

void FlowPage::followVisit()
{
    const auto visit = std::find_if(m_visits.begin(), m_visits.end(),
                                    [this](const FlowVisit &each) { return each.id == m_visit; });
    if (visit != m_visits.end())
        takeOver(visit->serials);
}

void FlowPage::followVisitor()
{
    std::vector<quint64> serials;
    for (quint64 serial = whole().first(); serial < whole().end(); ++serial)
        if (const FlowEntry &entry = whole().at(serial);
            entry.visitor == *m_visitor && entry.more == 0 && !entry.isEvent)
            serials.push_back(serial);
    takeOver(serials);
}

/// Adds these of the whole, and what they have become since, to what is shown.
void FlowPage::takeOver(const std::vector<quint64> &serials)
{
    QSet<quint64> ended;
    for (quint64 serial = m_visitLog->first(); serial < m_visitLog->end(); ++serial)
        if (!m_visitLog->at(serial).exchange.isRunning())
            ended.insert(m_visitLog->at(serial).exchange.id);
    std::vector<Exchange> news;
    for (const quint64 serial : serials) {
        if (serial < whole().first()) // gone since the list was made
            continue;
        if (const Exchange &exchange = whole().at(serial).exchange; !ended.contains(exchange.id))
            news.push_back(exchange);
    }
    if (!news.empty())
        m_view->noteChanges(m_visitLog->add(news));
}

void FlowPage::setLessonSteps(bool steps)
{
    m_lessonSteps = steps;
}

void FlowPage::showStrip()
{
    const bool isReplay = isLive() && m_playback->isLoaded();
    m_strip->setVisible(isReplay || !isLive());
    m_visitList->setVisible(m_visitLog && !m_visitor && !m_visits.empty());
    m_everyone->setVisible(m_visitor.has_value());
    m_toLive->setVisible(isReplay || m_recorded);
    m_toLive->setText(m_recorded ? tr("Close the recordi&ng") : tr("&Back to live"));
    if (m_visitor)
        m_stripText->setText(tr("Only %1").arg(whole().visitorName(*m_visitor)));
    else if (m_visitLog)
        m_stripText->setText(m_visits.empty() ? tr("No visitor has opened a page yet.") : tr("Page visit"));
    else if (m_recorded)
        m_stripText->setText(recordingText());
    else
        m_stripText->setText(tr("Showing again what happened. New requests wait until the end."));
}

QString FlowPage::recordingText() const
{
    if (m_left > 0)
        return tr("Recording: %1 · %2 requests are still to come").arg(m_recording, humanCount(m_left));
    qsizetype shown = 0;
    for (quint64 serial = m_recorded->first(); serial < m_recorded->end(); ++serial)
        shown += m_recorded->at(serial).isEvent ? 0 : 1;
    if (shown < m_recordedCount)
        return tr("Recording: %1 · the last %2 of %3 requests")
            .arg(m_recording, humanCount(shown), humanCount(m_recordedCount));
    return tr("Recording: %1").arg(m_recording);
}

void FlowPage::loadPlayback()
{
    if (m_playback->isLoaded())
        return;
    m_view->showAll();
    m_playback->load(log());
    m_bar->suggestSpeedFor(m_playback->timeline().duration());
    showStrip();
}

void FlowPage::endPlayback()
{
    m_playback->unload();
    m_view->showAll();
    m_bar->setShare(1);
    showStrip();
}

void FlowPage::showMoment(bool moving)
{
    m_view->showMoment(m_playback->timeline(), m_playback->moment(), moving, m_playback->speed());
    m_bar->setShare(m_playback->share(), std::max<qint64>(0, m_playback->moment()));
    if (m_playback->isAtEnd())
        endPlayback();
}

QWidget *FlowPage::tools() const
{
    return m_tools;
}

void FlowPage::setReducedMotion(bool reduced)
{
    m_view->setReducedMotion(reduced);
}

void FlowPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, Theme::current().line);
}

} // namespace porchlight
