// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace porchlight {

/// "What status comes next?", with a button for each guess. GUI thread.
class StatusQuiz final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int AnotherStatus = 0; ///< The guess "another one".

    explicit StatusQuiz(QWidget *parent = nullptr);

    /// Whether `guess` was right about the status that came.
    static bool isRight(int guess, int status);
    /// "Right: 304 Not Modified." or "The class said 200. It was 304 Not Modified."
    static QString verdict(int guess, int status);

signals:
    void guessed(int status);
};

} // namespace porchlight
