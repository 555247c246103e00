// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stateline.h"

#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace porchlight {

namespace {

constexpr int DotSize = 9;

QString reachWords(std::optional<LinkKind> best)
{
    if (!best)
        return StateLine::tr("— no network yet");
    switch (*best) {
    case LinkKind::WiFi:
        return StateLine::tr("— visible on Wi-Fi");
    case LinkKind::Ethernet:
    case LinkKind::OtherLan:
        return StateLine::tr("— visible on your network");
    case LinkKind::Vpn:
        return StateLine::tr("— visible over the VPN");
    case LinkKind::Container:
    case LinkKind::Loopback:
        return StateLine::tr("— on this computer only");
    }
    return {};
}

} // namespace

StateLine::StateLine(QWidget *parent)
    : QWidget(parent)
    , m_what(new TextLabel(TextLabel::Role::Figure, {}, this))
    , m_more(new TextLabel(TextLabel::Role::Note, {}, this))
{
    m_more->setElideMode(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 + DotSize + Theme::Space2, 0, 0, 0);
    row->setSpacing(Theme::Space2);
    row->addWidget(m_what);
    row->addWidget(m_more, 1);
    showWords();
}

void StateLine::showState(SharingState state)
{
    m_state = state;
    showWords();
}

void StateLine::showReach(std::optional<LinkKind> best)
{
    m_best = best;
    showWords();
}

void StateLine::showFolderGone(bool gone)
{
    m_folderGone = gone;
    showWords();
}

void StateLine::showWords()
{
    const auto say = [this](const QString &what, const QString &more) {
        m_what->setText(what);
        m_more->setText(more);
        setAccessibleName(what + u' ' + more);
    };
    switch (m_state) {
    case SharingState::Off:
        say(tr("Sharing is off"), tr("— nobody sees this folder"));
        break;
    case SharingState::Starting:
        say(tr("Starting…"), {});
        break;
    case SharingState::On:
        if (m_folderGone)
            say(tr("The folder is gone"), tr("— waiting for it"));
        else
            say(tr("Sharing is on"), reachWords(m_best));
        break;
    case SharingState::Stopping:
        say(tr("Stopping…"), tr("— answers may finish"));
        break;
    case SharingState::Failed:
        say(tr("Sharing is off"), tr("— it could not start"));
        break;
    }
    update();
}

void StateLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QColor colour = theme.dimText;
    if (m_state == SharingState::Failed || (m_state == SharingState::On && m_folderGone))
        colour = theme.serverError.text;
    else if (m_state == SharingState::On)
        colour = theme.success.text;
    else if (m_state != SharingState::Off)
        colour = theme.accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(2, (height() - DotSize) / 2.0, DotSize, DotSize));
}

} // namespace porchlight
