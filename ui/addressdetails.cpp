// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addressdetails.h"

#include "server/network/httpurl.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace porchlight {

namespace {

constexpr std::chrono::milliseconds CopiedShownFor{2'000};

QString kindName(const ReachableAddress &address)
{
    switch (address.kind) {
    case LinkKind::Ethernet:
        return AddressDetails::tr("Wired network");
    case LinkKind::WiFi:
        return AddressDetails::tr("Wi-Fi");
    case LinkKind::OtherLan:
        return AddressDetails::tr("Network");
    case LinkKind::Vpn:
        return AddressDetails::tr("VPN, members only");
    case LinkKind::Container:
        return AddressDetails::tr("Virtual, this computer only");
    case LinkKind::Loopback:
        return AddressDetails::tr("This computer only");
    }
    return {};
}

} // namespace

AddressDetails::AddressDetails(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout)
    , m_port(new QLineEdit(this))
{
    // QIntValidator would not let go of an empty field, which means "automatic" here.
    m_port->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,5}")), m_port));
    m_port->setPlaceholderText(tr("automatic"));
    m_port->setMaximumWidth(110);
    m_port->setToolTip(tr("Empty: 8080, or the next free port"));
    m_port->setAccessibleName(tr("Port; empty: 8080 or the next free one"));
    auto *label = new TextLabel(TextLabel::Role::Normal, tr("Po&rt"), this);
    label->setBuddy(m_port);
    m_port->setAcceptDrops(false); // a folder is dropped on the window, also here
    connect(m_port, &QLineEdit::editingFinished, this, &AddressDetails::choosePort);

    auto *portRow = new QHBoxLayout;
    portRow->addWidget(label);
    portRow->addStretch();
    portRow->addWidget(m_port);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Theme::Space1);
    column->setSpacing(Theme::Space2);
    m_list->setSpacing(Theme::Space1);
    column->addLayout(m_list);
    column->addLayout(portRow);
}

void AddressDetails::showAddresses(const QList<ReachableAddress> &addresses, quint16 port)
{
    if (addresses == m_shown && port == m_shownPort)
        return;
    m_shown = addresses;
    m_shownPort = port;
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const ReachableAddress &address : addresses) {
        const QString url = httpUrl(address.address, port);
        auto *row = new QPushButton(this);
        row->setProperty("quiet", true);
        row->setToolTip(tr("Copy this address"));
        row->setAccessibleName(tr("Copy %1, %2").arg(url, kindName(address)));
        auto *urlLabel = new TextLabel(TextLabel::Role::Normal, url, row);
        auto *kindLabel = new TextLabel(TextLabel::Role::Note, kindName(address), row);
        urlLabel->setElideMode(Qt::ElideMiddle);
        auto *lines = new QVBoxLayout(row);
        lines->setContentsMargins(0, 2, 0, 2);
        lines->setSpacing(0);
        for (TextLabel *each : {urlLabel, kindLabel}) {
            each->setAttribute(Qt::WA_TransparentForMouseEvents);
            lines->addWidget(each);
        }
        row->setFixedHeight(lines->sizeHint().height());
        auto *copied = new QTimer(row);
        copied->setSingleShot(true);
        copied->setInterval(CopiedShownFor);
        connect(copied, &QTimer::timeout, kindLabel,
                [kindLabel, address] { kindLabel->setText(kindName(address)); });
        connect(row, &QPushButton::clicked, copied, [url, kindLabel, copied] {
            QGuiApplication::clipboard()->setText(url);
            kindLabel->setText(tr("Copied"));
            copied->start();
        });
        m_list->addWidget(row);
        m_rows.append(row);
        // A child made late comes last in the window; this puts it right before the port.
        setTabOrder(m_port, row);
        setTabOrder(row, m_port);
    }
}

void AddressDetails::showPortChoice(quint16 port)
{
    m_chosenPort = port;
    m_port->setText(port == 0 ? QString() : QString::number(port));
}

void AddressDetails::choosePort()
{
    bool isPort = m_port->text().isEmpty();
    const quint16 port = isPort ? 0 : m_port->text().toUShort(&isPort);
    const bool isAnother = isPort && port != m_chosenPort;
    showPortChoice(isPort ? port : m_chosenPort);
    if (isAnother)
        emit portChosen(port);
}

} // namespace porchlight
