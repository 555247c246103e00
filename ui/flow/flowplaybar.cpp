// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowplaybar.h"

#include "ui/flow/flowscrubber.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace porchlight {

namespace {

constexpr int ScrubberSteps = 1'000;
constexpr double LongEnoughToSee = 10e9; // nanoseconds

} // namespace

FlowPlayBar::FlowPlayBar(QWidget *parent)
    : QWidget(parent)
    , m_play(new QPushButton(this))
    , m_step(new QPushButton(tr("Ne&xt step"), this))
    , m_speed(new QComboBox(this))
    , m_scrubber(new FlowScrubber(this))
    , m_summary(new TextLabel(TextLabel::Role::Dim, {}, this))
{
    m_step->setToolTip(tr("Show the next message"));
    m_speed->addItem(tr("1/100 ×"), 0.01);
    m_speed->addItem(tr("1/50 ×"), 0.02);
    m_speed->addItem(tr("1/20 ×"), 0.05);
    m_speed->addItem(tr("1/10 ×"), 0.1);
    m_speed->addItem(tr("1/5 ×"), 0.2);
    m_speed->addItem(tr("1/2 ×"), 0.5);
    m_speed->addItem(tr("1 ×"), 1.0);
    m_speed->addItem(tr("2 ×"), 2.0);
    m_speed->addItem(tr("5 ×"), 5.0);
    m_speed->addItem(tr("10 ×"), 10.0);
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast to play: 1 × is as fast as it happened"));
    m_scrubber->setRange(0, ScrubberSteps);
    m_scrubber->setPageStep(ScrubberSteps / 20);
    m_scrubber->setSingleStep(ScrubberSteps / 100);
    m_scrubber->setMinimumWidth(80);
    m_scrubber->setAccessibleName(tr("Moment that is shown"));
    m_summary->setElideMode(Qt::ElideRight);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    row->setSpacing(Theme::Space3);
    row->addWidget(m_play);
    row->addWidget(m_step);
    row->addWidget(m_speed);
    row->addWidget(m_scrubber, 1);
    row->addWidget(m_summary, 0);

    connect(m_play, &QPushButton::clicked, this, &FlowPlayBar::playToggled);
    connect(m_step, &QPushButton::clicked, this, &FlowPlayBar::stepRequested);
    connect(m_speed, &QComboBox::activated, this, [this] { m_hasChosenSpeed = true; }); // the same again
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        m_hasChosenSpeed = true;
        emit speedChanged(speed());
    });
    connect(m_scrubber, &QSlider::valueChanged, this,
            [this](int value) { emit sought(double(value) / ScrubberSteps); });
    setPlaying(false);
    setShare(1);
}

void FlowPlayBar::setPlaying(bool playing)
{
    m_play->setText(playing ? QStringLiteral("❚❚ ") + tr("&Pause") : QStringLiteral("▶ ") + tr("&Play"));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(playing ? tr("Stop at this moment") : tr("Show again how it happened"));
}

void FlowPlayBar::setShare(double share, qint64 moment)
{
    const QSignalBlocker quiet(m_scrubber);
    m_scrubber->setValue(qRound(share * ScrubberSteps));
    m_scrubber->setMoment(moment);
}

void FlowPlayBar::setSummary(const FlowSummary &summary)
{
    m_amount = summary;
    showSummary();
}

void FlowPlayBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSummary();
}

void FlowPlayBar::showSummary()
{
    m_summary->setText(m_amount.whole);
    m_summary->setToolTip({});
    for (const QString &shorter : {m_amount.brief, m_amount.time}) {
        if (layout()->sizeHint().width() <= width())
            return;
        m_summary->setText(shorter);
        m_summary->setToolTip(m_amount.whole);
    }
}

void FlowPlayBar::setPlayable(bool playable)
{
    for (QWidget *control : {static_cast<QWidget *>(m_play), static_cast<QWidget *>(m_step),
                             static_cast<QWidget *>(m_speed), static_cast<QWidget *>(m_scrubber)})
        control->setEnabled(playable);
}

double FlowPlayBar::speed() const
{
    return m_speed->currentData().toDouble();
}

void FlowPlayBar::suggestSpeedFor(qint64 duration)
{
    if (m_hasChosenSpeed)
        return;
    int index = m_speed->findData(1.0); // never faster than it happened
    while (index > 0 && double(duration) / m_speed->itemData(index).toDouble() < LongEnoughToSee)
        --index;
    m_speed->setCurrentIndex(index);
    m_hasChosenSpeed = false;
}

} // namespace porchlight
