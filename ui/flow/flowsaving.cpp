// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowsaving.h"

#include "server/session/wholefile.h"
#include "ui/flow/flowpicture.h"
#include "ui/humanunits.h"
#include "ui/messagebar.h"
#include "ui/windowlanguage.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPrintDialog>
#include <QPrinter>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace porchlight {

namespace {

QString today()
{
    return windowLocale().toString(
        QDateTime::currentDateTime(),
        FlowSaving::tr("d MMMM yyyy, HH:mm", "day and time, as QLocale::toString() takes them"));
}

FlowPicture pictureOf(const FlowLog &log, const QString &folder, const QWidget &window)
{
    return FlowPicture(log, folder, today(), window.font());
}

QByteArray pngOf(const QImage &image)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "PNG");
    return bytes.data();
}

} // namespace

FlowSaving::FlowSaving(MessageBar &message, QWidget *window)
    : QObject(window)
    , m_message(message)
    , m_window(window)
{}

void FlowSaving::choose(const FlowLog &log, const QString &folder, Format format)
{
    const QString suffix = format == Format::Png ? QStringLiteral("png") : QStringLiteral("svg");
    auto *dialog = new QFileDialog(m_window, tr("Save the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(format == Format::Png ? tr("PNG picture (*.png)") : tr("SVG drawing (*.svg)"));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("flow.") + suffix);
    // What is shown may be another diagram by then.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, shown = std::make_shared<const FlowLog>(log), folder, format](const QString &path) {
                save(*shown, folder, path, format);
            });
    dialog->open();
}

void FlowSaving::save(const FlowLog &log, const QString &folder, const QString &path, Format format)
{
    const FlowPicture picture = pictureOf(log, folder, *m_window);
    const quint64 leftOut = picture.leftOut();
    const Theme &theme = Theme::current();
    const QImage image = format == Format::Png ? picture.image(theme) : QImage();
    const QByteArray svg = format == Format::Svg ? picture.svg(theme) : QByteArray();

    // Packing takes a while, and disks may be slow or far away; the window goes on meanwhile.
    const auto promise = std::make_shared<QPromise<QString>>();
    auto *watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path, leftOut] {
        say(path, watcher->result(), leftOut);
        watcher->deleteLater();
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, path, format, image, svg] {
        promise->addResult(writeWhole(path, [&](const ByteSink &sink) {
            const QByteArray bytes = format == Format::Png ? pngOf(image) : svg;
            return !bytes.isEmpty() && sink(bytes);
        }));
        promise->finish();
    });
}

void FlowSaving::print(const FlowLog &log, const QString &folder)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(folder);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer, shown = std::make_shared<const FlowLog>(log), folder] {
                pictureOf(*shown, folder, *m_window).print(*printer);
            });
    dialog->open();
}

void FlowSaving::say(const QString &path, const QString &error, quint64 leftOut)
{
    const QString name = QFileInfo(path).fileName();
    if (!error.isEmpty())
        m_message.showMessage(tr("%1 could not be saved: %2. Save it somewhere else.").arg(name, error));
    else if (leftOut > 0)
        m_message.showMessage(
            leftOut == 1 ? tr("The picture was saved to %1, without the oldest exchange: it would have "
                              "become too tall.")
                               .arg(name)
                         : tr("The picture was saved to %1, without the oldest %2 exchanges: it would have "
                              "become too tall.")
                               .arg(name, humanCount(qint64(leftOut))));
    else
        m_message.showMessage(tr("The picture was saved to %1.").arg(name));
    emit saved(path, error);
}

} // namespace porchlight
