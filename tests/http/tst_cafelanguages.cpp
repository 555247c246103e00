// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/cafehandler.h"
#include "server/demo/demofile.h"
#include "server/demo/demosite.h"
#include "tests/support/cafeguests.h"
#include "tests/support/liveserver.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace porchlight;
using namespace porchlight::test;

namespace {

QJsonObject textsOf(Language language)
{
    return QJsonDocument::fromJson(
               demoFile(QStringLiteral("languages/%1.json").arg(QString::fromLatin1(tagOf(language)))))
        .object();
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{\\w+\\}"));
    QStringList found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a page says in English though it is to be in German; nothing where it is.
QString englishIn(const QByteArray &page)
{
    const QJsonObject english = textsOf(Language::English), german = textsOf(Language::German);
    const QString text = QString::fromUtf8(page);
    for (auto it = english.begin(); it != english.end(); ++it) {
        const QRegularExpression words(
            QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(it->toString())));
        if (it.value() != german.value(it.key()) && placeholdersIn(it->toString()).isEmpty() &&
            text.contains(words))
            return it->toString();
    }
    return {};
}

} // namespace

/// The demo sites exist in the language of the person who makes them.
class CafeLanguagesTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const DemoSite &site)
    {
        const QString parent = m_folder.filePath(QString::fromLatin1(tagOf(site.language)));
        QDir().mkpath(parent);
        const auto written = writeDemoSite(site, parent);
        const auto *folder = std::get_if<QString>(&written);
        return folder ? *folder : std::get<DemoObstacle>(written).path; // which an earlier test wrote
    }
    std::unique_ptr<LiveServer> serve(const QString &folder, const QString &database)
    {
        const RequestHandlerFactory files = folderHandlers(folder);
        const Language language = demoSiteOf(folder)->language;
        return std::make_unique<LiveServer>(
            [files, language, cafe = std::make_shared<Cafe>(database)] {
                return std::make_unique<CafeHandler>(files(), cafe, language);
            },
            Limits(), 1);
    }

