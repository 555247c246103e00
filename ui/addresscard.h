// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/networkaddresses.h"
#include "ui/card.h"

#include <QPointer>

#include <optional>

class QPushButton;
class QTimer;

namespace porchlight {

class AddressDetails;
class QrCodeView;
class QrPoster;
class TextLabel;

/// Where visitors find the shared folder: the best address, large and as a QR code, and the others under
/// "More".
class AddressCard final : public Card
{
    Q_OBJECT
public:
    explicit AddressCard(QWidget *parent = nullptr);

    void showAddresses(const QList<ReachableAddress> &addresses); ///< Best first.
    /// The server listens on this computer's own address alone, as somebody wished. Otherwise that address is
    /// none for visitors: it leads each of them to their own device.
    void setThisComputerOnly(bool only);
    void showMachineName(const QString &name); ///< Empty: it does not resolve.
    void showListening(quint16 port);
    void showNotListening();
    /// What a person chose; 0: automatic.
    void showPortChoice(quint16 port);

    /// The code only on demand: leaves room for other cards.
    void setCompact(bool compact);

    QString bestUrl() const;                  ///< Empty while no visitor can reach us.
    std::optional<LinkKind> bestKind() const; ///< Of the best address; nothing: none is for visitors.

public slots:
    void copyLink();
    void enlarge(); ///< The code, as large as the screen; nothing while nothing can be reached.

signals:
    void portChosen(quint16 port); ///< 0: automatic.
    void bestUrlChanged(const QString &url, bool isListening);

private:
    void refresh();
    void refreshPoster();
    QString ownUrl() const; ///< For this computer; empty while nothing listens.

    TextLabel *const m_address;
    TextLabel *const m_byName;
    QrCodeView *const m_code;
    TextLabel *const m_hint;
    QPushButton *const m_copy;
    QPushButton *const m_open;
    QPushButton *const m_showCode;
    QPushButton *const m_more;
    AddressDetails *const m_details;
    QPointer<QrPoster> m_poster;
    QTimer *const m_posterDelay;
    QList<ReachableAddress> m_addresses;
    QString m_machineName;
    bool m_thisComputerOnly = false;
    quint16 m_port = 0; ///< 0: not listening.
    bool m_compact = false;
};

} // namespace porchlight
