// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <QObject>

#include <memory>

class QWidget;

namespace porchlight {

/// Opens recordings: the question which, and the reading in the background. One at a time: an earlier one
/// that is still being read is forgotten. GUI thread.
class RecordingOpening final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `window`, which outlives it.
    explicit RecordingOpening(QWidget *window);

    void choose();
    /// `name`: what it is called for people; that of the file, without its ending, when empty.
    void open(const QString &path, const QString &name = {});

signals:
    void opened(const std::shared_ptr<const porchlight::Session> &session, const QString &name);
    void failed(const QString &path, const porchlight::RecordingProblem &problem);

private:
    QWidget *const m_window;
    quint64 m_newest = 0;
};

} // namespace porchlight
