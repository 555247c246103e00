// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/doorcard.h"

#include "server/record/statuswords.h"
#include "ui/doorstate.h"
#include "ui/humanunits.h"
#include "ui/lesson/statusquiz.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace porchlight {

using namespace std::chrono_literals;

namespace {

constexpr int OthersShown = 5;    // lines of the list; it scrolls
constexpr qsizetype MaxSaid = 60; // characters of a request: it wraps

/// A head as Exchange reads it.
Exchange asExchange(const WaitingRequest &request)
{
    Exchange exchange;
    exchange.id = request.exchange;
    exchange.visitor = request.visitor;
    exchange.requestHead = request.requestHead;
    return exchange;
}

QString askedFor(const Exchange &exchange)
{
    return plainText(exchange.method()) + QLatin1Char(' ') + readableTarget(exchange.target());
}

QString statusText(int status)
{
    return QStringLiteral("%1 %2").arg(status).arg(QString::fromLatin1(reasonPhrase(status)));
}

} // namespace

DoorCard::DoorCard(QWidget *parent)
    : Card(parent)
    , m_title(new TextLabel(TextLabel::Role::Strong, tr("Waiting at the door"), this))
    , m_news(new TextLabel(TextLabel::Role::Result, {}, this))
    , m_who(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_request(new TextLabel(TextLabel::Role::Strong, {}, this))
    , m_since(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_answers(new QWidget(this))
    , m_quiz(new StatusQuiz(this))
    , m_alsoWaiting(new QWidget(this))
    , m_others(new QListWidget(m_alsoWaiting))
    , m_clock(new QTimer(this))
{
    setObjectName(QStringLiteral("doorCard"));
    m_news->setWordWrap(true);
    m_who->setWordWrap(true);
    m_request->setElideMode(Qt::ElideMiddle); // a path may be of any length, and has nowhere to wrap
    m_others->setAccessibleName(tr("Also waiting"));
    m_others->setToolTip(tr("Choose whose request is answered next"));
    m_others->setCursor(Qt::PointingHandCursor);
    m_others->setUniformItemSizes(true);
    m_others->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_others->setTextElideMode(Qt::ElideMiddle);

    auto *answer = new QPushButton(tr("&Answer"), m_answers);
    answer->setProperty("go", true);
    answer->setToolTip(tr("As Porchlight answers it"));
    connect(answer, &QPushButton::clicked, this, [this] { answerMeant(teacheranswer::AsItIs{}); });
    auto *row = new QHBoxLayout(m_answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space1);
    row->addWidget(answer);
    for (const int status : {404, 500}) {
        auto *button = new QPushButton(QString::number(status), m_answers);
        button->setAccessibleName(tr("Answer %1").arg(statusText(status)));
        button->setToolTip(statusText(status));
        connect(button, &QPushButton::clicked, this,
                [this, status] { answerMeant(teacheranswer::Status{status}); });
        row->addWidget(button);
    }
    auto *more = new QPushButton(tr("M&ore…"), m_answers);
    more->setMenu(answersMenu());
    row->addWidget(more);
    row->addStretch();
    for (auto *button : m_answers->findChildren<QPushButton *>())
        button->setProperty("tight", true);
    // A click ends later than it begins: whoever was shown then is meant, even if they left meanwhile.
    for (QWidget *choices : std::initializer_list<QWidget *>{m_answers, m_quiz}) {
        const QList<QPushButton *> buttons = choices->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            connect(button, &QPushButton::pressed, this, [this] { m_meant = m_shown; });
    }

    auto *allIn = new QPushButton(tr("Let all in"), m_alsoWaiting);
    connect(allIn, &QPushButton::clicked, this, &DoorCard::allLetIn);
    auto *also = new QVBoxLayout(m_alsoWaiting);
    also->setContentsMargins(0, 0, 0, 0);
    also->setSpacing(Theme::Space1);
    also->addWidget(allIn);
    auto *hint = new TextLabel(TextLabel::Role::Note, tr("Also waiting (click to choose)"), m_alsoWaiting);
    hint->setWordWrap(true);
    also->addWidget(hint);
    also->addWidget(m_others);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(Theme::Space2);
    for (QWidget *each : std::initializer_list<QWidget *>{m_title, m_who, m_request, m_since, m_answers,
                                                          m_quiz, m_news, m_alsoWaiting})
        column->addWidget(each);
    column->addStretch();
    for (QWidget *each : {m_request, m_since}) {
        QSizePolicy policy = each->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // the answers below stay where they are
        each->setSizePolicy(policy);
    }

    connect(m_quiz, &StatusQuiz::guessed, this, [this](int guess) {
        if (waiting(m_meant))
            m_guesses.insert(m_meant, guess);
        answerMeant(teacheranswer::AsItIs{});
    });
    const auto choose = [this](const QListWidgetItem *item) {
        m_shown = item->data(Qt::UserRole).toULongLong();
        m_aside.remove(m_shown);
        // Later: it takes the item away.
        QMetaObject::invokeMethod(
            this, [this] { showWaiting(m_waiting); }, Qt::QueuedConnection);
    };
    connect(m_others, &QListWidget::itemClicked, this, choose);
    connect(m_others, &QListWidget::itemActivated, this, choose); // by the keyboard
    m_clock->setInterval(1s);
    connect(m_clock, &QTimer::timeout, this, &DoorCard::showFirst);
    refresh();
}

void DoorCard::setNameOf(NameOf nameOf)
{
    m_nameOf = std::move(nameOf);
    showNames();
}

void DoorCard::showNames()
{
    for (const WaitingRequest &each : m_waiting)
        m_names.insert(each.exchange, nameOf(each));
    showWhoLeft();
    refresh();
}

void DoorCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setMinimumHeight(0);
        refresh(); // the list's lines are of another height
    }
}

