// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"
#include "ui/card.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSlider;

namespace porchlight {

class SegmentedSwitch;
class TextLabel;

/// The card "Lesson": how fast exchanges go on, which requests wait at the door, whether copies count.
/// Changes count at once.
class LessonCard final : public Card
{
    Q_OBJECT
public:
    explicit LessonCard(QWidget *parent = nullptr);

    /// All but the links.
    LessonSettings settings() const;
    /// Emits nothing.
    void showSettings(const LessonSettings &settings);
    /// Whether there is a page that Porchlight itself could visit.
    void setSharing(bool sharing);

signals:
    void settingsChanged();
    void nextStepRequested();
    void visitRequested();
    void demoRequested();
    /// A recording that comes with Porchlight, by its path and title.
    void recordedChosen(const QString &path, const QString &title);
    /// The class is asked before a held request is answered.
    void asksClassChanged(bool asks);

private:
    void showWhatGoesWithIt();

    SegmentedSwitch *const m_pace;
    QWidget *const m_slowRow;
    QSlider *const m_slowness;
    TextLabel *const m_slownessText;
    QPushButton *const m_nextStep;
    QPushButton *const m_tryAlone;
    QPushButton *const m_demo;
    QPushButton *const m_recorded;
    QCheckBox *const m_hold;
    QLineEdit *const m_holdWords;
    TextLabel *const m_holdNote;
    QCheckBox *const m_asksClass;
    QCheckBox *const m_cachingOff;
};

} // namespace porchlight
