// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderopening.h"

#include "ui/foldertext.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/questions.h"
#include "ui/recordingtext.h"
#include "ui/sharecontrol.h"

#include <QDir>
#include <QFileDialog>

namespace porchlight {

FolderOpening::FolderOpening(ShareControl &control, MessageBar &message, QWidget *window)
    : QObject(window)
    , m_control(control)
    , m_message(message)
    , m_window(window)
    , m_demo(window)
{
    connect(&control, &ShareControl::risksFound, this, &FolderOpening::askAboutRisks);
    connect(&control, &ShareControl::fileOpened, this, &FolderOpening::offerFolderOf);
    connect(&control, &ShareControl::nothingThere, this, &FolderOpening::showNothingThere);
    connect(&control, &ShareControl::diskSilent, this, &FolderOpening::showDiskSilent);
    connect(&control, &ShareControl::diskSilenceOver, &message, &QWidget::hide);
    connect(&m_demo, &NewDemoSite::written, this, &FolderOpening::open);
    connect(&m_demo, &NewDemoSite::notWritten, this, &FolderOpening::showDemoObstacle);
}

void FolderOpening::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose the folder to share"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const QString folder = m_control.folder();
    dialog->setDirectory(folder.isEmpty() ? QDir::homePath() : folder + QStringLiteral("/.."));
    connect(dialog, &QFileDialog::fileSelected, this, &FolderOpening::open);
    dialog->open();
}

void FolderOpening::open(const QString &path)
{
    m_message.hide();
    m_control.open(path);
}

void FolderOpening::openFirst(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    open(paths.first());
    if (paths.size() > 1)
        m_message.showMessage(tr("Porchlight shares one folder at a time. It takes the first, “%1”.")
                                  .arg(plainText(folderName(paths.first()))));
}

void FolderOpening::beginDemoSite()
{
    m_demo.begin();
}

void FolderOpening::withdrawQuestion()
{
    delete m_question;
}

void FolderOpening::showDemoObstacle(DemoKind kind, const DemoObstacle &obstacle)
{
    QList<MessageBar::Step> steps;
    if (obstacle.kind == DemoObstacle::Kind::InTheWay)
        steps.append({tr("S&hare it"), [this, path = obstacle.path] { open(path); }});
    steps.append({tr("Choose anothe&r folder…"), [this, kind] { m_demo.chooseFolder(kind); }});
    m_message.showMessage(demoObstacleText(obstacle), steps);
}

void FolderOpening::askAboutRisks(const QString &folder, const QList<ShareRisk> &risks)
{
    withdrawQuestion();
    m_question = askBeforeSharing(folder, risks, m_hiddenFilesShared, m_window);
    connect(m_question, &QDialog::accepted, this, [this, folder] { m_control.share(folder); });
    m_question->open();
}

void FolderOpening::offerFolderOf(const QString &file, const QString &folder)
{
    if (isRecordingName(file)) {
        emit recordingOpened(file);
        return;
    }
    const QString name = plainText(folderName(folder));
    m_message.showMessage(tr("“%1” is a file, and Porchlight shares folders. Share its folder “%2” instead?")
                              .arg(plainText(folderName(file)), name),
                          {{tr("S&hare “%1”").arg(QString(name).replace(u'&', QStringLiteral("&&"))),
                            [this, folder] { open(folder); }}});
}

void FolderOpening::showDiskSilent(const QString &path)
{
    m_message.showMessage(tr("Looking at “%1”. Its disk does not answer yet; it may be asleep, or gone.")
                              .arg(plainText(folderName(path))),
                          {{tr("Choose anothe&r folder…"), [this] { choose(); }}});
}

void FolderOpening::showNothingThere(const QString &path)
{
    m_message.showMessage(
        tr("There is nothing at “%1”. It may have been moved, or its disk is not connected.")
            .arg(plainText(path)),
        {{tr("Choose a folde&r…"), [this] { choose(); }}});
}

} // namespace porchlight
