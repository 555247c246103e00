// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/door.h"
#include "server/record/exchangefeed.h"
#include "server/record/visitors.h"
#include "ui/card.h"

#include <QHash>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

class QListWidget;
class QMenu;
class QPushButton;
class QTimer;

namespace porchlight {

class StatusQuiz;
class TextLabel;

/// The card "Waiting at the door": who waits for the teacher's answer, and the answers to choose from. When
/// the door empties it keeps its height and the focus, so that nothing moves under the mouse. GUI thread.
class DoorCard final : public Card
{
    Q_OBJECT
public:
    /// What the visitor of an exchange is called.
    using NameOf = std::function<QString(const Exchange &)>;

    explicit DoorCard(QWidget *parent = nullptr);

    void setNameOf(NameOf nameOf);
    /// Visitors are called something else now.
    void showNames();
    /// Those that wait, in any order.
    void showWaiting(std::vector<WaitingRequest> waiting);
    /// Whether any request is to wait; where none is, what was said of the last lesson goes.
    void setHolding(bool holding);
    /// While requests are held, asks the class what status comes, instead of offering answers.
    void setAsksClass(bool asks);
    /// Looks for the ends of what waited here: a guess is judged, who gave up is named.
    void noteExchanges(const ExchangeBatch &batch);

signals:
    void answered(quint64 exchange, const porchlight::TeacherAnswer &answer);
    void allLetIn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showOthers();
    int othersLine() const; // pixels
    void showFirst();
    void keepPlace();
    QMenu *answersMenu();
    void answerMeant(const TeacherAnswer &answer);
    void answer(quint64 exchange, const TeacherAnswer &answer);
    void askForRedirect(int status);
    void setAside();
    void say(const QString &text);
    void showWhoLeft();
    const WaitingRequest *waiting(quint64 exchange) const; // null: waits no longer
    const WaitingRequest *shown() const;
    QString nameOf(const WaitingRequest &request) const;

    std::vector<WaitingRequest> m_waiting; // for the teacher; those set aside at the end
    QSet<quint64> m_aside;
    QHash<quint64, QString> m_names; ///< Of all that wait, by exchange.
    QHash<quint64, int> m_guesses;   ///< By exchange, until its answer is known.
    qint64 m_wentBy = 0;             ///< Requests that passed the full door since it was last empty.
    quint64 m_shown = 0;             ///< The exchange that choices are offered for; 0: nobody waits.
    quint64 m_meant = 0;             ///< Shown when the latest choice began to be made.
    std::optional<Exchange> m_left;  ///< Who gave up waiting, while that is what is said.
    bool m_isHolding = false;
    bool m_asksClass = false;
    QPointer<QWidget> m_lastFocus; ///< Among the choices, before the door emptied.
    NameOf m_nameOf = [](const Exchange &exchange) { return Visitors().describe(exchange).name; };

    TextLabel *const m_title;
    TextLabel *const m_news;
    TextLabel *const m_who;
    TextLabel *const m_request;
    TextLabel *const m_since;
    QWidget *const m_answers;
    StatusQuiz *const m_quiz;
    QWidget *const m_alsoWaiting;
    QListWidget *const m_others; ///< All but the one shown.
    QTimer *const m_clock;
};

} // namespace porchlight
