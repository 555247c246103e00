// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharepanel.h"

#include "ui/addresscard.h"
#include "ui/foldercard.h"
#include "ui/guestscard.h"
#include "ui/sharebutton.h"
#include "ui/stateline.h"
#include "ui/theme.h"

#include <QVBoxLayout>

namespace porchlight {

SharePanel::SharePanel(QWidget *parent)
    : QScrollArea(parent)
    , m_folderCard(new FolderCard)
    , m_button(new ShareButton)
    , m_stateLine(new StateLine)
    , m_addressCard(new AddressCard)
    , m_guestsCard(new GuestsCard)
{
    auto *cards = new QWidget(this);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_folderCard);
    column->addWidget(m_button);
    column->addWidget(m_stateLine);
    column->addWidget(m_addressCard);
    column->addWidget(m_guestsCard);
    column->addStretch();

    setWidget(cards);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(Width);
    viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    connect(m_button, &ShareButton::clicked, this, &SharePanel::toggleRequested);
}

void SharePanel::showState(SharingState state)
{
    m_button->showState(state);
    m_stateLine->showState(state);
    if (state != SharingState::On)
        m_addressCard->showNotListening();
}

} // namespace porchlight
