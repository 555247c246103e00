// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/storyview.h"

#include "ui/fittedtext.h"
#include "ui/plainscroll.h"
#include "ui/theme.h"
#include "ui/timingbar.h"

#include <QVBoxLayout>

namespace porchlight {

namespace {

constexpr int LeastStory = 3; // lines above the times

} // namespace

StoryView::StoryView(QWidget *parent)
    : QWidget(parent)
    , m_story(new FittedText)
    , m_times(new TimingBar)
    , m_column(new QVBoxLayout(this))
    , m_scrolled(new QVBoxLayout)
{
    m_story->setAccessibleName(tr("What happened"));
    auto *content = new QWidget;
    content->setLayout(m_scrolled);
    for (QVBoxLayout *column : {m_column, m_scrolled}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Theme::Space2);
    }
    m_scrolled->addWidget(m_story);
    m_scrolled->addWidget(m_times);
    m_scrolled->addStretch();
    auto *scroll = new PlainScroll(content);
    scroll->setMinimumHeight(1); // the times need the room more
    m_column->addWidget(scroll, 1);
    setFocusProxy(m_story);
}

void StoryView::showExchange(const Exchange &exchange, const NarrationNames &names)
{
    m_story->setPieces(narrate(exchange, names));
    m_times->showExchange(exchange);
    m_times->setVisible(true);
    placeTimes();
}

void StoryView::clear(const QString &invitation)
{
    m_story->setPieces({{invitation}});
    m_times->setVisible(false);
}

QString StoryView::text() const
{
    return m_story->toPlainText();
}

void StoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTimes();
}

void StoryView::placeTimes()
{
    const int above = height() - m_times->height() - Theme::Space2;
    const bool stays = above >= LeastStory * fontMetrics().lineSpacing();
    if (stays && m_column->indexOf(m_times) < 0)
        m_column->addWidget(m_times);
    else if (!stays && m_scrolled->indexOf(m_times) < 0)
        m_scrolled->insertWidget(1, m_times);
}

} // namespace porchlight
