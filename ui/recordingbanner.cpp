// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordingbanner.h"

#include "ui/plaintext.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace porchlight {

RecordingBanner::RecordingBanner(QWidget *parent)
    : QFrame(parent)
    , m_text(new TextLabel(TextLabel::Role::Normal, {}, this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setElideMode(Qt::ElideMiddle);
    auto *close = new QPushButton(tr("Close the recordi&ng"), this);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    line->setSpacing(Theme::Space3);
    line->addWidget(m_text, 1);
    line->addWidget(close);
    connect(close, &QPushButton::clicked, this, &RecordingBanner::closeRequested);
    hide();
}

void RecordingBanner::showName(const QString &name)
{
    const QString text = tr("You are looking at the recording “%1”.").arg(plainText(name));
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

} // namespace porchlight
