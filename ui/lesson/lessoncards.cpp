// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessoncards.h"

#include "ui/lesson/lessoncard.h"
#include "ui/lesson/linkcard.h"
#include "ui/theme.h"

#include <QVBoxLayout>

namespace porchlight {

LessonCards::LessonCards(QWidget *parent)
    : QWidget(parent)
    , m_door(new DoorCard(this))
    , m_lesson(new LessonCard(this))
    , m_link(new LinkCard(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_door);
    column->addWidget(m_lesson);
    column->addWidget(m_link);
    hide();
    connect(m_lesson, &LessonCard::settingsChanged, this, &LessonCards::tell);
    connect(m_lesson, &LessonCard::nextStepRequested, this, &LessonCards::nextStepRequested);
    connect(m_lesson, &LessonCard::demoRequested, this, &LessonCards::demoRequested);
    connect(m_lesson, &LessonCard::recordedChosen, this, &LessonCards::recordedChosen);
    connect(m_lesson, &LessonCard::visitRequested, this, &LessonCards::visitRequested);
    connect(m_lesson, &LessonCard::asksClassChanged, m_door, &DoorCard::setAsksClass);
    connect(m_link, &LinkCard::linksChanged, this, &LessonCards::tell);
}

LessonSettings LessonCards::settings() const
{
    if (!m_on)
        return {};
    LessonSettings settings = m_lesson->settings();
    settings.everyone = m_link->everyone();
    settings.links = m_link->links();
    return settings;
}

void LessonCards::setOn(bool on)
{
    m_on = on;
    setVisible(on);
    if (on)
        tell();
    else
        end();
}

void LessonCards::end()
{
    LessonSettings kept;
    kept.slowness = m_lesson->settings().slowness;
    kept.holdWords = m_lesson->settings().holdWords;
    m_lesson->showSettings(kept);
    m_link->reset();
    tell();
}

void LessonCards::setSharing(bool sharing)
{
    m_lesson->setSharing(sharing);
}

void LessonCards::tell()
{
    emit settingsChanged(settings());
}

void LessonCards::setNames(DoorCard::NameOf nameOf, DoorCard::NameOf labelOf)
{
    m_labelOf = std::move(labelOf);
    m_door->setNameOf(std::move(nameOf));
}

void LessonCards::showNames()
{
    m_door->showNames();
    for (auto it = m_visitors.cbegin(); it != m_visitors.cend(); ++it)
        m_link->noteVisitor(it.key(), m_labelOf(it.value()));
}

void LessonCards::addBatch(const ExchangeBatch &batch)
{
    for (const Exchange &exchange : batch.exchanges) {
        if (m_visitors.contains(exchange.visitor) || m_visitors.size() >= LinkCard::MaxVisitors)
            continue;
        Exchange &first = m_visitors[exchange.visitor];
        first.visitor = exchange.visitor;
        first.requestHead = exchange.requestHead;
        m_link->noteVisitor(exchange.visitor, m_labelOf(first));
    }
    m_door->noteExchanges(batch); // the last of a lesson end after it
}

} // namespace porchlight
