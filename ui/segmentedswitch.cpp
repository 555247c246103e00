// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segmentedswitch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>

namespace porchlight {

SegmentedSwitch::SegmentedSwitch(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            emit chosenChanged(index);
    });
}

void SegmentedSwitch::addSegment(const QString &text, const QKeySequence &shortcut)
{
    auto *button = new QPushButton(text, this);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setChecked(count() == 0);
    if (!shortcut.isEmpty()) {
        auto *key = new QShortcut(shortcut, parentWidget());
        connect(key, &QShortcut::activated, button, &QAbstractButton::click);
        button->setToolTip(shortcut.toString(QKeySequence::NativeText));
    }
    putLastInTabOrder(button);
    m_buttons->addButton(button, count());
    layout()->addWidget(button);

    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *each : buttons) {
        const bool first = each == buttons.first(), last = each == buttons.last();
        const char *const place = first && last ? "only" : first ? "first" : last ? "last" : "middle";
        each->setProperty("segment", QString::fromLatin1(place));
        each->style()->unpolish(each);
        each->style()->polish(each);
    }
}

void SegmentedSwitch::setTight(bool tight)
{
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *each : buttons) {
        if (each->property("tight").toBool() == tight)
            continue;
        each->setProperty("tight", tight);
        each->style()->unpolish(each);
        each->style()->polish(each);
    }
}

// A child made late comes last in the window; this puts it where the switch stands.
void SegmentedSwitch::putLastInTabOrder(QWidget *button)
{
    QWidget *const before = count() == 0 ? this : static_cast<QWidget *>(m_buttons->buttons().constLast());
    const Qt::FocusPolicy policy = before->focusPolicy();
    before->setFocusPolicy(Qt::TabFocus); // setTabOrder() passes over widgets without
    setTabOrder(before, button);
    before->setFocusPolicy(policy);
}

void SegmentedSwitch::setText(int index, const QString &text)
{
    m_buttons->button(index)->setText(text);
}

int SegmentedSwitch::count() const
{
    return int(m_buttons->buttons().size());
}

int SegmentedSwitch::chosen() const
{
    return m_buttons->checkedId();
}

void SegmentedSwitch::choose(int index)
{
    if (QAbstractButton *button = m_buttons->button(index))
        button->setChecked(true);
}

} // namespace porchlight
