// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/phrases.h"
#include "server/site/webfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace porchlight;

namespace {

QJsonObject textsOf(Language language)
{
    const QByteArray name = "languages/" + tagOf(language) + ".json";
    return QJsonDocument::fromJson(webFile(name.constData())).object();
}

QStringList placeholdersIn(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[a-z]+\\}"));
    QStringList found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

/// Text of JSON, all forms of it.
QStringList formsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList forms;
    const QJsonObject object = value.toObject();
    for (const auto &form : object)
        forms.append(form.toString());
    return forms;
}

} // namespace

class PhrasesTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void languagesAreComplete_data()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : AllLanguages)
            QTest::addRow("%s", tagOf(language).constData()) << language;
    }
    void languagesAreComplete()
    {
        QFETCH(Language, language);
        const QJsonObject texts = textsOf(language), english = textsOf(Language::English);
        QCOMPARE(texts.keys(), english.keys());
        for (const QString &key : english.keys()) {
            const QJsonValue text = texts.value(key), model = english.value(key);
            QVERIFY2(text.type() == model.type(), qPrintable(key));
            if (model.isArray())
                continue;
            const QStringList forms = formsOf(text), models = formsOf(model);
            QCOMPARE(forms.size(), models.size());
            for (qsizetype i = 0; i < forms.size(); ++i) {
                QVERIFY2(!forms[i].isEmpty(), qPrintable(key));
                QVERIFY2(placeholdersIn(forms[i]) == placeholdersIn(models[i]), qPrintable(key));
                for (const char markup : {'<', '>', '&', '"'}) // it is HTML text as it stands
                    QVERIFY2(!forms[i].contains(QLatin1Char(markup)), qPrintable(key));
            }
        }
    }

    void otherLanguagesAreTranslated()
    {
        const QJsonObject english = textsOf(Language::English);
        for (const Language language :
             {Language::German, Language::Spanish, Language::French, Language::Chinese}) {
            const QJsonObject texts = textsOf(language);
            int same = 0;
            for (const QString &key : english.keys())
                same += texts.value(key) == english.value(key);
            QVERIFY2(same < 20, qPrintable(QString::number(same))); // "Name", "Text", marks
        }
    }

    void counts_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("n");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("English, one") << Language::English << 1 << QByteArray("1 photo");
        QTest::addRow("English, none") << Language::English << 0 << QByteArray("0 photos");
        QTest::addRow("English, many") << Language::English << 1'204 << QByteArray("1,204 photos");
        QTest::addRow("German") << Language::German << 1'234'567 << QByteArray("1.234.567 Fotos");
        QTest::addRow("Spanish") << Language::Spanish << 2 << QByteArray("2 fotos");
        QTest::addRow("French, none counts as one") << Language::French << 0 << QByteArray("0 photo");
        QTest::addRow("French") << Language::French << 1'204
                                << QByteArray("1\xe2\x80\xaf"
                                              "204 photos");
        QTest::addRow("Chinese") << Language::Chinese << 1 << QByteArray("1 张照片");
    }
    void counts()
    {
        QFETCH(Language, language);
        QFETCH(int, n);
        QTEST(Phrases::of(language).count("photoCount", n), "text");
    }

    void sizes_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("English") << Language::English << qint64(2'400'000) << QByteArray("2.4 MB");
        QTest::addRow("English, few") << Language::English << qint64(1) << QByteArray("1 byte");
        QTest::addRow("German") << Language::German << qint64(2'400'000) << QByteArray("2,4 MB");
        QTest::addRow("French") << Language::French << qint64(2'400'000) << QByteArray("2,4 Mo");
        QTest::addRow("French, few") << Language::French << qint64(812) << QByteArray("812 octets");
    }
    void sizes()
    {
        QFETCH(Language, language);
        QFETCH(qint64, bytes);
        QTEST(Phrases::of(language).size(bytes), "text");
    }

    void moments_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("English") << Language::English << QByteArray("18 Jul 2026, 08:42");
        QTest::addRow("German") << Language::German << QByteArray("18. Juli 2026, 08:42");
        QTest::addRow("Chinese") << Language::Chinese << QByteArray("2026年7月18日 08:42");
    }
    void moments()
    {
        QFETCH(Language, language);
        QTEST(Phrases::of(language).moment(1'784'364'120'000'000'000), "text");
        QTEST(Phrases::of(language).takenMoment(1'784'364'120'000), "text");
    }
    void aMomentBefore1970() { QCOMPARE(Phrases::of(Language::English).moment(-1), "31 Dec 1969, 23:59"); }

    void days_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QByteArray>("thisYear");
        QTest::addColumn<QByteArray>("later");
        QTest::addRow("English") << Language::English << QByteArray("Saturday 18 July")
                                 << QByteArray("Saturday 18 July 2026");
        QTest::addRow("German") << Language::German << QByteArray("Samstag, 18. Juli")
                                << QByteArray("Samstag, 18. Juli 2026");
        QTest::addRow("Spanish begins with a capital")
            << Language::Spanish << QByteArray("Sábado, 18 de julio")
            << QByteArray("Sábado, 18 de julio de 2026");
        QTest::addRow("French") << Language::French << QByteArray("Samedi 18 juillet")
                                << QByteArray("Samedi 18 juillet 2026");
        QTest::addRow("Chinese") << Language::Chinese << QByteArray("7月18日 星期六")
                                 << QByteArray("2026年7月18日 星期六");
    }
    void days()
    {
        QFETCH(Language, language);
        const QDate day(2026, 7, 18);
        QTEST(Phrases::of(language).dayHeading(day, {2026, 12, 31}), "thisYear");
        QTEST(Phrases::of(language).dayHeading(day, {2027, 1, 1}), "later");
    }

    void spansOfDays()
    {
        const Phrases &english = Phrases::of(Language::English);
        const QDate june(2026, 6, 12), august(2026, 8, 30), before(2025, 12, 24);
        QCOMPARE(english.dates(june, august, {2026, 9, 1}), "12 June – 30 August");
        QCOMPARE(english.dates(june, august, {2027, 9, 1}), "12 June – 30 August 2026");
        QCOMPARE(english.dates(before, august, {2026, 9, 1}), "24 December 2025 – 30 August 2026");
        QCOMPARE(english.dates(june, june, {2026, 9, 1}), "12 June");
        QCOMPARE(english.dates(june, june, {2027, 9, 1}), "12 June 2026");
    }

    void textsForScriptsAreJson()
    {
        const QByteArray json = Phrases::of(Language::French).json({"close", "downloadOriginal"});
        const QJsonObject texts = QJsonDocument::fromJson(json).object();
        QCOMPARE(texts.keys(), (QStringList{QStringLiteral("close"), QStringLiteral("downloadOriginal")}));
        QCOMPARE(texts.value(QLatin1String("close")).toString(), QStringLiteral("Fermer"));
    }
};

QTEST_APPLESS_MAIN(PhrasesTest)
#include "tst_phrases.moc"
