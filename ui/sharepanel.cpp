// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharepanel.h"

#include "ui/addresscard.h"
#include "ui/foldercard.h"
#include "ui/guestscard.h"
#include "ui/lesson/lessoncards.h"
#include "ui/sharebutton.h"
#include "ui/stateline.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QVBoxLayout>

namespace porchlight {

SharePanel::SharePanel(QWidget *parent)
    : QScrollArea(parent)
    , m_folderCard(new FolderCard)
    , m_button(new ShareButton)
    , m_stateLine(new StateLine)
    , m_addressCard(new AddressCard)
    , m_guestsCard(new GuestsCard)
    , m_lessonCards(new LessonCards)
    , m_teach(new QPushButton(tr("Lesson con&trols")))
{
    auto *cards = new QWidget(this);
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_folderCard);
    column->addWidget(m_button);
    column->addWidget(m_stateLine);
    column->addWidget(m_addressCard);
    column->addWidget(m_lessonCards);
    column->addWidget(m_guestsCard);
    column->addWidget(m_teach);
    column->addStretch();

    setWidget(cards);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(Width);
    viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    const auto keepFromWheel = [this](QWidget *control) {
        control->setFocusPolicy(Qt::StrongFocus); // else the wheel itself would give it the focus
        control->installEventFilter(this);
    };
    for (QSlider *each : cards->findChildren<QSlider *>())
        keepFromWheel(each);
    for (QComboBox *each : cards->findChildren<QComboBox *>())
        keepFromWheel(each);
    m_teach->setCheckable(true);
    m_teach->setProperty("quiet", true);
    m_teach->setToolTip(
        tr("Shows controls that slow requests down, hold them at the door and answer them by hand"));
    connect(m_teach, &QPushButton::toggled, m_lessonCards, &LessonCards::setOn);
    connect(m_teach, &QPushButton::toggled, m_addressCard, &AddressCard::setCompact);
    connect(m_button, &ShareButton::clicked, this, &SharePanel::toggleRequested);
}

void SharePanel::setLessonOn(bool on)
{
    m_teach->setChecked(on);
}

void SharePanel::setLessonOnly(bool only)
{
    for (QWidget *each : std::initializer_list<QWidget *>{m_folderCard, m_button, m_stateLine, m_addressCard,
                                                          m_guestsCard, m_teach})
        each->setVisible(!only);
}

bool SharePanel::eventFilter(QObject *watched, QEvent *event)
{
    // QScrollArea filters its scroll bars' events, too: only the controls' are kept from them.
    const bool isControl = qobject_cast<QSlider *>(watched) || qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && isControl && !static_cast<const QWidget *>(watched)->hasFocus()) {
        event->ignore(); // it scrolls the panel
        return true;
    }
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        setFixedWidth(
            qMax(Width, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
    return QScrollArea::eventFilter(watched, event);
}

void SharePanel::showState(SharingState state)
{
    m_button->showState(state);
    m_stateLine->showState(state);
    m_lessonCards->setSharing(state == SharingState::On);
    if (state != SharingState::On)
        m_addressCard->showNotListening();
}

} // namespace porchlight
