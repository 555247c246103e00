// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QTranslator>

// Outside of the namespace: the resource's functions are global.
static void addTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace porchlight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::WindowLanguage)
};

/// What the program's own strings are in; there is no file for it.
const QString English = QStringLiteral("en");

QString fileFor(const QString &language)
{
    return QStringLiteral(":/translations/porchlight_%1.qm").arg(language);
}

void install(const QString &file, const QString &folder, QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QString spokenLanguage(const QStringList &languages)
{
    addTranslations();
    for (const QString &tag : languages) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0).toLower();
        if (language == English || QFile::exists(fileFor(language)))
            return language;
    }
    return English;
}

void speakLanguage(const QString &language, QCoreApplication &application)
{
    addTranslations();
    if (language != English) {
        install(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath),
                application);
        install(fileFor(language), {}, application);
    }
    QLocale::setDefault(windowLocale());
}

const QLocale &windowLocale()
{
    //: The language of this translation and the country whose numbers and dates go with it, as in "de_DE".
    static const QLocale locale(Words::tr("en_US"));
    return locale;
}

} // namespace porchlight
