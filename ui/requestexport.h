// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchangeexport.h"

#include <QObject>

class QWidget;

namespace porchlight {

class ExchangeFilterProxy;
class MessageBar;

/// Saves the rows that a table shows to a file that a person chooses: the question where to, the work in the
/// background, and the message how it went. GUI thread.
class RequestExport final : public QObject
{
    Q_OBJECT
public:
    /// `proxy`, `message` and `parent` outlive it; dialogs stand over `parent`.
    RequestExport(const ExchangeFilterProxy &proxy, MessageBar &message, QWidget *parent);

    /// Asks for a file, this format proposed.
    void choose(ExportFormat format);
    /// Writes the rows shown now, in their order.
    void save(const QString &path, ExportFormat format);

signals:
    void saved(const QString &path, const porchlight::ExportOutcome &outcome);

private:
    void say(const QString &path, ExportFormat format, const ExportOutcome &outcome);

    const ExchangeFilterProxy &m_proxy;
    MessageBar &m_message;
    QWidget *const m_window;
};

} // namespace porchlight
