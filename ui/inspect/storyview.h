// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

#include <QWidget>

class QVBoxLayout;

namespace porchlight {

class FittedText;
class TimingBar;

/// What happened in an exchange, told, and where its time went. A long story scrolls; the times below it stay
/// in sight for as long as there is room for some of it above them. GUI thread.
class StoryView final : public QWidget
{
    Q_OBJECT
public:
    explicit StoryView(QWidget *parent = nullptr);

    void showExchange(const Exchange &exchange, const NarrationNames &names);
    /// An invitation in its place.
    void clear(const QString &invitation);
    QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeTimes();

    FittedText *const m_story;
    TimingBar *const m_times;
    QVBoxLayout *const m_column;
    QVBoxLayout *const m_scrolled; ///< Within, what scrolls.
};

} // namespace porchlight
