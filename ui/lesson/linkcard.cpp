// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/linkcard.h"

#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <array>

namespace porchlight {

namespace {

struct Bandwidth
{
    qint64 bytesPerSecond;
    const char *name;
};

// From what grandparents had to what a school has; the last is no limit.
constexpr std::array Bandwidths{
    Bandwidth{56'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "56 kbit/s · modem")},
    Bandwidth{240'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "240 kbit/s · EDGE")},
    Bandwidth{1'000'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "1 Mbit/s · first DSL")},
    Bandwidth{4'000'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "4 Mbit/s · 3G")},
    Bandwidth{16'000'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "16 Mbit/s · DSL")},
    Bandwidth{100'000'000 / 8, QT_TRANSLATE_NOOP("porchlight::LinkCard", "100 Mbit/s · 4G")},
    Bandwidth{0, QT_TRANSLATE_NOOP("porchlight::LinkCard", "as it is")},
};
constexpr int MaxLatency = 2'000; // milliseconds: beyond, people give up
constexpr int LatencyStep = 20;
constexpr int LabelRole = Qt::UserRole + 1; // without what is said of the network

int indexOf(qint64 bytesPerSecond)
{
    for (size_t i = 0; i < Bandwidths.size(); ++i) {
        if (Bandwidths[i].bytesPerSecond == bytesPerSecond)
            return int(i);
    }
    return int(Bandwidths.size()) - 1;
}

} // namespace

LinkCard::LinkCard(QWidget *parent)
    : Card(parent)
    , m_visitor(new QComboBox(this))
    , m_bandwidth(new QSlider(Qt::Horizontal, this))
    , m_bandwidthText(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_latency(new QSlider(Qt::Horizontal, this))
    , m_latencyText(new TextLabel(TextLabel::Role::Note, {}, this))
    , m_asEveryone(new QPushButton(tr("As everyone"), this))
{
    m_visitor->addItem(tr("Everyone"));
    m_visitor->setAccessibleName(tr("Whose network"));
    m_visitor->view()->setAccessibleName(tr("Whose network"));
    m_visitor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_visitor->setMinimumContentsLength(12);
    m_bandwidth->setRange(0, int(Bandwidths.size()) - 1);
    m_bandwidth->setPageStep(1);
    m_bandwidth->setAccessibleName(tr("Bandwidth"));
    m_latency->setRange(0, MaxLatency / LatencyStep);
    m_latency->setAccessibleName(tr("Latency"));
    m_asEveryone->setToolTip(tr("This visitor has the network that everyone has, whatever it is"));
    m_asEveryone->setProperty("tight", true);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, Theme::Space3);
    grid->setSpacing(Theme::Space2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new TextLabel(TextLabel::Role::Strong, tr("Network"), this), 0, 0);
    grid->addWidget(m_visitor, 0, 1);
    const auto addRow = [&](int row, const QString &name, QSlider *slider, TextLabel *text) {
        auto *label = new QLabel(name, this);
        label->setBuddy(slider);
        grid->addWidget(label, row, 0);
        grid->addWidget(slider, row, 1);
        grid->addWidget(text, row + 1, 1);
    };
    addRow(1, tr("Bandwidth"), m_bandwidth, m_bandwidthText);
    addRow(3, tr("Latency"), m_latency, m_latencyText);
    grid->addWidget(m_asEveryone, 5, 1, Qt::AlignLeft);
    showChosen();

    connect(m_visitor, &QComboBox::currentIndexChanged, this, &LinkCard::showChosen);
    connect(m_bandwidth, &QSlider::valueChanged, this, &LinkCard::takeChange);
    connect(m_latency, &QSlider::valueChanged, this, &LinkCard::takeChange);
    connect(m_asEveryone, &QPushButton::clicked, this, &LinkCard::shareEveryones);
}

void LinkCard::noteVisitor(const QHostAddress &address, const QString &label)
{
    int index = m_visitor->findData(address.toString());
    if (index < 0 && m_visitor->count() > MaxVisitors)
        return;
    if (index < 0) {
        index = m_visitor->count();
        m_visitor->addItem(label, address.toString());
    }
    m_visitor->setItemData(index, label, LabelRole);
    showLabel(index);
}

bool LinkCard::mayForget(const QHostAddress &address) const
{
    return !m_links.contains(address) && m_visitor->currentData().toString() != address.toString();
}

void LinkCard::forgetVisitor(const QHostAddress &address)
{
    m_visitor->removeItem(m_visitor->findData(address.toString()));
}

void LinkCard::showLabel(int index)
{
    const QString label = m_visitor->itemData(index, LabelRole).toString();
    const bool isOwn = m_links.contains(QHostAddress(m_visitor->itemData(index).toString()));
    m_visitor->setItemText(index, isOwn ? tr("%1 · own network").arg(label) : label);
}

void LinkCard::reset()
{
    m_everyone = {};
    m_links.clear();
    for (int i = 1; i < m_visitor->count(); ++i)
        showLabel(i);
    showChosen();
}

Link LinkCard::shownLink() const
{
    return {Bandwidths[size_t(m_bandwidth->value())].bytesPerSecond,
            std::chrono::milliseconds(m_latency->value() * LatencyStep)};
}

void LinkCard::showChosen()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_bandwidth), QSignalBlocker(m_latency)};
    const QString address = m_visitor->currentData().toString();
    const Link link = address.isEmpty() ? m_everyone : m_links.value(QHostAddress(address), m_everyone);
    m_bandwidth->setValue(indexOf(link.bytesPerSecond));
    m_latency->setValue(int(link.latency.count()) / LatencyStep);
    m_bandwidthText->setText(tr(Bandwidths[size_t(m_bandwidth->value())].name));
    m_latencyText->setText(tr("%1 ms").arg(link.latency.count()));
    m_asEveryone->setVisible(!address.isEmpty());
    m_asEveryone->setEnabled(m_links.contains(QHostAddress(address)));
}

void LinkCard::takeChange()
{
    const QString address = m_visitor->currentData().toString();
    if (address.isEmpty()) {
        m_everyone = shownLink();
    } else {
        m_links.insert(QHostAddress(address), shownLink());
        showLabel(m_visitor->currentIndex());
    }
    showChosen();
    emit linksChanged();
}

void LinkCard::shareEveryones()
{
    m_visitor->setFocus(); // the button has nothing to do now
    m_links.remove(QHostAddress(m_visitor->currentData().toString()));
    showLabel(m_visitor->currentIndex());
    showChosen();
    emit linksChanged();
}

} // namespace porchlight
