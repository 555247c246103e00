// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demosite.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>

#include <sys/stat.h>

namespace porchlight {
namespace {

constexpr QLatin1String MarkerName(".porchlight-demo.json");
constexpr qint64 MaxMarker = 4096; // bytes; ours has 40
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
        return {QLatin1String("dine-in"), QLatin1String("Dine-in"), QLatin1String(":/demo/dinein")};
    }
    return {QLatin1String("takeout"), QLatin1String("Takeout"), QLatin1String(":/demo/takeout")};
}

std::optional<DemoObstacle> write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(content) == content.size() &&
        file.flush())
        return std::nullopt;
    return DemoObstacle{DemoObstacle::Kind::NotWritten, path, file.errorString()};
}

std::optional<DemoObstacle> writeFiles(const QString &resources, const QString &folder)
{
    for (const QString &name : QDir(resources).entryList(QDir::Files)) {
        QFile resource(resources + u'/' + name);
        if (!resource.open(QIODevice::ReadOnly))
            return DemoObstacle{DemoObstacle::Kind::NotWritten, name, resource.errorString()};
        if (auto obstacle = write(folder + u'/' + name, resource.readAll()))
            return obstacle;
    }
    return std::nullopt;
}

QByteArray marker(DemoKind kind)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("kind"), QString(wordsOf(kind).kind)},
                                     {QStringLiteral("version"), Version}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

} // namespace

std::variant<QString, DemoObstacle> writeDemoSite(DemoKind kind, const QString &parent)
{
    const Words words = wordsOf(kind);
    const QString folder = QDir::cleanPath(parent + u'/' + words.folder);
    if (::mkdir(QFile::encodeName(folder).constData(), 0777) != 0) {
        const int error = errno;
        if (error == EEXIST)
            return DemoObstacle{DemoObstacle::Kind::InTheWay, folder, {}};
        return DemoObstacle{DemoObstacle::Kind::NotWritten, folder, qt_error_string(error)};
    }
    auto obstacle = writeFiles(words.resources, folder);
    if (!obstacle)
        obstacle = write(folder + u'/' + MarkerName, marker(kind));
    if (!obstacle)
        return folder;
    QDir(folder).removeRecursively(); // it was made a moment ago, here
    return *obstacle;
}

std::optional<DemoKind> demoKindOf(const QString &folder)
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
    for (const DemoKind kind : {DemoKind::Takeout, DemoKind::DineIn}) {
        if (told.value(QLatin1String("kind")).toString() == wordsOf(kind).kind)
            return kind;
    }
    return std::nullopt;
}

} // namespace porchlight