private slots:
    void bothLanguagesAreComplete()
    {
        const QJsonObject english = textsOf(Language::English), german = textsOf(Language::German);
        QVERIFY(english.size() > 80);
        QCOMPARE(german.keys(), english.keys());
        int same = 0;
        for (const QString &key : english.keys()) {
            const QString text = german.value(key).toString(), model = english.value(key).toString();
            QVERIFY2(!text.isEmpty() && !model.isEmpty(), qPrintable(key));
            QVERIFY2(placeholdersIn(text) == placeholdersIn(model), qPrintable(key));
            for (const char markup : {'<', '>', '&', '"'}) // it is HTML text as it stands
                QVERIFY2(!text.contains(QLatin1Char(markup)) && !model.contains(QLatin1Char(markup)),
                         qPrintable(key));
            same += text == model;
        }
        QVERIFY2(same <= 2, qPrintable(QString::number(same))); // "Café", "Live"
    }
    void noTextIsLeftOver()
    {
        QByteArray used;
        for (const char *folder : {"/server/demo", "/resources/demo/dinein", "/resources/demo/takeout"}) {
            QDirIterator files(QStringLiteral(PORCHLIGHT_SOURCE_DIR) + QLatin1String(folder), QDir::Files);
            while (files.hasNext())
                used += contentOf(files.next());
        }
        for (const QString &key : textsOf(Language::English).keys()) {
            const QByteArray name = key.toLatin1();
            QVERIFY2(used.contains('"' + name + '"') || used.contains('{' + name + '}'), name.constData());
        }
    }
    void theMakersLanguageIsKeptInTheFolder()
    {
        const QString german = written({DemoKind::Takeout, Language::German});
        QCOMPARE(demoSiteOf(german), (DemoSite{DemoKind::Takeout, Language::German}));
        // There are no Spanish words, so it is English.
        const QString spanish = written({DemoKind::Takeout, Language::Spanish});
        QCOMPARE(demoSiteOf(spanish), (DemoSite{DemoKind::Takeout, Language::English}));
    }
    void aFolderThatDoesNotSayIsEnglish()
    {
        QTemporaryDir older;
        QFile marker(older.filePath(QStringLiteral(".porchlight-demo.json")));
        QVERIFY(marker.open(QIODevice::WriteOnly));
        marker.write("{\"kind\":\"dine-in\",\"version\":1}\n");
        marker.close();
        QCOMPARE(demoSiteOf(older.path()), (DemoSite{DemoKind::DineIn, Language::English}));
    }

    void writtenPagesAreInTheirLanguage_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QByteArrayList>("takeout");
        QTest::addColumn<QByteArray>("notFound");
        QTest::addRow("English") << Language::English
                                 << QByteArrayList{"<html lang=\"en\">", ">Tomato soup<", ">€4.80<",
                                                   ">the cook sleeps<"}
                                 << QByteArray("There is nothing at this address");
        QTest::addRow("German") << Language::German
                                << QByteArrayList{"<html lang=\"de\">", ">Tomatensuppe<", ">4,80 €<",
                                                  ">der Koch schläft<"}
                                << QByteArray("Unter dieser Adresse ist nichts");
    }
    void writtenPagesAreInTheirLanguage()
    {
        QFETCH(const Language, language);
        QFETCH(const QByteArrayList, takeout);
        QFETCH(const QByteArray, notFound);
        const QByteArray page =
            contentOf(written({DemoKind::Takeout, language}) + QStringLiteral("/index.html"));
        for (const QByteArray &words : takeout)
            QVERIFY2(page.contains(words), page.constData());
        const QByteArray none =
            contentOf(written({DemoKind::DineIn, language}) + QStringLiteral("/404.html"));
        QVERIFY2(none.contains(notFound), none.constData());
        for (const QByteArray &html : {page, none}) {
            QVERIFY2(!html.contains('{'), html.constData()); // a text that there is not
            if (language == Language::German)
                QCOMPARE(englishIn(html), QString());
        }
    }
    void madePagesAreGerman()
    {
        const auto server = serve(written({DemoKind::DineIn, Language::German}),
                                  m_folder.filePath(QStringLiteral("1.sqlite")));
        const Phone phone(server->port());
        QCOMPARE(phone.order("Zoë").status, 303);
        QByteArrayList pages;
        for (const QByteArray target : {"/", "/order/1", "/board", "/order", "/order/9"})
            pages.append(phone.ask("GET", target).body);
        QVERIFY(pages[0].contains("Du bist zum <strong>2. Mal</strong> hier."));
        QVERIFY(pages[1].contains("2 × Tomatensuppe, zusammen 9,60 €"));
        QVERIFY(pages[2].contains("für <bdi>Zoë</bdi>"));
        for (const QByteArray rest :
             {"", "dish=1&quantity=0", "dish=1&quantity=1&name=", "dish=1&quantity=1&name=%ff"})
            pages.append(phone.ask("POST", "/order", "token=" + phone.token + '&' + rest).body);
        const QByteArray tooLong(OrderForm::MaxNote + 1, 'x');
        pages.append(phone.ask("POST", "/order", phone.form(tooLong)).body);
        pages.append(phone.ask("POST", "/order", phone.form("A", "dish=1&quantity=1&note=" + tooLong)).body);
        pages.append(phone.ask("POST", "/order", QByteArray(OrderForm::MaxContent + 1, 'x')).body);
        pages.append(phone.ask("POST", "/order", "x", "Content-Type: text/plain\r\n").body);
        pages.append(phone.ask("POST", "/order", "dish=1").body); // without a token
        RawResponse refused;
        while ((refused = phone.order()).status == 303) {
        }
        QCOMPARE(refused.status, 429);
        pages.append(refused.body);
        for (const QByteArray &page : pages) {
            QVERIFY2(page.contains("<html lang=\"de\">"), page.constData());
            QVERIFY2(englishIn(page).isEmpty(), qPrintable(englishIn(page)));
        }
    }
    void theScriptSaysWhatThePageGivesIt()
    {
        const auto server = serve(written({DemoKind::DineIn, Language::German}),
                                  m_folder.filePath(QStringLiteral("2.sqlite")));
        const QByteArray script = Phone(server->port()).ask("GET", "/board.js").body;
        const QByteArray board = Phone(server->port()).ask("GET", "/board").body;
        QJsonObject words =
            QJsonDocument::fromJson(captured(board, "data-words=\"([^\"]+)\"").replace("&quot;", "\""))
                .object();
        QCOMPARE(words.value(QLatin1String("ready")).toString(), QStringLiteral("Fertig"));
        static const QRegularExpression said(QStringLiteral("say\\(([^,)]+)"));
        static const QRegularExpression quoted(QStringLiteral("'(\\w+)'"));
        for (auto call = said.globalMatch(QString::fromUtf8(script)); call.hasNext();) {
            const QString keys = call.next().captured(1);
            for (auto key = quoted.globalMatch(keys); key.hasNext();) {
                const QString name = key.next().captured(1);
                QVERIFY2(words.contains(name), qPrintable(name));
            }
        }
        for (const QString &name : words.keys())
            QVERIFY2(script.contains('\'' + name.toLatin1() + '\''), qPrintable(name));
        QCOMPARE(englishIn(script), QString());
    }
    void aSiteMadeAnewInAnotherLanguageHasItsMenuInThat()
    {
        const QString database = m_folder.filePath(QStringLiteral("3.sqlite"));
        {
            const auto server = serve(written({DemoKind::DineIn, Language::English}), database);
            const Phone phone(server->port());
            QVERIFY(phone.ask("GET", "/").body.contains("Tomato soup"));
            QCOMPARE(phone.order("Anna").status, 303);
        }
        const auto server = serve(written({DemoKind::DineIn, Language::German}), database);
        const Phone phone(server->port());
        QVERIFY(phone.ask("GET", "/").body.contains("Tomatensuppe"));
        const QByteArray board = phone.ask("GET", "/board").body;
        QVERIFY2(board.contains("Anna") && board.contains("2 × Tomatensuppe"), board.constData());
    }
};

QTEST_GUILESS_MAIN(CafeLanguagesTest)
#include "tst_cafelanguages.moc"
