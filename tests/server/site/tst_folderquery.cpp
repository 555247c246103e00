// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/folderquery.h"

#include <QTest>

using namespace porchlight;

class FolderQueryTest final : public QObject
{
    Q_OBJECT
private slots:
    void addressesLeadBack_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("carried");
        const auto row = [](const char *query, const char *address, const char *carried) {
            QTest::addRow("%s", *query ? query : "nothing")
                << QByteArray(query) << QByteArray(address) << QByteArray(carried);
        };
        row("", "./", "");
        row("view=photos", "?view=photos", "?view=photos");
        row("view=files&order=asc", "?view=files&amp;order=asc", "?view=files&amp;order=asc");
        row("type=video", "?type=video", "");
        row("order=desc&type=page&sort=time", "?sort=time&amp;order=desc&amp;type=page",
            "?sort=time&amp;order=desc");
        row("sort=name", "./", "");
        row("sort=%73ize", "?sort=size", "?sort=size");
        row("sort=\"><script>&view=&order=&type=all", "./", "");
        row("sort=size&sort=time", "?sort=size", "?sort=size");
    }
    void addressesLeadBack()
    {
        QFETCH(QByteArray, query);
        const FolderQuery parsed = parseFolderQuery(query);
        QTEST(parsed.address(), "address");
        QTEST(parsed.carried(), "carried");
        QByteArray again = parsed.address().mid(1).replace("&amp;", "&");
        QVERIFY(parseFolderQuery(again == "/" ? QByteArray() : again) == parsed);
    }

    void everyTypeHasAName()
    {
        for (const EntryType type : AllEntryTypes)
            QCOMPARE(entryTypeNamed(nameOf(type)), std::optional(type));
        QCOMPARE(entryTypeNamed(""), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(FolderQueryTest)
#include "tst_folderquery.moc"
