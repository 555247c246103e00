// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demosite.h"

#include <QDialog>

class QHBoxLayout;

namespace porchlight {

/// Asks which of the two demo sites is wanted, and says how they differ. Deletes itself when it is closed.
/// GUI thread.
class DemoQuestion final : public QDialog
{
    Q_OBJECT
public:
    explicit DemoQuestion(QWidget *parent);

signals:
    void chosen(porchlight::DemoKind kind);

private:
    void add(QHBoxLayout *row, DemoKind kind, const QString &name, const QString &words,
             const QString &button);
};

} // namespace porchlight
