// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/totalsbar.h"

#include "ui/humanunits.h"
#include "ui/sparkline.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace porchlight {

TotalsBar::TotalsBar(QWidget *parent)
    : QFrame(parent)
    , m_visitorCount(new TextLabel(TextLabel::Role::Figure, {}, this))
    , m_visitorWord(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_requestCount(new TextLabel(TextLabel::Role::Figure, {}, this))
    , m_requestWord(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_bytes(new TextLabel(TextLabel::Role::Figure, {}, this))
    , m_rate(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_curve(new Sparkline(this))
    , m_photos(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_pausePhotos(new QPushButton(this))
{
    setObjectName(QStringLiteral("totals"));
    m_curve->setAccessibleName(tr("Bytes sent in each of the last 60 seconds"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space1, Theme::Space4, Theme::Space1);
    row->setSpacing(Theme::Space1);
    row->addStrut(m_curve->sizeHint().height()); // the same without the curve
    const auto addPair = [row](TextLabel *figure, TextLabel *word) {
        row->addWidget(figure);
        row->addWidget(word);
        row->addSpacing(Theme::Space3);
    };
    addPair(m_visitorCount, m_visitorWord);
    addPair(m_requestCount, m_requestWord);
    addPair(m_bytes, new TextLabel(TextLabel::Role::Note, tr("sent"), this));
    row->addStretch();
    row->addWidget(m_photos);
    row->addWidget(m_pausePhotos);
    row->addSpacing(Theme::Space3);
    row->addWidget(m_rate);
    row->addSpacing(Theme::Space3);
    row->addWidget(m_curve);
    m_pausePhotos->setProperty("quiet", true);
    connect(m_pausePhotos, &QPushButton::clicked, this,
            [this] { emit photosPauseRequested(!m_photosPaused); });
    showPhotoProgress(0, 0, false);
    showVisitors(0);
    m_clock.start();
    refresh();
}

void TotalsBar::addBatch(const ExchangeBatch &batch)
{
    m_live.add(batch, m_clock.elapsed());
    refresh();
}

void TotalsBar::showRecording()
{
    m_recorded.emplace();
    refresh();
}

void TotalsBar::addRecorded(const std::vector<Exchange> &exchanges)
{
    if (!m_recorded)
        return;
    m_recorded->add({exchanges, 0}, 0);
    refresh();
}

void TotalsBar::showLive()
{
    m_recorded.reset();
    refresh();
}

void TotalsBar::showVisitors(int count)
{
    m_visitorCount->setText(humanCount(count));
    m_visitorWord->setText(count == 1 ? tr("visitor") : tr("visitors"));
}

void TotalsBar::showPhotoProgress(int prepared, int wanted, bool paused)
{
    m_photosPaused = paused;
    m_photos->setVisible(wanted > 0);
    m_pausePhotos->setVisible(wanted > 0);
    m_photos->setText(paused ? tr("Photos paused at %1 of %2").arg(humanCount(prepared), humanCount(wanted))
                             : tr("Preparing photos %1 of %2").arg(humanCount(prepared), humanCount(wanted)));
    m_pausePhotos->setText(paused ? tr("Go on") : tr("Pause"));
    m_pausePhotos->setAccessibleName(paused ? tr("Go on preparing photos") : tr("Pause preparing photos"));
}

void TotalsBar::refresh()
{
    const Throughput &shown = m_recorded ? *m_recorded : m_live;
    const qint64 requests = qint64(shown.requests());
    m_requestCount->setText(humanCount(requests));
    m_requestWord->setText(requests == 1 ? tr("request") : tr("requests"));
    m_bytes->setText(humanSize(shown.bytes()));

    m_curve->setVisible(!m_recorded);
    if (m_recorded) {
        m_rate->setText(tr("in this recording"));
        return;
    }
    const qint64 now = m_clock.elapsed();
    const qint64 rate = m_live.rate(now);
    m_rate->setText(rate > 0 ? tr("%1/s").arg(humanSize(rate)) : QString());
    const auto minute = m_live.lastMinute(now);
    m_curve->setValues(QList<qint64>(minute.begin(), minute.end()));
}

} // namespace porchlight
