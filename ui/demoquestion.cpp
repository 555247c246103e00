// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demoquestion.h"

#include "ui/card.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace porchlight {

namespace {

constexpr int CardWidth = 260;

} // namespace

DemoQuestion::DemoQuestion(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New demo site"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space5, Theme::Space5, Theme::Space5, Theme::Space5);
    column->setSpacing(Theme::Space4);
    auto *lead = new TextLabel(
        TextLabel::Role::Normal,
        tr("One café, served in two ways. Porchlight writes it into a new folder and shares that at once."),
        this);
    lead->setWordWrap(true);
    column->addWidget(lead);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Space4);
    column->addLayout(row);
    add(row, DemoKind::Takeout, tr("Takeout"),
        tr("Files that are ready before anybody asks: one request, one answer, the same for everyone."),
        tr("New &Takeout…"));
    add(row, DemoKind::DineIn, tr("Dine-in"),
        tr("An app that answers: a menu from a database, orders, and a board that is live on every phone."),
        tr("New &Dine-in…"));
    auto *cancel = new QPushButton(tr("&Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(cancel, 0, Qt::AlignRight);
}

void DemoQuestion::add(QHBoxLayout *row, DemoKind kind, const QString &name, const QString &words,
                       const QString &button)
{
    auto *card = new Card(this);
    card->setMinimumWidth(CardWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    column->setSpacing(Theme::Space2);
    column->addWidget(new TextLabel(TextLabel::Role::Strong, name, card));
    auto *label = new TextLabel(TextLabel::Role::Dim, words, card);
    label->setWordWrap(true);
    column->addWidget(label);
    column->addStretch(1);
    auto *choose = new QPushButton(button, card);
    choose->setAccessibleDescription(words);
    connect(choose, &QPushButton::clicked, this, [this, kind] {
        accept();
        emit chosen(kind);
    });
    column->addWidget(choose);
    row->addWidget(card, 1);
}

} // namespace porchlight
