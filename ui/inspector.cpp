// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector.h"

#include "ui/card.h"
#include "ui/fittedtext.h"
#include "ui/headview.h"
#include "ui/humanunits.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/timingbar.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace porchlight {

namespace {

QVBoxLayout *cardLayout(Card *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space2);
    return column;
}

QString byteCount(qint64 bytes)
{
    return Inspector::tr("%1 bytes").arg(humanCount(bytes));
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_story(new FittedText(this))
    , m_timing(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_bar(new TimingBar(this))
    , m_requestSize(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_request(new HeadView(HeadView::Kind::Request, tr("Request head"), this))
    , m_responseSize(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_response(new HeadView(HeadView::Kind::Response, tr("Response head"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    row->setSpacing(Theme::Space3);
    row->addWidget(makeStory(), 12);
    row->addWidget(makeHead(tr("Request"), m_requestSize, m_request), 11);
    row->addWidget(makeHead(tr("Response"), m_responseSize, m_response), 11);
    setTabOrder(m_story, m_request);
    setTabOrder(m_request, m_response);
    clear();
}

QWidget *Inspector::makeStory()
{
    m_story->setAccessibleName(tr("What happened"));
    m_timing->setWordWrap(true);
    m_timing->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *content = new QWidget;
    auto *text = new QVBoxLayout(content);
    text->setContentsMargins(0, 0, 0, 0);
    text->setSpacing(Theme::Space2);
    text->addWidget(m_story);
    text->addSpacing(Theme::Space1);
    text->addWidget(m_timing);
    text->addWidget(m_bar);
    text->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);

    auto *card = new Card(this);
    QVBoxLayout *column = cardLayout(card);
    column->addWidget(new TextLabel(TextLabel::Role::Strong, tr("What happened")));
    column->addWidget(scroll, 1);
    card->setMinimumWidth(140);
    return card;
}

QWidget *Inspector::makeHead(const QString &title, TextLabel *size, HeadView *head)
{
    auto *card = new Card(this);
    QVBoxLayout *column = cardLayout(card);
    auto *line = new QHBoxLayout;
    line->addWidget(new TextLabel(TextLabel::Role::Strong, title));
    size->setElideMode(Qt::ElideRight);
    size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(size, 1);
    column->addLayout(line);
    column->addWidget(head, 1);
    card->setMinimumWidth(140);
    return card;
}

void Inspector::show(const Exchange &exchange, const NarrationNames &names)
{
    m_shown = exchange;
    m_names = names;
    m_story->setPieces(narrate(exchange, names));
    m_timing->setText(timingText(exchange));
    m_bar->setParts(timingParts(exchange));
    m_bar->setVisible(true);
    showHeads();
}

void Inspector::clear()
{
    m_shown = {};
    m_story->setPieces({{tr("Choose a request above to read what happened.")}});
    m_timing->clear();
    m_bar->setVisible(false);
    showHeads();
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

QString Inspector::toldText() const
{
    return m_story->toPlainText();
}

void Inspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showHeads();
}

} // namespace porchlight
