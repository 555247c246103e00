// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessoncard.h"

#include "ui/segmentedswitch.h"
#include "ui/shippedlessons.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "ui/windowlanguage.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace porchlight {

LessonCard::LessonCard(QWidget *parent)
    : Card(parent)
    , m_pace(new SegmentedSwitch(tr("Speed"), this))
    , m_slowRow(new QWidget(this))
    , m_slowness(new QSlider(Qt::Horizontal, m_slowRow))
    , m_slownessText(new TextLabel(TextLabel::Role::Note, {}, m_slowRow))
    , m_nextStep(new QPushButton(tr("&Next step"), this))
    , m_tryAlone(new QPushButton(tr("Tr&y it alone"), this))
    , m_demo(new QPushButton(tr("New demo site…"), this))
    , m_recorded(new QPushButton(tr("Recorded lessons"), this))
    , m_hold(new QCheckBox(tr("Hold every re&quest"), this))
    , m_holdWords(new QLineEdit(this))
    , m_holdNote(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_asksClass(new QCheckBox(tr("As&k the class first"), this))
    , m_cachingOff(new QCheckBox(tr("Cach&ing off"), this))
{
    m_pace->addSegment(tr("Real"));
    m_pace->addSegment(tr("Slow"));
    m_pace->addSegment(tr("Step"));
    m_pace->setToolTip(
        tr("Slow: each phase really takes a while, so that phones wait visibly. Step: each phase "
           "waits for Next step."));
    m_slowness->setRange(LessonSettings::MinSlowness, LessonSettings::MaxSlowness);
    m_slowness->setAccessibleName(tr("How slow"));
    m_nextStep->setToolTip(tr("Lets the exchange go on that has waited longest"));
    m_tryAlone->setToolTip(
        tr("Porchlight visits the front page itself, as a phone would: then one computer is "
           "enough. Again: the second visit, with copies from the first."));
    m_holdWords->setPlaceholderText(tr("only with: GET .jpg"));
    m_holdWords->setAccessibleName(tr("Hold only requests with these words"));
    m_holdWords->setClearButtonEnabled(true);
    m_holdWords->setMaxLength(200);
    m_holdNote->setWordWrap(true);
    m_asksClass->setToolTip(tr("Instead of answers the door shows a question: what status comes next?"));
    m_cachingOff->setToolTip(tr("As if no visitor had a copy of anything: 200 where 304 would have been"));

    auto *title = new TextLabel(TextLabel::Role::Strong, tr("Lesson"), this);
    auto *slow = new QHBoxLayout(m_slowRow);
    slow->setContentsMargins(0, 0, 0, 0);
    slow->addWidget(m_slowness, 1);
    slow->addWidget(m_slownessText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    column->setSpacing(Theme::Space2);
    column->addWidget(title);
    column->addWidget(new QLabel(tr("Speed"), this));
    column->addWidget(m_pace);
    column->addWidget(m_slowRow);
    column->addWidget(m_nextStep);
    column->addWidget(m_hold);
    column->addWidget(m_holdWords);
    column->addWidget(m_holdNote);
    column->addWidget(m_asksClass);
    column->addWidget(m_cachingOff);
    column->addWidget(m_tryAlone);
    for (QPushButton *each : {m_demo, m_recorded}) {
        each->setProperty("quiet", true);
        column->addWidget(each);
    }
    showSettings({});
    setSharing(false);

    const auto changed = [this] {
        showWhatGoesWithIt();
        emit settingsChanged();
    };
    connect(m_pace, &SegmentedSwitch::chosenChanged, this, changed);
    connect(m_slowness, &QSlider::valueChanged, this, changed);
    connect(m_hold, &QCheckBox::toggled, this, changed);
    m_holdWords->setAcceptDrops(false); // a folder is dropped on the window, also here
    connect(m_holdWords, &QLineEdit::textChanged, this, changed);
    connect(m_cachingOff, &QCheckBox::toggled, this, changed);
    connect(m_asksClass, &QCheckBox::toggled, this, &LessonCard::asksClassChanged);
    auto *recorded = new QMenu(m_recorded);
    for (const ShippedLesson &lesson : shippedLessons()) {
        recorded->addAction(lesson.title, this,
                            [this, lesson] { emit recordedChosen(lesson.path, lesson.title); });
    }
    m_recorded->setMenu(recorded);
    connect(m_demo, &QPushButton::clicked, this, &LessonCard::demoRequested);
    connect(m_tryAlone, &QPushButton::clicked, this, &LessonCard::visitRequested);
    connect(m_nextStep, &QPushButton::clicked, this, &LessonCard::nextStepRequested);
}

LessonSettings LessonCard::settings() const
{
    LessonSettings settings;
    settings.pace = Pace(m_pace->chosen());
    settings.slowness = m_slowness->value();
    settings.hold = m_hold->isChecked();
    settings.holdWords = m_holdWords->text().toUtf8();
    settings.cachingOff = m_cachingOff->isChecked();
    return settings;
}

void LessonCard::showSettings(const LessonSettings &settings)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_pace), QSignalBlocker(m_slowness),
                                       QSignalBlocker(m_hold), QSignalBlocker(m_holdWords),
                                       QSignalBlocker(m_cachingOff)};
    m_pace->choose(int(settings.pace));
    m_slowness->setValue(settings.slowness);
    m_hold->setChecked(settings.hold);
    m_holdWords->setText(QString::fromUtf8(settings.holdWords));
    m_cachingOff->setChecked(settings.cachingOff);
    showWhatGoesWithIt();
}

void LessonCard::setSharing(bool sharing)
{
    m_tryAlone->setEnabled(sharing);
    m_tryAlone->setText(sharing ? tr("Tr&y it alone") : tr("Try it alone: start sharing first"));
}

void LessonCard::showWhatGoesWithIt()
{
    const LessonSettings now = settings();
    m_slowRow->setVisible(now.pace == Pace::Slow);
    m_nextStep->setVisible(now.pace == Pace::Step);
    m_holdWords->setVisible(now.hold);
    m_asksClass->setVisible(now.hold);
    if (now.hold)
        m_holdNote->setText(tr("Each request waits at the door until you choose an answer."));
    else if (now.pace == Pace::Slow)
        m_holdNote->setText(tr("Each step of an answer takes its time."));
    else if (now.pace == Pace::Step)
        m_holdNote->setText(tr("Each step waits for you."));
    else
        m_holdNote->setText(tr("Requests are answered as they come."));
    const double seconds = double(now.phaseTime().count()) / 1000;
    m_slownessText->setText(tr("%1 s a phase").arg(windowLocale().toString(seconds, 'f', 1)));
}

} // namespace porchlight
