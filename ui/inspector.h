// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

#include <QWidget>

namespace porchlight {

class FittedText;
class HeadView;
class TextLabel;
class TimingBar;

/// One exchange from near: what happened, its request and its response. GUI thread.
class Inspector final : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    void show(const Exchange &exchange, const NarrationNames &names);
    void clear();

    /// What is told of the exchange shown, as text.
    QString toldText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeStory();
    QWidget *makeHead(const QString &title, TextLabel *size, HeadView *head);
    void showHeads();

    FittedText *const m_story;
    TextLabel *const m_timing;
    TimingBar *const m_bar;
    TextLabel *const m_requestSize;
    HeadView *const m_request;
    TextLabel *const m_responseSize;
    HeadView *const m_response;
    Exchange m_shown;
    NarrationNames m_names;
};

} // namespace porchlight
