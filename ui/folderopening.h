// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/site/sharecheck.h"
#include "ui/newdemosite.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace porchlight {

class MessageBar;
class ShareControl;

/// Leads to a folder that is shared: chosen by hand, dropped, or newly written as a demo site; and asks first
/// where there is something to ask. GUI thread.
class FolderOpening final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `window`. All of them outlive this.
    FolderOpening(ShareControl &control, MessageBar &message, QWidget *window);

    void choose();
    void open(const QString &path);
    /// As open() for the first; says so when there are several.
    void openFirst(const QStringList &paths);
    void beginDemoSite();

    /// Whether visitors see hidden files: the risks among them count then.
    void setHiddenFilesShared(bool shared) { m_hiddenFilesShared = shared; }
    /// Takes back the question that waits for an answer, if one does.
    void withdrawQuestion();

signals:
    /// It was opened as a folder, and is a recording.
    void recordingOpened(const QString &path);

private:
    void showDemoObstacle(DemoKind kind, const DemoObstacle &obstacle);
    void askAboutRisks(const QString &folder, const QList<ShareRisk> &risks);
    void offerFolderOf(const QString &file, const QString &folder);
    void showDiskSilent(const QString &path);
    void showNothingThere(const QString &path);

    ShareControl &m_control;
    MessageBar &m_message;
    QWidget *const m_window;
    NewDemoSite m_demo;
    QPointer<QMessageBox> m_question;
    bool m_hiddenFilesShared = false;
};

} // namespace porchlight
