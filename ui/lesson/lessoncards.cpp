// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessoncards.h"

#include "ui/lesson/lessoncard.h"
#include "ui/lesson/linkcard.h"
#include "ui/theme.h"
#include "ui/visitornames.h"

#include <QVBoxLayout>

#include <algorithm>

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
    m_isSharing = sharing;
    m_lesson->setSharing(sharing);
    m_door->setHolding(m_isSharing && settings().hold);
}

void LessonCards::tell()
{
    m_door->setHolding(m_isSharing && settings().hold);
    emit settingsChanged(settings());
}

void LessonCards::useNames(const VisitorNames &names)
{
    m_names = &names;
    m_visitors = Visitors(names.colours());
    m_door->setNameOf(
        [this](const Exchange &exchange) { return m_names->nameOf(m_visitors.describe(exchange)); });
    connect(&names, &VisitorNames::changed, this, &LessonCards::showNames);
}

void LessonCards::showNames()
{
    m_door->showNames();
    for (auto each = m_devices.cbegin(); each != m_devices.cend(); ++each)
        m_link->noteVisitor(each.key(), labelOf(*each));
}

/// With what tells visitors of one name apart. While they are anonymous their address is not to be seen.
QString LessonCards::labelOf(const Devices &devices) const
{
    const Visitor &first = devices.first;
    const QString name = m_names ? m_names->nameOf(first) : first.name;
    const bool isAnonymous = m_names && m_names->isAnonymous();
    const QString address = first.address.toString();
    if (devices.count == 1)
        return isAnonymous ? name : tr("%1 (%2)").arg(name, address);
    return isAnonymous ? tr("%1 and %2 more").arg(name, QString::number(devices.count - 1))
                       : tr("Everyone at %1 (%2 devices)").arg(address, QString::number(devices.count));
}

void LessonCards::addBatch(const ExchangeBatch &batch)
{
    for (const Exchange &exchange : batch.exchanges)
        noteVisitor(exchange);
    m_door->noteExchanges(batch); // the last of a lesson end after it
}

void LessonCards::noteVisitor(const Exchange &exchange)
{
    const int known = m_visitors.remembered();
    const bool isNew = m_visitors.note(exchange) >= known;
    auto devices = m_devices.find(exchange.visitor);
    const bool isOffered = devices != m_devices.end();
    if (!isOffered) {
        if (m_devices.size() >= LinkCard::MaxVisitors && !makeRoom())
            return;
        devices = m_devices.insert(exchange.visitor, {m_visitors.describe(exchange)});
        devices->count = isNew ? 1 : std::max(devicesAt(exchange.visitor), 1);
    } else {
        devices->count += isNew;
    }
    devices->lastSeen = exchange.startedAt;
    if (isNew || !isOffered)
        m_link->noteVisitor(exchange.visitor, labelOf(*devices));
}

/// Whoever has been away longest is offered no more.
bool LessonCards::makeRoom()
{
    auto longest = m_devices.end();
    for (auto each = m_devices.begin(); each != m_devices.end(); ++each) {
        if (m_link->mayForget(each.key()) &&
            (longest == m_devices.end() || each->lastSeen < longest->lastSeen))
            longest = each;
    }
    if (longest == m_devices.end())
        return false;
    m_link->forgetVisitor(longest.key());
    m_devices.erase(longest);
    return true;
}

int LessonCards::devicesAt(const QHostAddress &address) const
{
    int count = 0;
    for (int i = 0; i < m_visitors.remembered(); ++i)
        count += m_visitors.at(i).address == address;
    return count;
}

} // namespace porchlight
