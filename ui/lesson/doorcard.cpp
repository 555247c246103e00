// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/doorcard.h"

#include "server/record/statuswords.h"
#include "ui/lesson/statusquiz.h"
#include "ui/plaintext.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QDateTime>
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

constexpr int OthersShown = 5; // lines of the list; it scrolls

/// A head as Exchange reads it.
Exchange asExchange(const WaitingRequest &request)
{
    Exchange exchange;
    exchange.id = request.exchange;
    exchange.visitor = request.visitor;
    exchange.requestHead = request.requestHead;
    return exchange;
}

QString askedFor(const WaitingRequest &request)
{
    const Exchange exchange = asExchange(request);
    return plainText(exchange.method()) + QLatin1Char(' ') + readableTarget(exchange.target());
}

QString statusText(int status)
{
    return QStringLiteral("%1 %2").arg(status).arg(QString::fromLatin1(reasonPhrase(status)));
}

bool waitedAtDoor(const Exchange &exchange)
{
    return std::any_of(exchange.decisions.begin(), exchange.decisions.end(), [](const Decision &each) {
        return std::holds_alternative<decision::HeldAtDoor>(each);
    });
}

} // namespace

DoorCard::DoorCard(QWidget *parent)
    : Card(parent)
    , m_title(new TextLabel(TextLabel::Role::Strong, tr("Waiting at the door"), this))
    , m_news(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_who(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_since(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_answers(new QWidget(this))
    , m_quiz(new StatusQuiz(this))
    , m_others(new QListWidget(this))
    , m_clock(new QTimer(this))
{
    setObjectName(QStringLiteral("doorCard"));
    m_news->setWordWrap(true);
    m_who->setWordWrap(true);
    m_others->setAccessibleName(tr("All who wait"));
    m_others->setToolTip(tr("Choose whose request is answered next"));
    m_others->setUniformItemSizes(true);

    auto *answer = new QPushButton(tr("&Answer"), m_answers);
    answer->setProperty("go", true);
    answer->setToolTip(tr("As Porchlight answers it"));
    connect(answer, &QPushButton::clicked, this, [this] { answerShown(teacheranswer::AsItIs{}); });
    auto *row = new QHBoxLayout(m_answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space1);
    row->addWidget(answer);
    for (const int status : {404, 500}) {
        auto *button = new QPushButton(QString::number(status), m_answers);
        button->setToolTip(statusText(status));
        button->setAccessibleName(tr("Answer %1").arg(statusText(status)));
        connect(button, &QPushButton::clicked, this,
                [this, status] { answerShown(teacheranswer::Status{status}); });
        row->addWidget(button);
    }
    auto *more = new QPushButton(tr("M&ore…"), m_answers);
    more->setMenu(answersMenu());
    row->addWidget(more);
    row->addStretch();
    for (auto *button : m_answers->findChildren<QPushButton *>())
        button->setProperty("tight", true); // four of them side by side

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(Theme::Space2);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_title, m_news, m_who, m_since, m_answers, m_quiz, m_others})
        column->addWidget(each);

    connect(m_quiz, &StatusQuiz::guessed, this, [this](int guess) {
        if (const WaitingRequest *request = shown())
            m_guesses.insert(request->exchange, guess);
        answerShown(teacheranswer::AsItIs{});
    });
    connect(m_others, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!item)
            return;
        m_chosen = item->data(Qt::UserRole).toULongLong();
        showFirst();
    });
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
    if (std::none_of(m_waiting.begin(), m_waiting.end(),
                     [this](const WaitingRequest &each) { return each.exchange == m_chosen; }))
        m_chosen = 0;
    const QSignalBlocker blocker(m_others);
    m_others->clear();
    for (const WaitingRequest &each : m_waiting) {
        auto *item =
            new QListWidgetItem(tr("%1 asks %2").arg(m_names.value(each.exchange), askedFor(each)), m_others);
        item->setData(Qt::UserRole, each.exchange);
        if (each.exchange == m_chosen)
            m_others->setCurrentItem(item);
    }
    const int lines = std::min(int(m_waiting.size()), OthersShown);
    m_others->setFixedHeight(lines * m_others->sizeHintForRow(0) + 2 * m_others->frameWidth() + 2);
    m_others->setVisible(m_waiting.size() > 1);
    m_title->setText(m_waiting.size() > 1 ? tr("Waiting at the door: %1").arg(m_waiting.size())
                                          : tr("Waiting at the door"));
    if (m_waiting.empty())
        m_clock->stop();
    else if (!m_clock->isActive())
        m_clock->start();
    showFirst();
}

