// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/networkaddresses.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace porchlight {

/// What stands under "More": the further addresses, each with its kind and copied by a click, and the port.
class AddressDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit AddressDetails(QWidget *parent = nullptr);

    void showAddresses(const QList<ReachableAddress> &addresses, quint16 port);
    void showPortChoice(quint16 port); ///< 0: automatic.

signals:
    void portChosen(quint16 port); ///< 0: automatic.

private:
    void choosePort();

    QVBoxLayout *const m_list;
    QLineEdit *const m_port;
    QList<QWidget *> m_rows;
    QList<ReachableAddress> m_shown;
    quint16 m_shownPort = 0;
    quint16 m_chosenPort = 0;
};

} // namespace porchlight
