// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldercard.h"

#include "ui/foldericon.h"
#include "ui/foldertext.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QDir>
#include <QGridLayout>
#include <QPushButton>

namespace porchlight {

FolderCard::FolderCard(QWidget *parent)
    : Card(parent)
    , m_name(new TextLabel(TextLabel::Role::Strong, {}, this))
    , m_details(new TextLabel(TextLabel::Role::Note, {}, this))
{
    m_name->setElideMode(Qt::ElideRight);
    m_details->setElideMode(Qt::ElideRight);
    auto *change = new QPushButton(tr("Change &folder…"), this);
    auto *open = new QPushButton(tr("Open"), this);
    open->setToolTip(tr("Open the folder in the file manager"));
    open->setAccessibleName(tr("Open the folder in the file manager"));
    connect(change, &QPushButton::clicked, this, &FolderCard::changeRequested);
    connect(open, &QPushButton::clicked, this, &FolderCard::openRequested);

    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_details);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::Space3 - 2);
    top->addWidget(new FolderIcon(this));
    top->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Space2);
    buttons->addWidget(change);
    buttons->addWidget(open);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(10);
    column->addLayout(top);
    column->addLayout(buttons);
}

void FolderCard::showFolder(const QString &folder)
{
    m_folder = folder;
    m_name->setText(folderName(folder));
    m_name->setToolTip(plainToolTip(QDir::toNativeSeparators(folder)));
    showDetails(tr("counting…"));
}

void FolderCard::showContent(qint64 items, qint64 bytes, bool finished)
{
    const QString counted = tr("%1 · %2").arg(countedItems(items), humanSize(bytes));
    showDetails(finished ? counted : counted + u'…');
}

void FolderCard::showDetails(const QString &details)
{
    m_details->setText(tr("%1 · %2").arg(folderPlace(m_folder), details));
}

} // namespace porchlight