const WaitingRequest *DoorCard::shown() const
{
    const auto chosen = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const WaitingRequest &each) {
        return each.exchange == m_chosen;
    });
    if (chosen != m_waiting.end())
        return &*chosen;
    return m_waiting.empty() ? nullptr : &m_waiting.front();
}

void DoorCard::showFirst()
{
    const WaitingRequest *request = shown();
    m_answers->setVisible(request && !m_asksClass);
    m_quiz->setVisible(request && m_asksClass);
    m_since->setVisible(request);
    m_news->setVisible(!m_news->text().isEmpty());
    if (!request) {
        m_who->setText(tr("Nobody waits."));
        return;
    }
    m_who->setText(tr("%1 asks %2").arg(m_names.value(request->exchange), askedFor(*request)));
    const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - request->since) / 1000;
    m_since->setText(m_aside.contains(request->exchange) ? tr("left waiting, for %1 s now").arg(seconds)
                                                         : tr("for %1 s now").arg(seconds));
}

QMenu *DoorCard::answersMenu()
{
    auto *menu = new QMenu(this);
    for (const int status : {403, 410, 418, 429, 503}) {
        menu->addAction(statusText(status), this,
                        [this, status] { answerShown(teacheranswer::Status{status}); });
    }
    menu->addSeparator();
    for (const int status : {301, 302}) {
        menu->addAction(tr("%1 to…").arg(statusText(status)), this,
                        [this, status] { askForRedirect(status); });
    }
    menu->addSeparator();
    for (const auto delay : {3s, 10s}) {
        menu->addAction(tr("Answer in %1 seconds").arg(delay.count()), this,
                        [this, delay] { answerShown(teacheranswer::Later{delay}); });
    }
    menu->addAction(tr("&Leave them waiting"), this, &DoorCard::setAside);
    menu->addSeparator();
    menu->addAction(tr("Let &all in"), this, &DoorCard::allLetIn);
    return menu;
}

void DoorCard::answerShown(const TeacherAnswer &answer)
{
    const WaitingRequest *request = shown();
    if (!request)
        return;
    say({});
    const quint64 exchange = request->exchange;
    // It is gone from here at once: a second click is for the next one.
    std::erase_if(m_waiting, [exchange](const WaitingRequest &each) { return each.exchange == exchange; });
    refresh();
    emit answered(exchange, answer);
}

void DoorCard::askForRedirect(int status)
{
    const WaitingRequest *request = shown();
    if (!request)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(statusText(status));
    dialog->setLabelText(tr("Where is it to be found? An address, or a path that begins with /"));
    dialog->setTextValue(QStringLiteral("/"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, status, exchange = request->exchange](const QString &text) {
                const QByteArray location = QUrl(text.trimmed(), QUrl::TolerantMode).toEncoded();
                m_chosen = exchange;
                if (location.isEmpty())
                    say(tr("“%1” is no address, so nothing was answered. Try one like /b.jpg.")
                            .arg(plainText(text)));
                else if (const WaitingRequest *still = shown(); still && still->exchange == exchange)
                    answerShown(teacheranswer::Redirect{status, location});
            });
    dialog->open();
}

void DoorCard::setAside()
{
    const WaitingRequest *request = shown();
    if (!request)
        return;
    m_aside.insert(request->exchange);
    m_chosen = 0;
    showWaiting(m_waiting);
}

void DoorCard::noteExchanges(const ExchangeBatch &batch)
{
    if (m_names.isEmpty())
        return;
    for (const Exchange &exchange : batch.exchanges) {
        if (exchange.isRunning() || !m_names.contains(exchange.id) || !waitedAtDoor(exchange))
            continue;
        const QString name = m_names.take(exchange.id);
        if (const auto guess = m_guesses.constFind(exchange.id); guess != m_guesses.cend()) {
            say(StatusQuiz::verdict(*guess, exchange.status));
            m_guesses.erase(guess);
        } else if (exchange.status == 0 && exchange.ending == Ending::VisitorLeft) {
            say(tr("%1 gave up waiting.").arg(name));
        }
    }
}

void DoorCard::say(const QString &text)
{
    m_news->setText(text);
    m_news->setVisible(!text.isEmpty());
}

} // namespace porchlight
