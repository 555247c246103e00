// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recentcard.h"

#include "ui/foldertext.h"
#include "ui/plaintext.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QDir>
#include <QVBoxLayout>

namespace porchlight {

RecentCard::RecentCard(const RecentShare &share, const QDate &today, QWidget *parent)
    : QPushButton(parent)
    , m_folder(share.folder)
    , m_when(new TextLabel(TextLabel::Role::Note, recentShareText(share, today), this))
{
    auto *name = new TextLabel(TextLabel::Role::Strong, folderName(share.folder), this);
    name->setElideMode(Qt::ElideRight);
    m_when->setWordWrap(true);
    for (TextLabel *label : {name, m_when})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    layout->setSpacing(2);
    layout->addWidget(name);
    layout->addWidget(m_when);
    layout->addStretch();

    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setFixedWidth(178);
    setCursor(Qt::PointingHandCursor);
    setToolTip(plainToolTip(QDir::toNativeSeparators(share.folder)));
    setAccessibleName(tr("Share %1 again, %2").arg(name->text(), m_when->text()));
}

void RecentCard::showMissing()
{
    setEnabled(false);
    m_when->setText(tr("not there now"));
    setAccessibleName(tr("%1, not there now").arg(folderName(m_folder)));
}

QSize RecentCard::sizeHint() const
{
    return {width(), layout()->hasHeightForWidth() ? layout()->heightForWidth(width())
                                                   : layout()->sizeHint().height()};
}

QSize RecentCard::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace porchlight
