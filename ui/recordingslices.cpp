// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordingslices.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace porchlight {

RecordingSlices::RecordingSlices(QObject *parent)
    : QObject(parent)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &RecordingSlices::giveSlice);
}

void RecordingSlices::begin(std::shared_ptr<const Session> session)
{
    m_session = std::move(session);
    m_given = 0;
    m_turn.start();
    giveSlice();
}

void RecordingSlices::stop()
{
    m_turn.stop();
    // To free a hundred thousand exchanges takes tens of milliseconds.
    QThreadPool::globalInstance()->start([session = std::exchange(m_session, nullptr)] {});
}

void RecordingSlices::giveSlice()
{
    const std::vector<Exchange> &all = m_session->exchanges;
    const size_t end = std::min(all.size(), m_given + SliceSize);
    const std::vector<Exchange> slice(all.begin() + std::ptrdiff_t(m_given),
                                      all.begin() + std::ptrdiff_t(end));
    const auto left = qsizetype(all.size() - end);
    m_given = end;
    if (left == 0)
        stop();
    emit sliced(slice, left);
}

} // namespace porchlight
