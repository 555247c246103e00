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
class VisitorNames;

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
    /// What visitors are called, before the first of them; `names` outlives this.
    void useNames(const VisitorNames &names);
    void addBatch(const ExchangeBatch &batch);

signals:
    void settingsChanged(const porchlight::LessonSettings &settings);
    void nextStepRequested();
    void demoRequested();
    void recordedChosen(const QString &path, const QString &title);
    void visitRequested(); ///< Porchlight itself is to play the visitor.

private:
    /// Those of one address, whom the network card slows down together.
    struct Devices
    {
        Visitor first;
        int count = 0;
        qint64 lastSeen = 0; ///< Milliseconds since 1970 UTC.
    };

    void tell();
    void showNames();
    void noteVisitor(const Exchange &exchange);
    bool makeRoom();
    int devicesAt(const QHostAddress &address) const;
    QString labelOf(const Devices &devices) const;

    DoorCard *const m_door;
    LessonCard *const m_lesson;
    LinkCard *const m_link;
    Visitors m_visitors;
    QHash<QHostAddress, Devices> m_devices; ///< Offered in the network card.
    const VisitorNames *m_names = nullptr;
    bool m_on = false;
    bool m_isSharing = false;
};

} // namespace porchlight
