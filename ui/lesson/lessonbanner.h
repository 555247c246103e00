// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"

#include <QFrame>

namespace porchlight {

class TextLabel;

/// Says across the pages how a lesson changes answers, with a button that ends it; hidden while it does not.
class LessonBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit LessonBanner(QWidget *parent = nullptr);

    void showSettings(const LessonSettings &settings);
    void setSharing(bool sharing); ///< While nothing is shared, nobody is answered.

signals:
    void endRequested();

private:
    TextLabel *const m_text;
    bool m_isSharing = false;
};

} // namespace porchlight
