// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions.h"

#include "ui/foldertext.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QPushButton>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Questions)
};

constexpr int MaxNames = 5; // more of them would hide the question

QMessageBox *question(const QString &text, const QString &explanation, const QString &yes, const QString &no,
                      QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Porchlight"), text,
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(explanation);
    box->addButton(yes, QMessageBox::AcceptRole);
    QPushButton *const refuse = box->addButton(no, QMessageBox::RejectRole);
    box->setDefaultButton(refuse);
    box->setEscapeButton(refuse);
    return box;
}

bool isAboutFolder(const ShareRisk &risk)
{
    return risk.path.isEmpty();
}

QString aboutFolder(const QString &folder, ShareRisk::Kind kind)
{
    switch (kind) {
    case ShareRisk::Kind::FileSystemRoot:
        return Words::tr("This is everything on this computer: its system and the files of all its people.");
    case ShareRisk::Kind::WholeHomeFolder:
        return Words::tr("This is your whole home folder: documents, photos, downloads, everything in it.");
    case ShareRisk::Kind::SystemFolder:
        return Words::tr("“%1” belongs to this computer’s system.").arg(plainText(folder));
    case ShareRisk::Kind::PrivateKey:
    case ShareRisk::Kind::StoredSecrets:
        return Words::tr("“%1” itself holds passwords or keys.").arg(plainText(folder));
    }
    return {};
}

QString found(const ShareRisk &risk)
{
    const QString name = plainText(risk.path);
    return risk.kind == ShareRisk::Kind::PrivateKey
               ? Words::tr("%1 (a private key: it opens other computers or accounts)").arg(name)
               : Words::tr("%1 (passwords or other secrets)").arg(name);
}

} // namespace

QMessageBox *askBeforeSharing(const QString &folder, const QList<ShareRisk> &risks, bool hiddenFilesShared,
                              QWidget *parent)
{
    QStringList paragraphs;
    QStringList names;
    int inside = 0;
    bool keptFromVisitors = !hiddenFilesShared;
    for (const ShareRisk &risk : risks) {
        if (isAboutFolder(risk)) {
            paragraphs.append(aboutFolder(folder, risk.kind));
            continue;
        }
        keptFromVisitors = keptFromVisitors && risk.isHidden;
        if (++inside <= MaxNames)
            names.append(QStringLiteral("• ") + found(risk));
    }
    if (inside > MaxNames)
        names.append(Words::tr("• and %1 more").arg(humanCount(inside - MaxNames)));
    if (inside > 0)
        paragraphs.append(Words::tr("Found in it:\n%1").arg(names.join(u'\n')));
    if (inside > 0 && keptFromVisitors)
        paragraphs.append(
            Words::tr("What was found is hidden, and Porchlight keeps hidden files from visitors."));
    paragraphs.append(Words::tr("Everyone on your network could open what is shared."));
    return question(Words::tr("Share “%1” with everyone in the house?").arg(plainText(folderName(folder))),
                    paragraphs.join(QStringLiteral("\n\n")), Words::tr("&Share it anyway"),
                    Words::tr("&Don’t share"), parent);
}

QMessageBox *askBeforeClosing(const QString &folder, QWidget *parent)
{
    return question(
        Words::tr("“%1” is being shared. Stop sharing and close?").arg(plainText(folderName(folder))),
        Words::tr("Downloads that are running are cut off, and visitors no longer find the page."),
        Words::tr("&Stop sharing and close"), Words::tr("&Keep sharing"), parent);
}

} // namespace porchlight
