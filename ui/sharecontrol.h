// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/folderlook.h"
#include "ui/sharingstate.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

namespace porchlight {

/// Turns what a person wants (this folder, that port, on, off) into start and stop requests, one at a time,
/// and keeps the state. Before a folder is shared it is looked through for what people do not mean to share.
/// GUI thread.
class ShareControl final : public QObject
{
    Q_OBJECT
public:
    static constexpr quint16 DefaultPort = 8080;
    static constexpr quint16 AutomaticPort = 0; ///< DefaultPort, or the next free one.

    explicit ShareControl(QObject *parent = nullptr);

    /// Looks at what this absolute path names: a folder without risks is shared, all else becomes one of the
    /// signals below. A later call overtakes an earlier one, even one whose disk never answers.
    void open(const QString &path);
    /// Starts without a look. If another folder is shared, that is stopped first.
    void share(const QString &folder);
    void start(); ///< The last folder again.
    void stop();
    /// While sharing is on it stops and starts again on this port.
    void setPort(quint16 port);

    SharingState state() const { return m_state; }
    const QString &folder() const { return m_folder; }
    quint16 port() const { return m_port; }

    // What the server tells.
    void noteStarting();
    void noteRunning();
    void noteStopping();
    void noteStopped();
    void noteFailed();

signals:
    void startRequested(const QString &folder, quint16 port, bool portIsFixed);
    void stopRequested();
    void stateChanged(porchlight::SharingState state);
    void folderChanged(const QString &folder);
    void nothingThere(const QString &path);
    void diskSilent(const QString &path); ///< The look takes longer than it should …
    void diskSilenceOver();               ///< … and has ended after all, or nobody waits for it any more.
    void fileOpened(const QString &file, const QString &folder); ///< A file; the folder it is in.
    void risksFound(const QString &folder, const QList<porchlight::ShareRisk> &risks);

private:
    void take(const FolderLook &look);
    QString endLook(); ///< What was looked at.
    void enter(SharingState state);
    void begin(const QString &folder);
    void beginWhatWaits(SharingState otherwise);

    SharingState m_state = SharingState::Off;
    QString m_folder;
    quint16 m_port = AutomaticPort;
    std::optional<QString> m_waiting;  ///< The folder to share when the stop under way has ended.
    QString m_lookedAt;                ///< Empty: no look is under way.
    QFutureWatcher<FolderLook> m_look; ///< The latest; what earlier ones find is dropped.
    QTimer m_patience;                 ///< Runs while it may still take its time.
};

} // namespace porchlight
