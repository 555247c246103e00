// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipselection.h"

#include "server/record/overloaded.h"

#include <QtTest>

using namespace porchlight;

class ZipSelectionTest final : public QObject
{
    Q_OBJECT

    static QByteArray outcome(const QByteArray &query)
    {
        Listing listing;
        for (const char *name : {"folder", "a", "b", "c", "d", "e", "f", "g", "h", "i & j"})
            listing.entries.push_back({name, listing.entries.empty(), 0, 0});
        return std::visit(Overloaded{[](const chosen::Everything &) -> QByteArray { return "everything"; },
                                     [](const chosen::Some &some) {
                                         QByteArrayList names;
                                         for (const FolderEntry &entry : some.entries)
                                             names.append(entry.name + (entry.isFolder ? "/" : ""));
                                         return names.join(',');
                                     },
                                     [](const chosen::Nothing &) -> QByteArray { return "nothing"; },
                                     [](const chosen::Missing &missing) { return "missing " + missing.name; },
                                     [](const chosen::Outdated &) -> QByteArray { return "outdated"; }},
                          zipSelection(QueryParameters(query), listing, 1234));
    }

private slots:
    void choices_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *what, const char *query, const QByteArray &result) {
            QTest::newRow(what) << QByteArray(query) << result;
        };
        row("no choice is everything", "zip", "everything");
        row("one by name", "zip&item=a", "a");
        row("several, in their order", "zip&item=i+%26+j&item=folder", "i & j,folder/");
        row("twice is once", "zip&item=a&item=b&item=a", "a,b");
        row("one that is not there", "zip&item=a&item=A", "missing A");
        row("no way up", "zip&item=..", "missing ..");
        row("no way down", "zip&item=folder/secret", "missing folder/secret");
        row("an empty name", "zip&item=", "missing ");
        row("a name with NUL in it", "zip&item=a%00", "missing " + QByteArray("a\0", 2));
        row("a form with nothing ticked", "zip=chosen", "nothing");
        row("a form with something ticked", "zip=chosen&item=a", "a");
        row("the first bit is the first entry", "zip&pick=AQ&of=1234", "folder/");
        row("bits of two bytes", "zip&pick=hgM&of=1234", "a,b,g,h,i & j");
        row("zeros at the end", "zip&pick=AgAAAAA&of=1234", "a");
        row("a bit behind the last entry", "zip&pick=AAQ&of=1234", "outdated");
        row("not one bit", "zip&pick=AAA&of=1234", "nothing");
        row("no bitmap", "zip&pick=&of=1234", "nothing");
        row("not base64url", "zip&pick=A%2F%3D!&of=1234", "outdated");
        row("another folder", "zip&pick=AQ&of=1235", "outdated");
        row("of no folder", "zip&pick=AQ", "outdated");
    }
    void choices()
    {
        QFETCH(QByteArray, query);
        QTEST(outcome(query), "result");
    }
};

QTEST_APPLESS_MAIN(ZipSelectionTest)
#include "tst_zipselection.moc"
