// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flowlog.h"

#include <QObject>

class QPrinter;
class QWidget;

namespace porchlight {

class MessageBar;

/// Asks where a flow diagram shall go, and puts it there: into a file, or onto paper. GUI thread; files are
/// packed and written by others.
class FlowSaving final : public QObject
{
    Q_OBJECT
public:
    enum class Format : quint8 { Png, Svg };

    /// `message` says how it went; dialogs belong to `window`.
    FlowSaving(MessageBar &message, QWidget *window);

    void choose(const FlowLog &log, const QString &folder, Format format);
    void save(const FlowLog &log, const QString &folder, const QString &path, Format format);
    void print(const FlowLog &log, const QString &folder);

signals:
    void saved(const QString &path, const QString &error);

private:
    void say(const QString &path, const QString &error, quint64 leftOut);

    MessageBar &m_message;
    QWidget *const m_window;
};

} // namespace porchlight
