// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace porchlight {

class TextLabel;

/// The line that says that a recording is looked at, and closes it. Hidden until it says so. GUI thread.
class RecordingBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit RecordingBanner(QWidget *parent = nullptr);

    /// `name`: of the recording, as somebody gave it.
    void showName(const QString &name);

signals:
    void closeRequested();

private:
    TextLabel *const m_text;
};

} // namespace porchlight
