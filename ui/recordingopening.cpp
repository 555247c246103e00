// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordingopening.h"

#include "server/session/recording.h"
#include "ui/plaintext.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace porchlight {

namespace {

using Outcome = std::shared_ptr<const std::variant<Session, RecordingProblem>>;

} // namespace

RecordingOpening::RecordingOpening(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void RecordingOpening::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.porchlight *.har)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { open(path); });
    dialog->open();
}

void RecordingOpening::open(const QString &path, const QString &name)
{
    const auto promise = std::make_shared<QPromise<Outcome>>();
    auto *watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path, name, number = ++m_newest] {
        watcher->deleteLater();
        if (number != m_newest)
            return;
        const Outcome outcome = watcher->result();
        if (const auto *session = std::get_if<Session>(outcome.get()))
            emit opened({outcome, session},
                        name.isEmpty() ? plainText(QFileInfo(path).completeBaseName()) : name);
        else
            emit failed(path, std::get<RecordingProblem>(*outcome));
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(
            std::make_shared<const std::variant<Session, RecordingProblem>>(readRecording(path)));
        promise->finish();
    });
}

} // namespace porchlight
