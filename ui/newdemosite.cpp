// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newdemosite.h"

#include "ui/demoquestion.h"
#include "ui/foldertext.h"
#include "ui/plaintext.h"
#include "ui/windowlanguage.h"

#include <QFileDialog>

namespace porchlight {

NewDemoSite::NewDemoSite(QWidget *window)
    : m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

void NewDemoSite::begin()
{
    delete m_question;
    auto *question = new DemoQuestion(m_window);
    connect(question, &DemoQuestion::chosen, this, &NewDemoSite::chooseFolder);
    m_question = question;
    question->open();
}

void NewDemoSite::chooseFolder(DemoKind kind)
{
    auto *dialog = new QFileDialog(
        m_window, tr("Choose where the new folder “%1” is to be")
                      .arg(kind == DemoKind::DineIn ? QStringLiteral("Dine-in") : QStringLiteral("Takeout")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QDir::homePath());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString &parent) { write(kind, parent); });
    dialog->open();
}

void NewDemoSite::write(DemoKind kind, const QString &parent)
{
    const Language language = preferredLanguage(windowLocale().bcp47Name().toLatin1());
    m_pool.start([this, kind, language, parent] {
        const auto outcome = writeDemoSite({kind, language}, parent);
        QMetaObject::invokeMethod(
            this,
            [this, kind, outcome] {
                if (const auto *folder = std::get_if<QString>(&outcome))
                    emit written(*folder);
                else
                    emit notWritten(kind, std::get<DemoObstacle>(outcome));
            },
            Qt::QueuedConnection);
    });
}

QString demoObstacleText(const DemoObstacle &obstacle)
{
    const QString name = plainText(folderName(obstacle.path));
    const QString place = plainText(folderPlace(obstacle.path));
    if (obstacle.kind == DemoObstacle::Kind::InTheWay)
        return NewDemoSite::tr(
                   "“%1” is in “%2” already, and Porchlight overwrites nothing. Share it as it is, or "
                   "choose another folder.")
            .arg(name, place);
    return NewDemoSite::tr("“%1” cannot be written into “%2”: %3. Choose another folder.")
        .arg(name, place, plainText(obstacle.detail));
}

} // namespace porchlight
