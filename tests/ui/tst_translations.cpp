// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowlanguage.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

using namespace porchlight;

namespace {

struct Message
{
    QString context, source, translation, state; ///< `state`: "unfinished", "vanished"; empty: translated.
};

std::vector<Message> messagesIn(const QString &path)
{
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            messages.push_back({context, xml.readElementText(), {}, {}});
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().state = xml.attributes().value(QLatin1String("type")).toString();
            messages.back().translation = xml.readElementText();
        }
    }
    return messages;
}

QStringList translationFiles()
{
    const QDir folder(QStringLiteral(PORCHLIGHT_SOURCE_DIR "/resources/translations"));
    QStringList paths;
    for (const QString &name : folder.entryList({QStringLiteral("*.ts")}))
        paths += folder.filePath(name);
    return paths;
}

QStringList matchesIn(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found += matches.next().captured(0);
    found.sort();
    return found;
}

QChar mnemonicOf(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral("&(\\w)"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    const auto match = mnemonic.match(text);
    return match.hasMatch() ? match.captured(1).at(0).toLower() : QChar();
}

/// What is to be seen at once; each other class is a page of its own.
const std::vector<QStringList> &pages()
{
    static const QStringList panel{QStringLiteral("FolderCard"),  QStringLiteral("ShareButton"),
                                   QStringLiteral("AddressCard"), QStringLiteral("AddressDetails"),
                                   QStringLiteral("GuestsCard"),  QStringLiteral("SharePanel"),
                                   QStringLiteral("LessonCard"),  QStringLiteral("LessonBanner")};
    static const std::vector<QStringList> pages{
        {QStringLiteral("StartPage"), QStringLiteral("DropZone")},
        panel + QStringList{QStringLiteral("Inspector"), QStringLiteral("CloserLook"),
                            QStringLiteral("RequestViews")},
        panel + QStringList{QStringLiteral("FlowPage"), QStringLiteral("FlowPlayBar"),
                            QStringLiteral("FlowView")},
        panel + QStringList{QStringLiteral("VisitorsPage")},
    };
    return pages;
}

bool areSeenTogether(const Message &one, const Message &other)
{
    if (one.context == other.context)
        return true;
    const auto has = [](const QStringList &page, const Message &message) {
        return page.contains(message.context.section(QStringLiteral("::"), 1));
    };
    return std::any_of(pages().begin(), pages().end(),
                       [&](const QStringList &page) { return has(page, one) && has(page, other); });
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(!translationFiles().isEmpty()); }

    void everyStringIsTranslatedAndNoneIsLeftOver_data() { eachFile(); }
    void everyStringIsTranslatedAndNoneIsLeftOver()
    {
        const QString program = QStringLiteral(PORCHLIGHT_LUPDATE);
        if (program.isEmpty())
            QSKIP("lupdate (Debian: qt6-l10n-tools) was not there when this was configured");
        QFETCH(QString, path);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(path).fileName());
        QVERIFY(QFile::copy(path, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(PORCHLIGHT_SOURCE_DIR));
        lupdate.start(program, {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
                                QStringLiteral("none"), QStringLiteral("ui"), QStringLiteral("app"),
                                QStringLiteral("-ts"), copy});
        QVERIFY2(lupdate.waitForFinished(60'000), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        // A string outside of any class is looked up in another context than lupdate files it under.
        const QByteArray said = lupdate.readAllStandardError();
        QVERIFY2(!said.contains("Q_OBJECT") && !said.contains("without context"), said.constData());
        QStringList wrong;
        for (const Message &message : messagesIn(copy)) {
            if (!message.state.isEmpty() || message.translation.isEmpty())
                wrong += message.context + QStringLiteral(": ") + message.source;
        }
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("To be translated, or gone from the sources "
                                           "(cmake --build … --target update_translations):\n") +
                            wrong.join(QLatin1Char('\n'))));
    }

    void placeholdersAndMarksAreThoseOfTheSource_data() { eachFile(); }
    void placeholdersAndMarksAreThoseOfTheSource()
    {
        QFETCH(QString, path);
        static const QRegularExpression placeholder(QStringLiteral("%(?:\\d{1,2}|L?n)"));
        static const QRegularExpression edge(QStringLiteral("^\\s+|\\s+$"));
        for (const Message &message : messagesIn(path)) {
            const QByteArray source = message.source.toUtf8();
            QVERIFY2(matchesIn(message.translation, placeholder) == matchesIn(message.source, placeholder),
                     source);
            QVERIFY2(matchesIn(message.translation, edge) == matchesIn(message.source, edge), source);
            QVERIFY2(message.translation.endsWith(u'…') == message.source.endsWith(u'…'), source);
            QVERIFY2(mnemonicOf(message.translation).isNull() == mnemonicOf(message.source).isNull(), source);
        }
    }

    void mnemonicsThatDifferInEnglishDiffer_data() { eachFile(); }
    void mnemonicsThatDifferInEnglishDiffer()
    {
        QFETCH(QString, path);
        std::vector<Message> messages = messagesIn(path);
        std::erase_if(messages, [](const Message &each) { return mnemonicOf(each.source).isNull(); });
        QVERIFY(messages.size() > 50);
        for (size_t i = 0; i < messages.size(); ++i) {
            for (size_t k = 0; k < i; ++k) {
                const Message &one = messages[i], &other = messages[k];
                const bool clash = mnemonicOf(one.translation) == mnemonicOf(other.translation) &&
                                   mnemonicOf(one.source) != mnemonicOf(other.source);
                QVERIFY2(!clash || !areSeenTogether(one, other),
                         qPrintable(one.translation + QStringLiteral(" / ") + other.translation));
            }
        }
    }

    void languageIsTheFirstThatThereIs_data()
    {
        QTest::addColumn<QStringList>("languages");
        QTest::addColumn<QString>("spoken");
        const QString english = QStringLiteral("en"), german = QStringLiteral("de");
        QTest::newRow("German") << QStringList{QStringLiteral("de-AT"), english} << german;
        QTest::newRow("the reader's second") << QStringList{QStringLiteral("fr-FR"), german} << german;
        QTest::newRow("English before German") << QStringList{QStringLiteral("en-GB"), german} << english;
        QTest::newRow("none there is: English") << QStringList{QStringLiteral("cy")} << english;
        QTest::newRow("not a language")
            << QStringList{QStringLiteral("../de"), QStringLiteral("C")} << english;
        QTest::newRow("no wish: English") << QStringList() << english;
    }
    void languageIsTheFirstThatThereIs()
    {
        QFETCH(QStringList, languages);
        QFETCH(QString, spoken);
        QCOMPARE(spokenLanguage(languages), spoken);
    }

private:
    static void eachFile()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : translationFiles())
            QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
