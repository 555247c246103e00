// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/throughput.h"

#include <QElapsedTimer>
#include <QFrame>

#include <optional>

class QPushButton;

namespace porchlight {

class Sparkline;
class TextLabel;

/// The line at the bottom: "3 visitors  1,204 requests  1.2 GB sent", the rate now and its curve over the
/// last minute. GUI thread.
class TotalsBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TotalsBar(QWidget *parent = nullptr);

    void addBatch(const ExchangeBatch &batch);
    /// Counts a recording instead, which comes by addRecorded(), until showLive(); what is live is counted on
    /// meanwhile.
    void showRecording();
    void addRecorded(const std::vector<Exchange> &exchanges);
    void showLive();
    /// As many as the list of visitors has.
    void showVisitors(int count);
    /// "Preparing photos 312 of 1,204", with a button to pause; nothing when `wanted` is 0.
    void showPhotoProgress(int prepared, int wanted, bool paused);

signals:
    void photosPauseRequested(bool pause);

private:
    void refresh();

    Throughput m_live;
    std::optional<Throughput> m_recorded;
    QElapsedTimer m_clock;
    TextLabel *const m_visitorCount;
    TextLabel *const m_visitorWord;
    TextLabel *const m_requestCount;
    TextLabel *const m_requestWord;
    TextLabel *const m_bytes;
    TextLabel *const m_rate;
    Sparkline *const m_curve;
    TextLabel *const m_photos;
    QPushButton *const m_pausePhotos;
    bool m_photosPaused = false;
};

} // namespace porchlight
