// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/comparison.h"

#include <QDialog>

class QCheckBox;
class QTextEdit;

namespace porchlight {

/// Two exchanges side by side; what differs is marked by a sign and a colour. GUI thread.
class CompareDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CompareDialog(Comparison comparison, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    const Comparison m_comparison;
    QTextEdit *const m_text;
    QCheckBox *const m_onlyDifferences;
};

} // namespace porchlight
