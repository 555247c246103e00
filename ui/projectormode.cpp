// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projectormode.h"

#include "ui/lesson/lessoncards.h"
#include "ui/projectorbar.h"
#include "ui/sharepanel.h"
#include "ui/sharingview.h"

#include <QApplication>
#include <QFontInfo>

namespace porchlight {

namespace {

constexpr qreal ProjectorType = 1.5;

} // namespace

ProjectorMode::ProjectorMode(SharingView &view)
    : m_view(view)
    , m_normalFont(QApplication::font())
{
    connect(view.projectorBar(), &ProjectorBar::leaveRequested, this, [this] { setOn(false); });
    connect(view.projectorBar(), &ProjectorBar::lessonToggled, this, &ProjectorMode::showLesson);
    connect(view.panel()->lessonCards(), &LessonCards::settingsChanged, this, &ProjectorMode::showPanel);
}

void ProjectorMode::setOn(bool on)
{
    m_isOn = on;
    m_isLessonHidden = false;
    showPanel();
    QFont font = m_normalFont;
    if (on)
        font.setPointSizeF(QFontInfo(font).pointSizeF() * ProjectorType);
    QApplication::setFont(font);
}

void ProjectorMode::setFolderChosen()
{
    m_isFolderChosen = true;
    showPanel();
}

void ProjectorMode::showLesson(bool shown)
{
    m_isLessonHidden = !shown;
    if (shown)
        m_view.panel()->setLessonOn(true);
    showPanel();
}

void ProjectorMode::showPanel()
{
    const bool teaches = m_isOn && m_view.panel()->lessonCards()->isOn() && !m_isLessonHidden;
    m_view.setPanelVisible(m_isFolderChosen && (!m_isOn || teaches));
    m_view.panel()->setLessonOnly(teaches);
    m_view.projectorBar()->showLesson(teaches);
    m_view.projectorBar()->setVisible(m_isOn && m_isFolderChosen);
}

} // namespace porchlight
