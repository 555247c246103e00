// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessionsaving.h"

#include "server/session/har.h"
#include "server/session/sessionfile.h"
#include "ui/humanunits.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace porchlight {

SessionSaving::SessionSaving(std::function<Session()> session, MessageBar &message, QWidget *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_message(message)
    , m_window(parent)
{}

void SessionSaving::choose(SessionFormat format)
{
    const bool isHar = format == SessionFormat::Har;
    const QString suffix = isHar ? QStringLiteral("har") : QStringLiteral("porchlight");
    auto *dialog = new QFileDialog(m_window, isHar ? tr("Save all requests as an HTTP Archive")
                                                   : tr("Save the session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(isHar ? tr("HTTP Archive (*.har)") : tr("Porchlight session (*.porchlight)"));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("session.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString &path) { save(path, format); });
    dialog->open();
}

void SessionSaving::save(const QString &path, SessionFormat format)
{
    Session session = m_session();
    const auto promise = std::make_shared<QPromise<QString>>();
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, path, format, count = qsizetype(session.exchanges.size())] {
                say(path, format, count, watcher->result());
                watcher->deleteLater();
            });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, path, format, session = std::move(session)] {
        promise->addResult(format == SessionFormat::Har ? writeHar(path, session)
                                                        : writeSession(path, session));
        promise->finish();
    });
}

void SessionSaving::say(const QString &path, SessionFormat format, qsizetype count, const QString &error)
{
    const QString name = plainText(QFileInfo(path).fileName());
    if (error.isEmpty()) {
        m_message.showMessage(
            count == 1
                ? tr("1 request was saved to %1. It holds the visitor’s name, address and cookies.").arg(name)
                : tr("%1 requests were saved to %2. It holds visitors’ names, addresses and cookies.")
                      .arg(humanCount(count), name));
    } else {
        m_message.showMessage(tr("%1 could not be saved: %2. Save it somewhere else?").arg(name, error),
                              {{tr("&Save elsewhere…"), [this, format] { choose(format); }}});
    }
    emit saved(path, error);
}

} // namespace porchlight