void DoorCard::setHolding(bool holding)
{
    if (std::exchange(m_isHolding, holding) == holding)
        return;
    say({}); // of another lesson
    setMinimumHeight(0);
    refresh();
}

void DoorCard::setAsksClass(bool asks)
{
    m_asksClass = asks;
    showFirst();
}

QString DoorCard::nameOf(const WaitingRequest &request) const
{
    return m_nameOf(asExchange(request));
}

void DoorCard::showWaiting(std::vector<WaitingRequest> waiting)
{
    std::erase_if(waiting, [](const WaitingRequest &each) { return each.waitsFor != WaitsFor::Teacher; });
    m_waiting = std::move(waiting);
    // As they came, and as the flow diagram has them.
    std::sort(m_waiting.begin(), m_waiting.end(),
              [](const WaitingRequest &a, const WaitingRequest &b) { return a.exchange < b.exchange; });
    const auto isAside = [this](const WaitingRequest &each) { return m_aside.contains(each.exchange); };
    QSet<quint64> asideStill;
    for (const WaitingRequest &each : m_waiting) {
        if (isAside(each))
            asideStill.insert(each.exchange);
        m_names.insert(each.exchange, nameOf(each));
    }
    m_aside = asideStill;
    std::stable_partition(m_waiting.begin(), m_waiting.end(),
                          [&](const WaitingRequest &each) { return !isAside(each); });
    refresh();
}

void DoorCard::refresh()
{
    // Whoever is shown stays so, whatever order others come in, unless they were set aside.
    if (!waiting(m_shown) || m_aside.contains(m_shown))
        m_shown = m_waiting.empty() ? 0 : m_waiting.front().exchange;
    showOthers();
    m_others->setFixedHeight(std::min(m_others->count(), OthersShown) * othersLine() +
                             2 * m_others->frameWidth());
    m_alsoWaiting->setVisible(m_waiting.size() > 1);
    m_title->setText(m_waiting.size() > 1 ? tr("Waiting at the door: %1").arg(m_waiting.size())
                                          : tr("Waiting at the door"));
    if (m_waiting.empty()) {
        m_clock->stop();
        m_wentBy = 0;
    }
    if (!m_waiting.empty() && !m_clock->isActive())
        m_clock->start();
    showFirst();
}

/// Lines stay where they are as far as they can: somebody may be on the way through them.
void DoorCard::showOthers()
{
    const auto exchangeAt = [this](int row) {
        return row < m_others->count() ? m_others->item(row)->data(Qt::UserRole).toULongLong() : 0;
    };
    for (int row = m_others->count() - 1; row >= 0; --row) {
        if (exchangeAt(row) == m_shown || !waiting(exchangeAt(row)))
            delete m_others->takeItem(row);
    }
    int row = 0;
    for (const WaitingRequest &each : m_waiting) {
        if (each.exchange == m_shown)
            continue;
        int old = row;
        while (old < m_others->count() && exchangeAt(old) != each.exchange)
            ++old;
        if (old > row || old == m_others->count()) {
            auto *item = old < m_others->count() ? m_others->takeItem(old) : new QListWidgetItem;
            item->setData(Qt::UserRole, each.exchange);
            m_others->insertItem(row, item);
        }
        QListWidgetItem *item = m_others->item(row++);
        item->setText(tr("%1 asks %2").arg(m_names.value(each.exchange), askedFor(asExchange(each))));
        item->setSizeHint({0, othersLine()}); // cut where the list ends
    }
}

int DoorCard::othersLine() const
{
    return fontMetrics().height() + Theme::Space1;
}

const WaitingRequest *DoorCard::waiting(quint64 exchange) const
{
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(),
                     [exchange](const WaitingRequest &each) { return each.exchange == exchange; });
    return found == m_waiting.end() ? nullptr : &*found;
}

const WaitingRequest *DoorCard::shown() const
{
    return waiting(m_shown);
}

/// The choices stay in sight while nobody waits, greyed out; the card holds the focus for them meanwhile.
void DoorCard::keepPlace()
{
    const bool asks = m_asksClass && m_isHolding;
    QWidget *const choices = asks ? static_cast<QWidget *>(m_quiz) : m_answers;
    if (!shown() && focusWidget() && focusWidget()->hasFocus() && choices->isAncestorOf(focusWidget())) {
        m_lastFocus = focusWidget();
        setFocus();
    }
    m_answers->setEnabled(shown());
    m_quiz->setEnabled(shown());
    m_answers->setVisible(!asks);
    m_quiz->setVisible(asks);
    if (shown() && hasFocus() && m_lastFocus)
        m_lastFocus->setFocus();
    if (!isVisible() || m_waiting.size() > 1) // a crowd's list comes and goes; below it nothing is pressed
        return;
    layout()->activate();
    setMinimumHeight(qMax(minimumHeight(), layout()->hasHeightForWidth() ? layout()->heightForWidth(width())
                                                                         : layout()->sizeHint().height()));
}

