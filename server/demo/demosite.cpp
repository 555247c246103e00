// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demosite.h"

#include "server/demo/cafemenu.h"
#include "server/demo/demofile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>

#include <sys/stat.h>

namespace porchlight {
namespace {

constexpr QLatin1String MarkerName(".porchlight-demo.json");
constexpr qint64 MaxMarker = 4096; // bytes; ours has 54
/// Another version is another shape of the site, which this Porchlight would not know how to serve.
constexpr int Version = 1;

struct Words
{
    QLatin1String kind, folder, resources;
};

Words wordsOf(DemoKind kind)
{
    switch (kind) {
    case DemoKind::Takeout:
        break;
    case DemoKind::DineIn:
        return {QLatin1String("dine-in"), QLatin1String("Dine-in"), QLatin1String("dinein")};
    }
    return {QLatin1String("takeout"), QLatin1String("Takeout"), QLatin1String("takeout")};
}

std::optional<DemoObstacle> write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(content) == content.size() &&
        file.flush())
        return std::nullopt;
    return DemoObstacle{DemoObstacle::Kind::NotWritten, path, file.errorString()};
}

/// A page in the site's language; whatever else there is, as it is.
QByteArray contentOf(const QString &resources, const QString &name, const CafeWords &words)
{
    QByteArray content = demoFile(resources + u'/' + name);
    if (!name.endsWith(QLatin1String(".html")))
        return content;
    for (const Dish &dish : cafeMenu(words))
        content.replace("{price" + QByteArray::number(dish.id) + '}', words.price(dish.cents));
    return words.fill(content);
}

std::optional<DemoObstacle> writeFiles(const DemoSite &site, const QString &folder)
{
    const QString resources = wordsOf(site.kind).resources;
    for (const QString &name : QDir(QStringLiteral(":/demo/") + resources).entryList(QDir::Files)) {
        const QByteArray content = contentOf(resources, name, CafeWords::of(site.language));
        if (auto obstacle = write(folder + u'/' + name, content))
            return obstacle;
    }
    return std::nullopt;
}

QByteArray marker(const DemoSite &site)
{
    const QByteArray language = tagOf(CafeWords::of(site.language).language());
    return QJsonDocument(QJsonObject{{QStringLiteral("kind"), QString(wordsOf(site.kind).kind)},
                                     {QStringLiteral("language"), QString::fromLatin1(language)},
                                     {QStringLiteral("version"), Version}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

std::variant<QString, DemoObstacle> writeDemoSite(const DemoSite &site, const QString &parent)
{
    const QString folder = QDir::cleanPath(parent + u'/' + wordsOf(site.kind).folder);
    if (::mkdir(QFile::encodeName(folder).constData(), 0777) != 0) {
        const int error = errno;
        if (error == EEXIST)
            return DemoObstacle{DemoObstacle::Kind::InTheWay, folder, {}};
        return DemoObstacle{DemoObstacle::Kind::NotWritten, folder, qt_error_string(error)};
    }
    auto obstacle = writeFiles(site, folder);
    if (!obstacle)
        obstacle = write(folder + u'/' + MarkerName, marker(site));
    if (!obstacle)
        return folder;
    QDir(folder).removeRecursively(); // it was made a moment ago, here
    return *obstacle;
}

std::optional<DemoSite> demoSiteOf(const QString &folder)
{
    struct stat about
    {
    };
    const QString path = folder + u'/' + MarkerName;
    if (::stat(QFile::encodeName(path).constData(), &about) != 0 || !S_ISREG(about.st_mode))
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject told = QJsonDocument::fromJson(file.read(MaxMarker)).object();
    if (told.value(QLatin1String("version")).toInt() != Version)
        return std::nullopt;
    const Language language = preferredLanguage(told.value(QLatin1String("language")).toString().toLatin1());
    for (const DemoKind kind : {DemoKind::Takeout, DemoKind::DineIn}) {
        if (told.value(QLatin1String("kind")).toString() == wordsOf(kind).kind)
            return DemoSite{kind, language};
    }
    return std::nullopt;
}

} // namespace porchlight
