// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharingview.h"

#include "ui/addresscard.h"
#include "ui/flow/flowpage.h"
#include "ui/lesson/lessonbanner.h"
#include "ui/lesson/lessoncards.h"
#include "ui/messagebar.h"
#include "ui/pages.h"
#include "ui/plaintext.h"
#include "ui/projectorbar.h"
#include "ui/recordingslices.h"
#include "ui/requestspage.h"
#include "ui/requesttools.h"
#include "ui/requestviews.h"
#include "ui/separator.h"
#include "ui/sessionsaving.h"
#include "ui/sharepanel.h"
#include "ui/totalsbar.h"
#include "ui/visitornames.h"
#include "ui/visitors/visitorspage.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace porchlight {

SharingView::SharingView(QWidget *parent)
    : QWidget(parent)
    , m_names(new VisitorNames(this))
    , m_recordedNames(new VisitorNames(this))
    , m_panel(new SharePanel(this))
    , m_panelEdge(new Separator(Qt::Vertical, this))
    , m_projectorBar(new ProjectorBar(this))
    , m_lessonBanner(new LessonBanner(this))
    , m_message(new MessageBar(this))
    , m_pages(new Pages(this))
    , m_requests(new RequestViews(
          *m_names)) // without a parent, so that Pages can put it after its tools in the tab order
    , m_flow(new FlowPage)
    , m_visitors(new VisitorsPage(*m_names))
    , m_totals(new TotalsBar(this))
    , m_saving(new SessionSaving([this] { return m_requests->shown()->session(); }, *m_message, this))
    , m_slices(new RecordingSlices(this))
{
    m_pages->addPage(tr("Requests"), m_requests, m_requests->tools());
    m_pages->addPage(tr("Flow"), m_flow, m_flow->tools());
    m_pages->addPage(tr("Visitors"), m_visitors, m_visitors->tools());
    connect(m_visitors, &VisitorsPage::requestsRequested, this, [this](const QString &filter) {
        m_requests->shown()->filterBy(filter);
        m_pages->showPage(0);
    });
    connect(m_visitors, &VisitorsPage::countChanged, m_totals, &TotalsBar::showVisitors);
    m_flow->useNames(*m_names);
    connect(m_requests, &RequestViews::saveRequested, m_saving, &SessionSaving::choose);
    connect(m_requests, &RequestViews::openRequested, this, &SharingView::openRecordingRequested);
    addShortcuts();
    connect(m_slices, &RecordingSlices::sliced, m_requests, &RequestViews::addRecorded);
    connect(m_slices, &RecordingSlices::sliced, m_flow, &FlowPage::addRecorded);
    connect(m_slices, &RecordingSlices::sliced, m_visitors, &VisitorsPage::addRecorded);
    connect(m_slices, &RecordingSlices::sliced, m_totals, &TotalsBar::addRecorded);
    connect(m_requests, &RequestViews::recordingClosed, m_slices, &RecordingSlices::stop);
    connect(m_requests, &RequestViews::recordingClosed, m_totals, &TotalsBar::showLive);
    connect(m_requests, &RequestViews::recordingClosed, m_flow, &FlowPage::showLive);
    connect(m_requests, &RequestViews::recordingClosed, m_visitors, &VisitorsPage::showLive);
    connect(m_visitors, &VisitorsPage::recordingClosed, m_requests, &RequestViews::backToLive);
    connect(m_requests, &RequestViews::recordingClosed, this, &SharingView::recordingClosed);
    connect(m_flow, &FlowPage::recordingClosed, m_requests, &RequestViews::backToLive);
    connect(m_requests, &RequestViews::flowRequested, this, [this](const Exchange &exchange) {
        m_pages->showPage(1);
        m_flow->reveal(exchange.id);
        m_flow->setFocus();
    });
    connect(m_requests, &RequestViews::backToFlowRequested, this, [this] {
        m_pages->showPage(1);
        m_flow->setFocus(); // as it was left: scrolled there, the arrow chosen
    });
    connect(m_flow, &FlowPage::exchangeChosen, this, [this](const Exchange &exchange) {
        m_pages->showPage(0);
        m_requests->shown()->reveal(exchange);
        m_requests->offerFlow();
        m_requests->setFocus();
    });
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_lessonBanner);
    right->addWidget(m_message);
    right->addWidget(m_pages, 1);
    right->addWidget(new Separator(Qt::Horizontal, this));
    right->addWidget(m_totals);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_projectorBar);
    m_projectorBar->hide();
    auto *columns = new QHBoxLayout;
    whole->addLayout(columns, 1);
    columns->setSpacing(0);
    columns->addWidget(m_panel);
    columns->addWidget(m_panelEdge);
    columns->addLayout(right, 1);
    connect(m_panel->lessonCards(), &LessonCards::settingsChanged, m_lessonBanner,
            &LessonBanner::showSettings);
    AddressCard *const address = m_panel->addressCard();
    connect(address, &AddressCard::bestUrlChanged, m_projectorBar, &ProjectorBar::showAddress);
    connect(m_projectorBar, &ProjectorBar::codeRequested, address, &AddressCard::enlarge);
    LessonCards *const lesson = m_panel->lessonCards();
    lesson->useNames(*m_names);
    connect(lesson, &LessonCards::settingsChanged, m_flow,
            [this](const LessonSettings &settings) { m_flow->setLessonSteps(settings.pace == Pace::Step); });
    connect(m_flow, &FlowPage::nextStepRequested, lesson, &LessonCards::nextStepRequested);
    connect(m_lessonBanner, &LessonBanner::endRequested, lesson, &LessonCards::end);
}

void SharingView::showState(SharingState state)
{
    m_panel->showState(state);
    m_lessonBanner->setSharing(state == SharingState::On);
}

void SharingView::addShortcuts()
{
    auto *save = new QShortcut(RequestTools::SaveSessionKey, this);
    connect(save, &QShortcut::activated, m_saving, [this] { m_saving->choose(SessionFormat::Porchlight); });
    auto *open = new QShortcut(RequestTools::OpenRecordingKey, this);
    connect(open, &QShortcut::activated, this, &SharingView::openRecordingRequested);
}

void SharingView::setPanelVisible(bool visible)
{
    m_panel->setVisible(visible);
    m_panelEdge->setVisible(visible);
}

void SharingView::addBatch(ExchangeBatch batch)
{
    m_totals->addBatch(batch);
    m_flow->addBatch(batch);
    m_panel->lessonCards()->addBatch(batch);
    m_visitors->addBatch(batch);
    m_requests->addBatch(std::move(batch));
}

void SharingView::setReducedMotion(bool reduced)
{
    m_flow->setReducedMotion(reduced);
}

void SharingView::showRecording(std::shared_ptr<const Session> session, const QString &name)
{
    m_message->hide();
    m_recordedNames->restore(session->names, session->isAnonymous);
    m_requests->showRecording(*session, name, *m_recordedNames);
    m_flow->showRecording(name, plainText(session->folder), m_recordedNames);
    m_visitors->showRecording(name, session->savedAt, *m_recordedNames);
    m_totals->showRecording();
    m_slices->begin(std::move(session));
    m_pages->showPage(0);
}

void SharingView::showFlow()
{
    m_pages->showPage(1);
}

void SharingView::setFolderName(const QString &name)
{
    m_requests->setFolderName(name);
    m_flow->setFolderName(name);
}

void SharingView::saveState(QSettings &settings) const
{
    m_requests->saveState(settings);
}

void SharingView::restoreState(QSettings &settings)
{
    m_requests->restoreState(settings);
}

} // namespace porchlight
