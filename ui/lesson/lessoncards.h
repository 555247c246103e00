// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"
#include "ui/lesson/doorcard.h"

#include <QHash>
#include <QHostAddress>
#include <QWidget>

namespace porchlight {

class LessonCard;
class LinkCard;

/// The lesson's cards, one below the other: what the teacher sets, and who waits. While they are not shown
/// nothing is changed. GUI thread.
class LessonCards final : public QWidget
{
    Q_OBJECT
public:
    explicit LessonCards(QWidget *parent = nullptr);

    DoorCard *door() const { return m_door; }
    LinkCard *link() const { return m_link; }
    void setSharing(bool sharing);
    /// What counts now: nothing changes answers while the lesson is off.
    LessonSettings settings() const;
    /// The lesson goes on, or ends: then everything is as it was, and stays set for the next time but for
    /// what changes answers.
    void setOn(bool on);
    /// Everything is as it was, as after setOn(false), but the cards stay.
    void end();
    bool isOn() const { return m_on; }
    /// `labelOf`: with what tells visitors of one name apart.
    void setNames(DoorCard::NameOf nameOf, DoorCard::NameOf labelOf);
    /// Visitors are called something else now.
    void showNames();
    void addBatch(const ExchangeBatch &batch);

signals:
    void settingsChanged(const porchlight::LessonSettings &settings);
    void nextStepRequested();
    void demoRequested();
    void recordedChosen(const QString &path, const QString &title);
    void visitRequested(); ///< Porchlight itself is to play the visitor.

private:
    void tell();

    DoorCard *const m_door;
    LessonCard *const m_lesson;
    LinkCard *const m_link;
    DoorCard::NameOf m_labelOf = [](const Exchange &exchange) { return Visitors().describe(exchange).name; };
    QHash<QHostAddress, Exchange> m_visitors; ///< Offered in the network card, each with its first exchange.
    bool m_on = false;
};

} // namespace porchlight
