// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestexport.h"

#include "ui/exchangefilterproxy.h"
#include "ui/humanunits.h"
#include "ui/messagebar.h"

#include <QFileDialog>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace porchlight {

namespace {

struct Choice
{
    ExportFormat format;
    QString filter, suffix;
};

QList<Choice> choices()
{
    return {{ExportFormat::Csv, RequestExport::tr("CSV for spreadsheets (*.csv)"), QStringLiteral("csv")},
            {ExportFormat::CommonLog, RequestExport::tr("Common Log (*.log)"), QStringLiteral("log")},
            {ExportFormat::CombinedLog, RequestExport::tr("Combined Log (*.log)"), QStringLiteral("log")}};
}

Choice choiceOf(const QString &filter)
{
    const QList<Choice> all = choices();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Choice &c) { return c.filter == filter; });
    return found == all.end() ? all.first() : *found;
}

} // namespace

RequestExport::RequestExport(const ExchangeFilterProxy &proxy, MessageBar &message, QWidget *parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_message(message)
    , m_window(parent)
{}

void RequestExport::choose(ExportFormat format)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the requests shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const Choice &choice : choices())
        filters += choice.filter;
    dialog->setNameFilters(filters);
    const Choice proposed = choices().at(qsizetype(format));
    dialog->selectNameFilter(proposed.filter);
    dialog->setDefaultSuffix(proposed.suffix);
    dialog->selectFile(QStringLiteral("requests.") + proposed.suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(choiceOf(filter).suffix); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        save(path, choiceOf(dialog->selectedNameFilter()).format);
    });
    dialog->open();
}

void RequestExport::save(const QString &path, ExportFormat format)
{
    std::vector<ExportEntry> entries;
    entries.reserve(size_t(m_proxy.rowCount()));
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        entries.push_back({m_proxy.exchangeAt(row), m_proxy.visitorAt(row).name});

    // Disks may be slow or far away; the window goes on meanwhile.
    const auto promise = std::make_shared<QPromise<ExportOutcome>>();
    auto *watcher = new QFutureWatcher<ExportOutcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path, format] {
        say(path, format, watcher->result());
        watcher->deleteLater();
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, path, format, rows = std::move(entries)] {
        promise->addResult(writeExport(path, format, rows));
        promise->finish();
    });
}

void RequestExport::say(const QString &path, ExportFormat format, const ExportOutcome &outcome)
{
    const QString name = QFileInfo(path).fileName();
    if (outcome.error.isEmpty()) {
        m_message.showMessage(
            outcome.written == 1
                ? tr("1 request was saved to %1.").arg(name)
                : tr("%1 requests were saved to %2.").arg(humanCount(outcome.written), name));
    } else {
        m_message.showMessage(
            tr("%1 could not be saved: %2. Save it somewhere else?").arg(name, outcome.error),
            {{tr("&Save elsewhere…"), [this, format] { choose(format); }}});
    }
    emit saved(path, outcome);
}

} // namespace porchlight
