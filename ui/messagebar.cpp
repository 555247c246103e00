// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace porchlight {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new TextLabel(TextLabel::Role::Normal, {}, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_close->setText(QStringLiteral("×"));
    m_close->setProperty("quiet", true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    m_buttons->setSpacing(Theme::Space2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space2, Theme::Space2);
    row->setSpacing(Theme::Space3);
    row->addWidget(m_text, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    hide();
}

void MessageBar::showMessage(const QString &text, const QList<Step> &steps, Occasion occasion)
{
    for (QWidget *button : std::as_const(m_shownButtons)) {
        button->hide();
        button->deleteLater(); // a step may bring up the next message from its own button's click
    }
    m_shownButtons.clear();
    m_text->setText(text);
    setAccessibleName(text);
    for (const Step &step : steps) {
        auto *button = new QPushButton(step.text, this);
        connect(button, &QPushButton::clicked, this, [this, take = step.take] {
            hide();
            take();
        });
        m_buttons->addWidget(button);
        m_shownButtons.append(button);
        setTabOrder(button, m_close);
    }
    show();
    const bool isWriting = qobject_cast<const QLineEdit *>(window()->focusWidget());
    if (occasion == Occasion::Answer && !m_shownButtons.isEmpty() && !isWriting)
        m_shownButtons.first()->setFocus(Qt::OtherFocusReason);
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace porchlight
