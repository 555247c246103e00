// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>

namespace porchlight {

class SharingView;

/// What is shown beside the pages, and how large: the whole share panel; or, for a class at the projector,
/// larger type and of the panel no more than the lesson controls. GUI thread.
class ProjectorMode final : public QObject
{
    Q_OBJECT
public:
    /// The application's font of now is the normal one. `view` outlives this.
    explicit ProjectorMode(SharingView &view);

    bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// Nothing has a place beside a recording that is looked at before any folder was chosen.
    void setFolderChosen();
    /// The lesson controls may have come or gone.
    void showPanel();

private:
    void showLesson(bool shown); ///< What the lesson controls do goes on without them.

    SharingView &m_view;
    const QFont m_normalFont;
    bool m_isOn = false;
    bool m_isLessonHidden = false; ///< By hand, while this is on.
    bool m_isFolderChosen = false;
};

} // namespace porchlight
