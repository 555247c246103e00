// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;

namespace porchlight {

class TextLabel;

/// What of the share panel is still needed on a projector, in one line above the pages: the address, its
/// code, the lesson controls, and how to leave.
class ProjectorBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ProjectorBar(QWidget *parent = nullptr);

    /// Empty: no visitor can reach us.
    void showAddress(const QString &url, bool isListening);
    void showLesson(bool on);

signals:
    void codeRequested();
    void lessonToggled(bool on);
    void leaveRequested();

private:
    TextLabel *const m_address;
    QPushButton *const m_code;
    QPushButton *const m_lesson;
};

} // namespace porchlight
