// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharecontrol.h"

#include <chrono>
#include <utility>

namespace porchlight {

namespace {

/// A look that takes longer than this is spoken of.
constexpr std::chrono::seconds LookPatience{1};

} // namespace

ShareControl::ShareControl(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(LookPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { emit diskSilent(m_lookedAt); });
    connect(&m_look, &QFutureWatcher<FolderLook>::resultReadyAt, this,
            [this](int index) { take(m_look.resultAt(index)); });
}

void ShareControl::open(const QString &path)
{
    endLook();
    m_lookedAt = path;
    m_patience.start();
    m_look.setFuture(lookAt(path));
}

QString ShareControl::endLook()
{
    if (!m_lookedAt.isEmpty() && !m_patience.isActive())
        emit diskSilenceOver();
    m_patience.stop();
    m_look.setFuture({});
    return std::exchange(m_lookedAt, {});
}

void ShareControl::take(const FolderLook &look)
{
    const QString path = endLook();
    switch (look.what) {
    case FolderLook::Nothing:
        emit nothingThere(path);
        break;
    case FolderLook::File:
        emit fileOpened(path, look.folder);
        break;
    case FolderLook::Folder:
        if (look.risks.isEmpty())
            share(look.folder);
        else
            emit risksFound(look.folder, look.risks);
        break;
    }
}

void ShareControl::share(const QString &folder)
{
    endLook();
    if (!isSharing(m_state)) {
        begin(folder);
        return;
    }
    m_waiting = folder;
    if (m_state != SharingState::Stopping) {
        enter(SharingState::Stopping);
        emit stopRequested();
    }
}

void ShareControl::start()
{
    if (!m_folder.isEmpty() && !isSharing(m_state))
        begin(m_folder);
}

void ShareControl::stop()
{
    m_waiting.reset();
    if (m_state != SharingState::Starting && m_state != SharingState::On)
        return;
    enter(SharingState::Stopping);
    emit stopRequested();
}

void ShareControl::setPort(quint16 port)
{
    if (port == m_port)
        return;
    m_port = port;
    if (m_state == SharingState::Starting || m_state == SharingState::On)
        share(m_folder);
}

void ShareControl::noteStarting()
{
    enter(SharingState::Starting);
}

void ShareControl::noteRunning()
{
    // A stop may have been asked for while the start was under way.
    if (m_state == SharingState::Starting)
        enter(SharingState::On);
}

void ShareControl::noteStopping()
{
    enter(SharingState::Stopping);
}

void ShareControl::noteStopped()
{
    // The answer to a stop that came as late as the failure of its start; what waited has begun already.
    if (m_state == SharingState::Starting)
        return;
    beginWhatWaits(SharingState::Off);
}

void ShareControl::noteFailed()
{
    beginWhatWaits(SharingState::Failed);
}

void ShareControl::beginWhatWaits(SharingState otherwise)
{
    if (const std::optional<QString> folder = std::exchange(m_waiting, std::nullopt))
        begin(*folder);
    else
        enter(otherwise);
}

void ShareControl::begin(const QString &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        emit folderChanged(m_folder);
    }
    enter(SharingState::Starting);
    emit startRequested(m_folder, m_port == AutomaticPort ? DefaultPort : m_port, m_port != AutomaticPort);
}

void ShareControl::enter(SharingState state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace porchlight
