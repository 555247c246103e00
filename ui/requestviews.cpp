// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestviews.h"

#include "ui/inspect/rowactions.h"
#include "ui/messagebar.h"
#include "ui/recordingbanner.h"
#include "ui/requestspage.h"

#include <QHideEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace porchlight {

RequestViews::RequestViews(const VisitorNames &names, QWidget *parent)
    : QWidget(parent)
    , m_live(new RequestsPage)
    , m_tools(new QStackedWidget(this))
    , m_pages(new QStackedWidget)
    , m_banner(new RecordingBanner(this))
    , m_fromFlow(new MessageBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_fromFlow);
    column->addWidget(m_pages, 1);

    m_live->useNames(names);
    connectPage(m_live);
    connect(m_banner, &RecordingBanner::closeRequested, this, &RequestViews::backToLive);
    setFocusProxy(m_live);
}

RequestViews::~RequestViews() = default;

void RequestViews::connectPage(RequestsPage *page)
{
    m_pages->addWidget(page);
    m_tools->addWidget(page->tools());
    RowActions *const actions = page->rowActions();
    connect(actions, &RowActions::sendRequested, this, [this, actions](const RequestDraft &draft) {
        m_sending = actions;
        emit sendRequested(draft);
    });
    connect(actions, &RowActions::flowRequested, this, &RequestViews::flowRequested);
    connect(actions, &RowActions::stopRequested, this, [this, actions] {
        if (actions == m_sending)
            emit stopSendingRequested();
    });
    connect(page, &RequestsPage::contentWanted, this, [this, page](const Exchange &exchange) {
        if (page == m_live)
            emit contentWanted(exchange);
        else
            page->showContent(exchange.id, {}); // a recording has what it has
    });
    connect(page, &RequestsPage::saveRequested, this, &RequestViews::saveRequested);
    connect(page, &RequestsPage::openRequested, this, &RequestViews::openRequested);
}

void RequestViews::showAnswer(const DraftAnswer &answer)
{
    if (m_sending)
        m_sending->showAnswer(answer);
}

void RequestViews::showContent(quint64 exchange, const QByteArray &content)
{
    m_live->showContent(exchange, content);
}

QWidget *RequestViews::tools() const
{
    return m_tools;
}

void RequestViews::addBatch(ExchangeBatch batch)
{
    m_live->addBatch(std::move(batch));
}

void RequestViews::setFolderName(const QString &name)
{
    m_live->setFolderName(name);
}

void RequestViews::showRecording(const Session &session, const QString &name, const VisitorNames &names)
{
    RequestsPage *const before = std::exchange(m_recorded, new RequestsPage);
    m_recorded->useNames(names);
    connectPage(m_recorded);
    m_recorded->arrangeLike(before ? *before : *m_live);
    m_recorded->showSession(session);
    m_pages->setCurrentWidget(m_recorded);
    m_tools->setCurrentWidget(m_recorded->tools());
    setFocusProxy(m_recorded);
    if (before) {
        delete before->tools();
        delete before;
    }
    m_banner->showName(name);
}

void RequestViews::addRecorded(const std::vector<Exchange> &exchanges)
{
    if (m_recorded)
        m_recorded->addBatch({exchanges, 0});
}

void RequestViews::backToLive()
{
    if (!m_recorded)
        return;
    m_pages->setCurrentWidget(m_live);
    m_tools->setCurrentWidget(m_live->tools());
    setFocusProxy(m_live);
    m_banner->hide();
    RequestsPage *const recorded = std::exchange(m_recorded, nullptr);
    delete recorded->tools();
    delete recorded;
    emit recordingClosed();
}

void RequestViews::offerFlow()
{
    m_fromFlow->showMessage(tr("This is the request of the arrow you chose in Flow."),
                            {{tr("Back to F&low"), [this] { emit backToFlowRequested(); }}});
}

void RequestViews::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_fromFlow->hide();
}

void RequestViews::saveState(QSettings &settings) const
{
    m_live->saveState(settings);
}

void RequestViews::restoreState(QSettings &settings)
{
    m_live->restoreState(settings);
}

} // namespace porchlight
