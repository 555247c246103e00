// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/lessonbanner.h"

#include "ui/lesson/lessonsummary.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace porchlight {

LessonBanner::LessonBanner(QWidget *parent)
    : QFrame(parent)
    , m_text(new TextLabel(TextLabel::Role::Normal, {}, this))
{
    setObjectName(QStringLiteral("lessonBanner"));
    m_text->setWordWrap(true);
    auto *end = new QPushButton(tr("&End the lesson"), this);
    end->setToolTip(tr("Everything is answered as it comes again; who waits is let in"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    row->setSpacing(Theme::Space3);
    row->addWidget(m_text, 1);
    row->addWidget(end);
    connect(end, &QPushButton::clicked, this, &LessonBanner::endRequested);
    hide();
}

void LessonBanner::showSettings(const LessonSettings &settings)
{
    m_text->setText(lessonSummary(settings));
    setSharing(m_isSharing);
}

void LessonBanner::setSharing(bool sharing)
{
    m_isSharing = sharing;
    setVisible(m_isSharing && !m_text->text().isEmpty());
}

} // namespace porchlight
