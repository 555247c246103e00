// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresscard.h"

#include "server/network/httpurl.h"
#include "ui/addressdetails.h"
#include "ui/qrcodeview.h"
#include "ui/qrposter.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

namespace porchlight {

namespace {

constexpr std::chrono::milliseconds CopiedShownFor{2'000};
// A Wi-Fi that drops for a moment is back sooner, most often with the address that is on the wall.
constexpr std::chrono::milliseconds PosterDelay{10'000};

} // namespace

AddressCard::AddressCard(QWidget *parent)
    : Card(parent)
    , m_address(new TextLabel(TextLabel::Role::Address, {}, this))
    , m_byName(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_code(new QrCodeView(this))
    , m_hint(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_copy(new QPushButton(tr("&Copy link"), this))
    , m_open(new QPushButton(tr("Open pa&ge"), this))
    , m_showCode(new QPushButton(tr("Show co&de large"), this))
    , m_more(new QPushButton(this))
    , m_details(new AddressDetails(this))
    , m_posterDelay(new QTimer(this))
{
    m_address->setObjectName(QStringLiteral("address"));
    m_byName->setObjectName(QStringLiteral("machineName"));
    m_address->setElideMode(Qt::ElideMiddle);
    m_byName->setElideMode(Qt::ElideMiddle);
    m_hint->setWordWrap(true);
    for (TextLabel *label : {m_address, m_byName, m_hint})
        label->setAlignment(Qt::AlignCenter);
    m_code->setFixedSize(m_code->sizeHint());
    m_code->setFocusPolicy(Qt::StrongFocus);
    m_copy->setToolTip(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    m_open->setToolTip(tr("Open the page in this computer’s browser"));
    m_showCode->setToolTip(tr("Shows the code for phones’ cameras as large as the screen"));
    m_more->setProperty("quiet", true);
    m_more->setCheckable(true);
    m_details->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Space2);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    buttons->addStretch();
    for (QPushButton *button : {m_copy, m_open, m_showCode})
        button->setProperty("tight", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space2);
    column->setSpacing(Theme::Space1);
    column->addWidget(m_address);
    column->addWidget(m_byName);
    column->addSpacing(Theme::Space1);
    column->addWidget(m_code, 0, Qt::AlignHCenter);
    column->addSpacing(Theme::Space1);
    column->addWidget(m_hint);
    column->addSpacing(Theme::Space1);
    column->addLayout(buttons);
    column->addWidget(m_showCode, 0, Qt::AlignHCenter);
    column->addWidget(m_more, 0, Qt::AlignHCenter);
    column->addWidget(m_details);

    connect(m_code, &QrCodeView::enlargeRequested, this, &AddressCard::enlarge);
    connect(m_showCode, &QPushButton::clicked, this, &AddressCard::enlarge);
    connect(m_copy, &QPushButton::clicked, this, &AddressCard::copyLink);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(ownUrl())); });
    connect(m_more, &QPushButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        refresh();
    });
    connect(m_details, &AddressDetails::portChosen, this, &AddressCard::portChosen);
    m_posterDelay->setSingleShot(true);
    m_posterDelay->setInterval(PosterDelay);
    connect(m_posterDelay, &QTimer::timeout, this, &AddressCard::refreshPoster);
    refresh();
}

void AddressCard::showAddresses(const QList<ReachableAddress> &addresses)
{
    m_addresses = addresses;
    refresh();
}

void AddressCard::setThisComputerOnly(bool only)
{
    m_thisComputerOnly = only;
    refresh();
}

void AddressCard::showMachineName(const QString &name)
{
    m_machineName = name;
    refresh();
}

void AddressCard::showListening(quint16 port)
{
    m_port = port;
    refresh();
}

void AddressCard::showNotListening()
{
    m_port = 0;
    refresh();
}

void AddressCard::showPortChoice(quint16 port)
{
    m_details->showPortChoice(port);
}

void AddressCard::setCompact(bool compact)
{
    m_compact = compact;
    refresh();
}

QString AddressCard::ownUrl() const
{
    return m_port == 0 || m_addresses.isEmpty() ? QString() : httpUrl(m_addresses.first().address, m_port);
}

std::optional<LinkKind> AddressCard::bestKind() const
{
    if (m_addresses.isEmpty())
        return std::nullopt;
    const LinkKind kind = m_addresses.first().kind;
    return kind == LinkKind::Loopback && !m_thisComputerOnly ? std::nullopt : std::optional(kind);
}

QString AddressCard::bestUrl() const
{
    return bestKind() ? ownUrl() : QString();
}

void AddressCard::refresh()
{
    const QString url = bestUrl();
    const bool reachable = !url.isEmpty();
    m_address->setText(url);
    m_address->setAccessibleName(tr("Address: %1").arg(url));
    m_code->setText(url);
    m_byName->setText(tr("or %1").arg(httpUrl(m_machineName, m_port)));
    m_byName->setVisible(reachable && !m_machineName.isEmpty());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_address, m_copy, m_showCode})
        widget->setVisible(reachable);
    m_open->setVisible(!ownUrl().isEmpty());
    m_code->setVisible(reachable && !m_compact);
    m_hint->setVisible(!reachable || !m_compact);
    if (reachable)
        m_hint->setText(tr("Point a phone’s camera here"));
    else if (m_port == 0)
        m_hint->setText(tr("Start sharing to see the address here."));
    else
        m_hint->setText(tr("This computer is on no network. The address appears here when it is."));

    const qsizetype others = reachable ? m_addresses.size() - 1 : 0;
    const QString arrow = m_more->isChecked() ? QStringLiteral("▴") : QStringLiteral("▾");
    m_more->setText((others > 0 ? tr("More (%1) ").arg(others) : tr("More ")) + arrow);
    m_more->setAccessibleName(tr("More addresses, and the port"));
    m_details->showAddresses(others > 0 ? m_addresses.sliced(1) : QList<ReachableAddress>(), m_port);

    emit bestUrlChanged(url, m_port != 0);
    if (m_port == 0)
        refreshPoster();
    else if (m_poster && !m_posterDelay->isActive())
        m_posterDelay->start();
}

void AddressCard::refreshPoster()
{
    if (m_poster && bestUrl().isEmpty())
        m_poster->close();
    else if (m_poster)
        m_poster->setAddress(bestUrl());
}

void AddressCard::copyLink()
{
    if (bestUrl().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(bestUrl());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(CopiedShownFor, m_copy, [this] { m_copy->setText(tr("&Copy link")); });
}

void AddressCard::enlarge()
{
    if (bestUrl().isEmpty())
        return;
    if (!m_poster)
        m_poster = new QrPoster(this);
    m_poster->setAddress(bestUrl());
    m_poster->showFullScreen();
}

} // namespace porchlight
