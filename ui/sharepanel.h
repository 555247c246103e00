// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sharingstate.h"

#include <QScrollArea>

class QPushButton;

namespace porchlight {

class AddressCard;
class FolderCard;
class GuestsCard;
class LessonCards;
class ShareButton;
class StateLine;

/// The column on the left: what is shared, the start and stop button, where sharing stands, and the address.
/// Scrolls when the window is low.
class SharePanel final : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int Width = 300; ///< Wider where the type is too large for it.

    explicit SharePanel(QWidget *parent = nullptr);

    FolderCard *folderCard() const { return m_folderCard; }
    StateLine *stateLine() const { return m_stateLine; }
    AddressCard *addressCard() const { return m_addressCard; }
    GuestsCard *guestsCard() const { return m_guestsCard; }
    LessonCards *lessonCards() const { return m_lessonCards; }

    void showState(SharingState state);
    void setLessonOn(bool on);
    /// Without what only matters before a lesson: for projector mode.
    void setLessonOnly(bool only);

signals:
    void toggleRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FolderCard *const m_folderCard;
    ShareButton *const m_button;
    StateLine *const m_stateLine;
    AddressCard *const m_addressCard;
    GuestsCard *const m_guestsCard;
    LessonCards *const m_lessonCards;
    QPushButton *const m_teach;
};

} // namespace porchlight
