// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/trace.h"

#include <QTextEdit>

namespace porchlight {

/// The steps of an exchange, a paragraph each: its time, then what happened. Can be selected and copied. GUI
/// thread.
class TraceView final : public QTextEdit
{
    Q_OBJECT
public:
    explicit TraceView(QWidget *parent = nullptr);

    void setSteps(const std::vector<TraceStep> &steps);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    std::vector<TraceStep> m_steps;
};

} // namespace porchlight
