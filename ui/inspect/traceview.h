// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/trace.h"

#include <QTableWidget>

namespace porchlight {

/// The steps of an exchange, each with its time. GUI thread.
class TraceView final : public QTableWidget
{
    Q_OBJECT
public:
    explicit TraceView(QWidget *parent = nullptr);

    void setSteps(const std::vector<TraceStep> &steps);

protected:
    void changeEvent(QEvent *event) override;

private:
    static QString timeOf(const TraceStep &step);
    void fill();

    std::vector<TraceStep> m_steps;
};

} // namespace porchlight
