// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

class QButtonGroup;

namespace porchlight {

/// A row of joined buttons of which exactly one is chosen: "All | Pages | Images | Problems". The arrow keys
/// move the choice, Tab enters and leaves it as one control. GUI thread.
class SegmentedSwitch final : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedSwitch(const QString &accessibleName, QWidget *parent = nullptr);

    /// Adds a segment at the end; the first one added is chosen. `text` may carry a mnemonic. `shortcut` is
    /// heard wherever the parent is seen, also while the switch itself is hidden.
    void addSegment(const QString &text, const QKeySequence &shortcut = {});
    void setText(int index, const QString &text);
    /// With less room beside the words.
    void setTight(bool tight);
    int count() const;
    int chosen() const;
    void choose(int index); ///< Emits chosenChanged() when this is another one.

signals:
    void chosenChanged(int index);

private:
    void putLastInTabOrder(QWidget *button);

    QButtonGroup *const m_buttons;
};

} // namespace porchlight
