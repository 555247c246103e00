// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharecontrol.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace porchlight {

struct ShareControl::Finding
{
    enum What : quint8 { Nothing, File, Folder };
    What what = Nothing;
    QString folder = {};
    QList<ShareRisk> risks = {};
};

ShareControl::ShareControl(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

void ShareControl::open(const QString &path)
{
    const quint64 thisLook = ++m_look;
    m_pool.start([this, thisLook, path] {
        const Finding finding = look(path);
        QMetaObject::invokeMethod(
            this,
            [this, thisLook, path, finding] {
                if (thisLook == m_look)
                    take(path, finding);
            },
            Qt::QueuedConnection);
    });
}

ShareControl::Finding ShareControl::look(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {.what = Finding::Nothing};
    if (!info.isDir())
        return {.what = Finding::File, .folder = info.absolutePath()};
    return {.what = Finding::Folder,
            .folder = QDir::cleanPath(info.absoluteFilePath()),
            .risks = shareRisks(QFile::encodeName(path), QFile::encodeName(QDir::homePath()))};
}

void ShareControl::take(const QString &path, const Finding &finding)
{
    switch (finding.what) {
    case Finding::Nothing:
        emit nothingThere(path);
        break;
    case Finding::File:
        emit fileOpened(path, finding.folder);
        break;
    case Finding::Folder:
        if (finding.risks.isEmpty())
            share(finding.folder);
        else
            emit risksFound(finding.folder, finding.risks);
        break;
    }
}

void ShareControl::share(const QString &folder)
{
    ++m_look;
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
