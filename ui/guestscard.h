// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/guestoptions.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace porchlight {

class TextLabel;

/// The card "Guests": how they see the folder, and what goes with that way. Changes count at once.
class GuestsCard final : public Card
{
    Q_OBJECT
public:
    explicit GuestsCard(QWidget *parent = nullptr);

    GuestOptions options() const;
    /// Emits nothing.
    void showOptions(const GuestOptions &options);
    /// While the dine-in café is served nothing can be chosen: it makes its own pages.
    void showCafe(bool isServed);
    /// What the smaller copies of photos take on this computer's disk, bytes.
    void showCacheSize(qint64 bytes);

signals:
    void optionsChanged(const porchlight::GuestOptions &options);
    void emptyCacheRequested();

private:
    void showWhatGoesWithIt();

    TextLabel *const m_cafe; ///< Shown in place of the options.
    QWidget *const m_showRow;
    QComboBox *const m_showAs;
    QCheckBox *const m_singlePageApp;
    QCheckBox *const m_keepLocation;
    QWidget *const m_cache;
    TextLabel *const m_cacheSize;
    QPushButton *const m_empty;
};

} // namespace porchlight
