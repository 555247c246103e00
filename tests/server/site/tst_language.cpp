// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/language.h"

#include <QTest>

using namespace porchlight;

class LanguageTest final : public QObject
{
    Q_OBJECT
private slots:
    void likesBest_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("tag");
        const auto row = [](const char *title, const char *field, const char *tag) {
            QTest::addRow("%s", title) << QByteArray(field) << QByteArray(tag);
        };
        row("nothing", "", "en");
        row("one", "de", "de");
        row("a region of it", "de-CH", "de");
        row("a script of it", "zh-Hant-TW", "zh");
        row("case does not count", "FR-fr", "fr");
        row("as browsers send it", "es-ES,es;q=0.9,en;q=0.8", "es");
        row("the weight decides, not the order", "en;q=0.5, de;q=0.7", "de");
        row("the first of equals", "fr, de", "fr");
        row("none that is known", "nl, tlh;q=0.9", "en");
        row("unknown ones are passed over", "nl, sv;q=0.9, fr;q=0.1", "fr");
        row("any", "nl;q=0.5, *", "en");
        row("any comes after what is named before it", "zh, *", "zh");
        row("excluded", "de;q=0, fr;q=0.1", "fr");
        row("a longer word is not the language", "den, eng", "en");
        row("broken grammar counts as nothing", "de;q=2", "en");
        row("broken grammar behind a good member", "de, fr;q=", "en");
        row("hostile", "de\"><script>", "en");
    }
    void likesBest()
    {
        QFETCH(QByteArray, field);
        QTEST(tagOf(preferredLanguage(field)), "tag");
    }
};

QTEST_APPLESS_MAIN(LanguageTest)
#include "tst_language.moc"
