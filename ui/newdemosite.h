// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demosite.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QDialog;
class QWidget;

namespace porchlight {

/// Leads from "which of the two demo sites?" by "where to?" to a new folder with that site in it. GUI thread.
class NewDemoSite final : public QObject
{
    Q_OBJECT
public:
    /// Its dialogs stand before `window`, which outlives it.
    explicit NewDemoSite(QWidget *window);

    void begin();
    void chooseFolder(DemoKind kind);
    /// Writes the site, in the language of the window, into this folder, off the GUI thread.
    void write(DemoKind kind, const QString &parent);

signals:
    void written(const QString &folder);
    void notWritten(porchlight::DemoKind kind, const porchlight::DemoObstacle &obstacle);

private:
    QWidget *const m_window;
    QPointer<QDialog> m_question;
    QThreadPool m_pool; ///< Last: destroyed first, while what its jobs use still stands.
};

/// What is said of it: the thing, the cause, the next step.
QString demoObstacleText(const DemoObstacle &obstacle);

} // namespace porchlight
