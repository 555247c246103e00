// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector.h"

#include "ui/card.h"
#include "ui/headview.h"
#include "ui/humanunits.h"
#include "ui/inspect/contentview.h"
#include "ui/inspect/curlcommand.h"
#include "ui/inspect/storyview.h"
#include "ui/inspect/traceview.h"
#include "ui/plainscroll.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace porchlight {

namespace {

/// Long enough to read why the command should not be passed on.
constexpr std::chrono::milliseconds CopiedShownFor{5'000};
/// Of a picture in the shared folder, pixels: as large as cameras make them.
constexpr qint64 LargestPhoto = 200'000'000;
/// Of the width.
constexpr int StoryShare = 12, HeadShare = 11;
/// Side by side from this width on, and how high one is below another; in lines of the font.
constexpr int BesideFrom = 38, StackedHeight = 8;

QVBoxLayout *cardLayout(Card *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space2);
    return column;
}

QString byteCount(qint64 bytes)
{
    return bytes == 1 ? Inspector::tr("1 byte") : Inspector::tr("%1 bytes").arg(humanCount(bytes));
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_story(new StoryView(this))
    , m_trace(new TraceView(this))
    , m_actions(new QWidget(this))
    , m_copied(new TextLabel(TextLabel::Role::Note, {}, m_actions))
    , m_curl(new QPushButton(tr("Copy as curl"), m_actions))
    , m_sendAgain(new QPushButton(tr("Send again…"), m_actions))
    , m_inFlow(new QPushButton(tr("Show in Flo&w"), m_actions))
    , m_cards(new QHBoxLayout)
    , m_requestSize(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_request(new HeadView(HeadView::Kind::Request, tr("Request head"), this))
    , m_requestContent(new ContentView(tr("Request content"), this))
    , m_responseSize(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_response(new HeadView(HeadView::Kind::Response, tr("Response head"), this))
    , m_responseContent(new ContentView(tr("Response content"), this))
    , m_steps(makeSide(tr("Ste&ps"), tr("Step by step, each with its time")))
    , m_sent(makeSide(tr("Content"), tr("What the visitor sent along")))
    , m_received(makeSide(tr("Content"), tr("What the visitor got")))
{
    makeActions();
    m_cards->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    m_cards->setSpacing(Theme::Space3);
    m_cards->addWidget(makeCard(tr("What happened"), nullptr, m_steps, m_story, m_trace), StoryShare);
    m_cards->addWidget(makeCard(tr("Request"), m_requestSize, m_sent, m_request, m_requestContent),
                       HeadShare);
    m_cards->addWidget(makeCard(tr("Response"), m_responseSize, m_received, m_response, m_responseContent),
                       HeadShare);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *cards = new QWidget;
    cards->setLayout(m_cards);
    whole->addWidget(new PlainScroll(cards));
    // Those that take the focus themselves: setTabOrder() passes over all others.
    const QList<QWidget *> reading{m_steps.button, m_story->focusProxy(), m_trace,   m_sent.button,
                                   m_request,      m_received.button,     m_response};
    for (qsizetype i = 1; i < reading.size(); ++i)
        setTabOrder(reading[i - 1], reading[i]);
    clear();
}

Inspector::Side Inspector::makeSide(const QString &text, const QString &toolTip)
{
    const Side side{new QPushButton(text, this), new QStackedWidget(this)};
    side.button->setCheckable(true);
    side.button->setProperty("quiet", true);
    side.button->setToolTip(toolTip);
    connect(side.button, &QPushButton::toggled, side.pages, [this, side] {
        turn(side);
        wantContent();
    });
    return side;
}

/// The choice stays while rows go by; what has no second page shows its first.
void Inspector::turn(const Side &side) const
{
    side.pages->setCurrentIndex(side.button->isChecked() && side.button->isVisibleTo(this) ? 1 : 0);
}

void Inspector::makeActions()
{
    m_curl->setToolTip(tr("Copy a command that asks the same with curl (Ctrl+Shift+C)"));
    m_sendAgain->setToolTip(tr("Ask the same once more, changed if you like (Ctrl+Shift+A)"));
    m_inFlow->setToolTip(tr("See who said what to whom"));
    connect(m_curl, &QPushButton::clicked, this, &Inspector::curlRequested);
    connect(m_sendAgain, &QPushButton::clicked, this, &Inspector::sendAgainRequested);
    connect(m_inFlow, &QPushButton::clicked, this, &Inspector::flowRequested);
    auto *line = new QHBoxLayout(m_actions);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Space2);
    line->addWidget(m_copied, 1);
    m_copied->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copied->hide();
    m_copiedFor.setSingleShot(true);
    m_copiedFor.setInterval(CopiedShownFor);
    connect(&m_copiedFor, &QTimer::timeout, m_copied, &QWidget::hide);
    for (QPushButton *button : {m_curl, m_sendAgain, m_inFlow})
        line->addWidget(button);
}

QWidget *Inspector::makeCard(const QString &title, TextLabel *note, const Side &side, QWidget *first,
                             QWidget *second)
{
    auto *card = new Card(this);
    QVBoxLayout *column = cardLayout(card);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Space1);
    line->addStrut(side.button->sizeHint().height()); // the same with and without the button
    line->addWidget(new TextLabel(TextLabel::Role::Strong, title));
    if (note != nullptr) {
        note->setElideMode(Qt::ElideRight);
        note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the first to give way
        note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line->addWidget(note, 1);
    } else {
        line->addStretch(1);
    }
    line->addWidget(side.button);
    column->addLayout(line);
    side.pages->addWidget(first);
    side.pages->addWidget(second);
    column->addWidget(side.pages, 1);
    card->setMinimumWidth(140);
    return card;
}

void Inspector::showExchange(const Exchange &exchange, const NarrationNames &names)
{
    const bool hasOtherContents = exchange.requestContent != m_shown.requestContent ||
                                  exchange.responseContent != m_shown.responseContent ||
                                  exchange.requestHead != m_shown.requestHead ||
                                  exchange.responseHead != m_shown.responseHead;
    if (exchange.id != m_shown.id)
        m_copied->hide();
    m_shown = exchange;
    m_names = names;
    m_story->showExchange(exchange, names);
    m_trace->setSteps(traceOf(exchange, names));
    showHeads();
    if (hasOtherContents)
        showContents(); // else the reader's place in them stays while the exchange goes on
    showSides();
}

void Inspector::clear()
{
    m_shown = {};
    m_story->clear(tr("Choose a request above to read what happened."));
    m_trace->setSteps({});
    showHeads();
    showSides();
}

void Inspector::showHeads()
{
    m_request->setHead(m_shown.requestHead);
    m_request->setNotes(requestNotes(m_shown, m_names));
    m_requestSize->setText(m_shown.requestHead.isEmpty() ? QString() : byteCount(m_shown.requestHead.size()));
    const Theme::Pill &pill = Theme::current().pillFor(m_shown.status, false);
    m_response->setHead(m_shown.responseHead, pill.text);
    m_response->setNotes(responseNotes(m_shown, m_names));
    QString size = m_shown.responseHead.isEmpty() ? QString() : byteCount(m_shown.responseHead.size());
    if (m_shown.bodyBytes > 0)
        size += QStringLiteral(" + ") + humanSize(m_shown.bodyBytes);
    m_responseSize->setText(size);
}

void Inspector::showContents()
{
    m_requestContent->setPreview(previewOf(m_shown.requestContent, m_shown.requestField("Content-Type"),
                                           m_shown.requestField("Content-Encoding")));
    if (!m_shown.responseContent.isEmpty()) {
        m_responseContent->setPreview(responsePreview(m_shown.responseContent));
    } else if (mayBeReadAgain()) {
        m_responseContent->setPreview(NoPreview{tr("Looking at the file…")});
    } else {
        m_responseContent->setPreview(NoPreview{tr("Porchlight kept no copy of this content: it went from "
                                                   "the disk to the network, or was too much.")});
    }
    m_wanted = 0;
    wantContent();
}

ContentPreview Inspector::responsePreview(const QByteArray &content) const
{
    return previewOf(content, m_shown.responseField("Content-Type"),
                     m_shown.responseField("Content-Encoding"));
}

bool Inspector::mayBeReadAgain() const
{
    return m_shown.responseContent.isEmpty() && m_shown.ending == Ending::Complete && m_shown.status == 200 &&
           m_shown.responseField("Content-Type").startsWith("image/");
}

/// Once somebody looks at where it is to be.
void Inspector::wantContent()
{
    if (m_wanted == m_shown.id || m_received.pages->currentIndex() == 0 || !mayBeReadAgain())
        return;
    m_wanted = m_shown.id;
    emit contentWanted(m_shown);
}

void Inspector::showContent(quint64 exchange, const QByteArray &content)
{
    if (exchange != m_shown.id || !mayBeReadAgain())
        return;
    if (content.isNull()) {
        m_responseContent->setPreview(
            NoPreview{tr("Porchlight kept no copy of this picture, and cannot look at it again: the file is "
                         "another one by now, too large, or not shared any more.")});
        return;
    }
    ContentPreview preview = responsePreview(content);
    if (auto *picture = std::get_if<PicturePreview>(&preview))
        picture->mostPixels = LargestPhoto;
    m_responseContent->setPreview(preview);
}

/// What can be turned to and done with the exchange shown.
void Inspector::showSides()
{
    const bool isAsked = !m_shown.method().isEmpty();
    m_actions->setVisible(isAsked);
    m_curl->setEnabled(!curlCommand(m_shown).isEmpty());
    m_steps.button->setVisible(!m_shown.requestHead.isEmpty());
    m_sent.button->setVisible(!m_shown.requestContent.isEmpty());
    m_received.button->setVisible(m_shown.bodyBytes > 0);
    for (const Side &side : {m_steps, m_sent, m_received})
        turn(side);
    wantContent();
    emit shownChanged();
}

void Inspector::noteCopied()
{
    m_copied->setText(m_shown.requestField("Cookie").isEmpty() ? tr("Copied")
                                                               : tr("Copied, the visitor’s cookie included"));
    m_copied->show();
    m_copiedFor.start();
}

QString Inspector::toldText() const
{
    return m_story->text();
}

void Inspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showHeads();
    if (event->type() == QEvent::FontChange)
        arrangeCards();
}

void Inspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCards();
}

void Inspector::arrangeCards()
{
    const int line = fontMetrics().height();
    const bool isStacked = width() < BesideFrom * line;
    m_cards->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (int card = 0; card < m_cards->count(); ++card)
        m_cards->itemAt(card)->widget()->setMinimumHeight(isStacked ? StackedHeight * line : 0);
}

} // namespace porchlight
