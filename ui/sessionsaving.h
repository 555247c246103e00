// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/session/session.h"

#include <QObject>

#include <functional>

class QWidget;

namespace porchlight {

class MessageBar;

enum class SessionFormat : quint8 { Porchlight, Har };

/// Saves all that a page holds to a file that a person chooses: the question where to, the work in the
/// background, and the message how it went. GUI thread.
class SessionSaving final : public QObject
{
    Q_OBJECT
public:
    /// `session` gives what is to be saved; `message` and `parent` outlive it, dialogs stand over `parent`.
    SessionSaving(std::function<Session()> session, MessageBar &message, QWidget *parent);

    void choose(SessionFormat format);
    void save(const QString &path, SessionFormat format);

signals:
    /// `error`: the system's words; empty: all went well.
    void saved(const QString &path, const QString &error);

private:
    void say(const QString &path, SessionFormat format, qsizetype count, const QString &error);

    const std::function<Session()> m_session;
    MessageBar &m_message;
    QWidget *const m_window;
};

} // namespace porchlight
