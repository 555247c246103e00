// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sharingstate.h"

#include <QPushButton>

namespace porchlight {

/// The one big button: starts sharing when it is off, stops it when it is on.
class ShareButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit ShareButton(QWidget *parent = nullptr);

    void showState(SharingState state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    bool m_stops = false;
};

} // namespace porchlight
