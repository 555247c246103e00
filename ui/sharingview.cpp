// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharingview.h"

#include "ui/flow/flowpage.h"
#include "ui/lesson/lessonbanner.h"
#include "ui/lesson/lessoncards.h"
#include "ui/pages.h"
#include "ui/requestspage.h"
#include "ui/separator.h"
#include "ui/sharepanel.h"
#include "ui/totalsbar.h"

#include <QVBoxLayout>

namespace porchlight {

SharingView::SharingView(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SharePanel(this))
    , m_panelEdge(new Separator(Qt::Vertical, this))
    , m_lessonBanner(new LessonBanner(this))
    , m_pages(new Pages(this))
    , m_requests(
          new RequestsPage) // without a parent, so that Pages can put it after its tools in the tab order
    , m_flow(new FlowPage)
    , m_totals(new TotalsBar(this))
{
    m_pages->addPage(tr("Requests"), m_requests, m_requests->tools());
    m_pages->addPage(tr("Flow"), m_flow, m_flow->tools());
    connect(m_flow, &FlowPage::exchangeChosen, this, [this](const Exchange &exchange) {
        m_pages->showPage(0);
        m_requests->reveal(exchange);
        m_requests->setFocus();
    });
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_lessonBanner);
    right->addWidget(m_pages, 1);
    right->addWidget(new Separator(Qt::Horizontal, this));
    right->addWidget(m_totals);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_panel);
    columns->addWidget(m_panelEdge);
    columns->addLayout(right, 1);
    connect(m_panel->lessonCards(), &LessonCards::settingsChanged, m_lessonBanner, &LessonBanner::showSettings);
    connect(m_lessonBanner, &LessonBanner::endRequested, m_panel, [this] { m_panel->setLessonOn(false); });
}

void SharingView::setPanelVisible(bool visible)
{
    m_panel->setVisible(visible);
    m_panelEdge->setVisible(visible);
}

RowActions *SharingView::rowActions() const
{
    return m_requests->rowActions();
}

void SharingView::addBatch(ExchangeBatch batch)
{
    m_totals->addBatch(batch);
    m_flow->addBatch(batch);
    m_panel->lessonCards()->addBatch(batch);
    m_requests->addBatch(std::move(batch));
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
