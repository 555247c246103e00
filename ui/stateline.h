// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/network/networkaddresses.h"
#include "ui/sharingstate.h"

#include <QWidget>

#include <optional>

namespace porchlight {

class TextLabel;

/// "● Sharing is on — visible on Wi-Fi": where sharing stands, in a dot and in words.
class StateLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);

    void showState(SharingState state);
    void showReach(std::optional<LinkKind> best); ///< Of the best address; nothing: no network at all.
    void showFolderGone(bool gone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showWords();

    TextLabel *const m_what;
    TextLabel *const m_more;
    SharingState m_state = SharingState::Off;
    std::optional<LinkKind> m_best;
    bool m_folderGone = false;
};

} // namespace porchlight
