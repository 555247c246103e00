// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/lesson/lessonsettings.h"
#include "ui/card.h"

class QComboBox;
class QPushButton;
class QSlider;

namespace porchlight {

class TextLabel;

/// The card "Network": the bandwidth and latency that everyone, or a chosen visitor, is to believe it has.
class LinkCard final : public Card
{
    Q_OBJECT
public:
    static constexpr int MaxVisitors = 200; ///< That can be chosen: a school's phones.

    explicit LinkCard(QWidget *parent = nullptr);

    /// A visitor that can be chosen, MaxVisitors at most; known ones get their new label.
    void noteVisitor(const QHostAddress &address, const QString &label);
    /// False for whoever is chosen, or has a network of their own: they stay.
    bool mayForget(const QHostAddress &address) const;
    void forgetVisitor(const QHostAddress &address);
    const Link &everyone() const { return m_everyone; }
    const QHash<QHostAddress, Link> &links() const { return m_links; }
    /// Back to real networks; emits nothing.
    void reset();

signals:
    void linksChanged();

private:
    Link shownLink() const;
    void showChosen();
    void takeChange();
    void shareEveryones();
    void showLabel(int index);

    Link m_everyone;
    QHash<QHostAddress, Link> m_links;
    QComboBox *const m_visitor;
    QSlider *const m_bandwidth;
    TextLabel *const m_bandwidthText;
    QSlider *const m_latency;
    TextLabel *const m_latencyText;
    QPushButton *const m_asEveryone;
};

} // namespace porchlight
