// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projectorbar.h"

#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace porchlight {

ProjectorBar::ProjectorBar(QWidget *parent)
    : QFrame(parent)
    , m_address(new TextLabel(TextLabel::Role::Strong, {}, this))
    , m_code(new QPushButton(tr("Co&de"), this))
    , m_lesson(new QPushButton(tr("&Lesson"), this))
{
    setObjectName(QStringLiteral("projectorBar"));
    m_address->setElideMode(Qt::ElideMiddle);
    m_code->setToolTip(tr("Shows the code for phones’ cameras as large as the screen"));
    m_lesson->setCheckable(true);
    m_lesson->setToolTip(tr("Shows or hides the lesson controls; the lesson goes on"));
    auto *leave = new QPushButton(tr("Leave (F11)"), this);
    leave->setToolTip(tr("Back to type of normal size"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space1, Theme::Space4, Theme::Space1);
    row->setSpacing(Theme::Space2);
    row->addWidget(m_address, 1);
    for (QPushButton *each : {m_code, m_lesson, leave})
        row->addWidget(each);
    connect(m_code, &QPushButton::clicked, this, &ProjectorBar::codeRequested);
    connect(m_lesson, &QPushButton::clicked, this, &ProjectorBar::lessonToggled);
    connect(leave, &QPushButton::clicked, this, &ProjectorBar::leaveRequested);
    showAddress({}, false);
}

void ProjectorBar::showAddress(const QString &url, bool isListening)
{
    m_address->setText(!url.isEmpty() ? url : isListening ? tr("No network yet") : tr("Sharing is off"));
    m_code->setEnabled(!url.isEmpty());
}

void ProjectorBar::showLesson(bool on)
{
    m_lesson->setChecked(on);
}

} // namespace porchlight