void DoorCard::showFirst()
{
    const WaitingRequest *request = shown();
    m_request->setVisible(request);
    m_since->setVisible(request);
    m_news->setVisible(!m_news->text().isEmpty());
    if (!request) {
        m_who->setText(tr("Nobody waits."));
        keepPlace();
        return;
    }
    m_who->setText(tr("%1 asks").arg(m_names.value(request->exchange)));
    m_request->setText(askedFor(asExchange(*request)));
    const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - request->since) / 1000;
    m_since->setText(m_aside.contains(request->exchange) ? tr("left waiting, for %1 s now").arg(seconds)
                                                         : tr("for %1 s now").arg(seconds));
    keepPlace();
}

QMenu *DoorCard::answersMenu()
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this] { m_meant = m_shown; });
    for (const int status : {403, 410, 418, 429, 503}) {
        menu->addAction(statusText(status), this,
                        [this, status] { answerMeant(teacheranswer::Status{status}); });
    }
    menu->addSeparator();
    for (const int status : {301, 302}) {
        menu->addAction(tr("%1 to…").arg(statusText(status)), this,
                        [this, status] { askForRedirect(status); });
    }
    menu->addSeparator();
    for (const auto delay : {3s, 10s}) {
        menu->addAction(tr("Answer in %1 seconds").arg(delay.count()), this,
                        [this, delay] { answerMeant(teacheranswer::Later{delay}); });
    }
    menu->addAction(tr("&Leave them waiting"), this, &DoorCard::setAside);
    return menu;
}

void DoorCard::answerMeant(const TeacherAnswer &answer)
{
    this->answer(m_meant, answer);
}

void DoorCard::answer(quint64 exchange, const TeacherAnswer &answer)
{
    if (!waiting(exchange)) {
        say(tr("That request waits no longer, so nothing was answered."));
        return;
    }
    say({});
    // It is gone from here at once: a second click is for the next one.
    std::erase_if(m_waiting, [exchange](const WaitingRequest &each) { return each.exchange == exchange; });
    refresh();
    emit answered(exchange, answer);
}

void DoorCard::askForRedirect(int status)
{
    if (!waiting(m_meant))
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(statusText(status));
    dialog->setLabelText(tr("Where is it to be found? An address, or a path that begins with /"));
    dialog->setTextValue(QStringLiteral("/"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, status, exchange = m_meant](const QString &text) {
                const QByteArray location = QUrl(text.trimmed(), QUrl::TolerantMode).toEncoded();
                if (location.isEmpty())
                    say(tr("“%1” is no address, so nothing was answered. Try one like /b.jpg.")
                            .arg(plainText(text)));
                else
                    answer(exchange, teacheranswer::Redirect{status, location});
            });
    dialog->open();
}

void DoorCard::setAside()
{
    m_aside.insert(m_meant);
    showWaiting(m_waiting);
}

void DoorCard::noteExchanges(const ExchangeBatch &batch)
{
    if (m_names.isEmpty())
        return;
    bool renamed = false;
    for (const Exchange &exchange : batch.exchanges) {
        const auto name = m_names.find(exchange.id);
        // Several who began to wait at once may have had one name, before they were counted.
        if (name != m_names.end()) {
            if (const QString now = m_nameOf(exchange); now != std::exchange(*name, now))
                renamed = true;
        }
        if (exchange.isRunning())
            continue;
        const DoorState state = doorState(exchange);
        if (state == DoorState::WentBy)
            say(++m_wentBy == 1
                    ? tr("The door is full: 1 went by without waiting.")
                    : tr("The door is full: %1 went by without waiting.").arg(humanCount(m_wentBy)));
        if (name == m_names.end())
            continue;
        m_names.erase(name);
        if (const auto guess = m_guesses.constFind(exchange.id); guess != m_guesses.cend()) {
            // What is asked above it may be another one by now.
            say(tr("%1 (%2)").arg(StatusQuiz::verdict(*guess, exchange.status),
                                  shortened(askedFor(exchange), MaxSaid)));
            m_guesses.erase(guess);
        } else if (state == DoorState::Waits && exchange.ending == Ending::VisitorLeft) {
            say({});
            m_left = exchange;
            showWhoLeft();
        }
    }
    if (renamed)
        refresh();
}

void DoorCard::showWhoLeft()
{
    if (!m_left)
        return;
    m_news->setText(tr("%1 gave up waiting.").arg(m_nameOf(*m_left)));
    m_news->show();
}

void DoorCard::say(const QString &text)
{
    m_left.reset();
    m_news->setText(text);
    m_news->setVisible(!text.isEmpty());
}

} // namespace porchlight
