// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowview.h"

#include "ui/humanunits.h"
#include "ui/plaintext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace porchlight {

void FlowView::choose(std::optional<FlowPlace> place)
{
    m_scene.chosen = place;
    setAccessibleDescription(place ? describe(*place) : QString());
    viewport()->update();
}

void FlowView::reveal(const FlowPlace &place)
{
    setFollowing(false);
    choose(place);
    scrollTo(place);
}

QString FlowView::describe(const FlowPlace &place) const
{
    const FlowEntry &entry = log().at(place.serial);
    const FlowMessage &message = entry.story[size_t(place.message)];
    const auto name = [&](FlowParty party) {
        switch (party) {
        case FlowParty::Visitor:
            return log().visitorName(entry);
        case FlowParty::Porchlight:
            return QStringLiteral("Porchlight");
        case FlowParty::Folder: {
            const QString folder = m_scene.folderOf(place.serial);
            return folder.isEmpty() ? tr("the folder") : folder;
        }
        case FlowParty::Database:
            return tr("the database");
        }
        return QString();
    };
    QString text = tr("%1 to %2: %3", "from whom, to whom, what")
                       .arg(name(message.from), name(message.to), message.label);
    if (!message.caption.isEmpty())
        text += QStringLiteral(". ") + message.caption;
    if (message.fate == FlowMessage::Fate::Held)
        text += QStringLiteral(". ") + tr("It is waiting for your answer");
    if (const int others = m_scene.othersTogetherWith(place.serial)) // what the bracket beside them says
        text += QStringLiteral(". ") +
                (others == 1
                     ? tr("At the same time as one other request of this visitor")
                     : tr("At the same time as %1 other requests of this visitor").arg(humanCount(others)));
    return text;
}

QPoint FlowView::pointOf(const FlowPlace &place) const
{
    const FlowEntry &entry = log().at(place.serial);
    const FlowMessage &message = entry.story[size_t(place.message)];
    const double x = (m_layout.laneX(m_layout.laneOf(log(), entry, message.from)) +
                      m_layout.laneX(m_layout.laneOf(log(), entry, message.to))) /
                     2;
    return {qRound(x * unit()) - horizontalScrollBar()->value(),
            qRound(headerHeight() + m_layout.messageY(place) * unit()) - verticalScrollBar()->value()};
}

std::optional<FlowPlace> FlowView::placeAt(QPoint point) const
{
    if (point.y() < headerHeight())
        return {};
    const QPointF inside((point.x() + horizontalScrollBar()->value()) / unit(),
                         (point.y() - headerHeight() + verticalScrollBar()->value()) / unit());
    const auto place = m_layout.hit(log(), inside);
    return place && progressOf(*place) >= 0 ? place : std::nullopt;
}

void FlowView::hover(std::optional<FlowPlace> place)
{
    if (place == m_scene.hovered)
        return;
    m_scene.hovered = place;
    viewport()->setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

std::optional<int> FlowView::visitorLaneAt(QPoint point) const
{
    const auto lane =
        m_layout.cardAt({(point.x() + horizontalScrollBar()->value()) / unit(), point.y() / unit()});
    return lane && *lane < log().visitorLanes() && !log().isEmpty() ? lane : std::nullopt;
}

void FlowView::chooseLane(int lane, QPoint globalPoint)
{
    const std::vector<int> visitors = log().visitorsIn(lane);
    if (visitors.size() == 1) {
        emit visitorChosen(visitors.front());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int visitor : visitors)
        menu->addAction(log().visitorName(visitor).replace(u'&', QStringLiteral("&&")), this,
                        [this, visitor] { emit visitorChosen(visitor); });
    menu->popup(globalPoint);
}

void FlowView::open(const FlowPlace &place)
{
    choose(place);
    emit exchangeChosen(log().at(place.serial).exchange);
}

void FlowView::moveChoice(int by)
{
    if (log().isEmpty())
        return;
    FlowPlace place;
    if (m_scene.chosen) {
        place = *m_scene.chosen;
        place.message += by;
    } else {
        // From where the reader looks.
        const double top = verticalScrollBar()->value() / unit();
        place.serial =
            m_layout.entryAt(by > 0 ? top : top + (viewport()->height() - headerHeight()) / unit());
        place.message = by > 0 ? 0 : int(log().at(place.serial).story.size()) - 1;
    }
    while (!isThere(place) || progressOf(place) < 0) {
        const bool pastEnd = place.serial >= log().first() && place.serial < log().end() && by > 0;
        if (by < 0 && place.message > 0) {
            --place.message; // later ones have not set out
            continue;
        }
        if (by < 0 ? place.serial == log().first() : !pastEnd || place.serial + 1 >= log().end())
            return;
        place.serial += by < 0 ? quint64(-1) : 1;
        place.message = by < 0 ? int(log().at(place.serial).story.size()) - 1 : 0;
    }
    choose(place);
    scrollTo(place);
}

bool FlowView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = placeAt(help->pos());
        const auto lane = visitorLaneAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           place  ? plainToolTip(describe(*place))
                           : lane ? plainToolTip(tr("Show only %1").arg(log().laneName(*lane)))
                                  : QString(),
                           this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return moveChoice(-1);
    case Qt::Key_Down:
        return moveChoice(1);
    case Qt::Key_Home:
        choose({});
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        choose({});
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_scene.chosen)
            return open(*m_scene.chosen);
        break;
    case Qt::Key_Space:
        if (m_scene.chosen) {
            emit visitorChosen(log().at(m_scene.chosen->serial).visitor);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_scene.chosen)
            return choose({});
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    hover(placeAt(point));
    if (!m_scene.hovered)
        viewport()->setCursor(visitorLaneAt(point) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FlowView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    if (const auto lane = visitorLaneAt(point))
        chooseLane(*lane, event->globalPosition().toPoint());
    else if (const auto place = placeAt(point))
        open(*place);
    else
        choose({});
}

} // namespace porchlight
