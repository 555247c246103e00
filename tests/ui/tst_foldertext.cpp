// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldertext.h"

#include <QDir>
#include <QTest>

using namespace porchlight;

class FolderTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void nameAndPlace_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("place");
        const QString home = QDir::homePath();
        const auto row = [](const char *what, const QString &folder, const char *name, const char *place) {
            QTest::newRow(what) << folder << QString::fromLatin1(name) << QString::fromLatin1(place);
        };
        row("a folder in a folder", QStringLiteral("/srv/Pictures/Summer 2026"), "Summer 2026", "Pictures");
        row("a slash at the end", QStringLiteral("/srv/Pictures/"), "Pictures", "srv");
        row("in the home folder", home + QStringLiteral("/Pictures"), "Pictures", "Home folder");
        row("the home folder", home, "Home folder", "This computer");
        row("at the top", QStringLiteral("/srv"), "srv", "This computer");
        row("everything", QStringLiteral("/"), "This computer", "This computer");
    }
    void nameAndPlace()
    {
        QFETCH(QString, folder);
        QTEST(folderName(folder), "name");
        if (qstrcmp(QTest::currentDataTag(), "the home folder") != 0) // whatever stands above it here
            QTEST(folderPlace(folder), "place");
    }
    void items()
    {
        QCOMPARE(countedItems(0), QStringLiteral("no items"));
        QCOMPARE(countedItems(1), QStringLiteral("1 item"));
        QCOMPARE(countedItems(1204), QStringLiteral("1,204 items"));
    }
};

QTEST_GUILESS_MAIN(FolderTextTest)
#include "tst_foldertext.moc"
