// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sharing.h"

#include "server/demo/cafehandler.h"
#include "server/demo/demosite.h"
#include "server/photos/thumbnailerprogram.h"
#include "server/site/codedpage.h"
#include "server/site/sharedphotos.h"
#include "server/site/sitehandler.h"
#include "server/site/siteplans.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

namespace porchlight {

ServerSettings serverSettings(const Options &options)
{
    ServerSettings settings;
    settings.listen.address = options.bindAddress;
    if (options.port) {
        settings.listen.port = *options.port;
        settings.listen.portIsFixed = true;
    }
    settings.limits = options.limits;
    settings.threads = options.threads;
    return settings;
}

std::shared_ptr<SiteSwitches> siteSwitches(const Options &options)
{
    auto switches = std::make_shared<SiteSwitches>();
    switches->showAs = options.showAs;
    switches->singlePageApp = options.singlePageApp;
    switches->originalsKeepLocation = options.keepLocation;
    return switches;
}

std::shared_ptr<PhotoLibrary> photoLibrary(const QString &folder, bool showHidden)
{
    PhotoSettings settings;
    settings.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    settings.program = thumbnailerProgram();
    return std::make_shared<PhotoLibrary>(
        std::move(settings), std::make_shared<const SharedPhotos>(
                                 SharedFolder(QFile::encodeName(folder), {.showHidden = showHidden})));
}

ResponsePlan chosenPage(int status, const RequestHead &request)
{
    return errorPlanIn(pageLanguage(request), status);
}

std::shared_ptr<Cafe> cafeOf(const QString &folder)
{
    const QByteArray name =
        QCryptographicHash::hash(QFile::encodeName(folder), QCryptographicHash::Sha256).toHex().first(32);
    return std::make_shared<Cafe>(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                  QStringLiteral("/demo/%1.sqlite").arg(QString::fromLatin1(name)));
}

RequestHandlerFactory siteHandlers(const QString &folder, bool showHidden,
                                   std::shared_ptr<const ServerActivity> activity,
                                   std::shared_ptr<const SiteSwitches> switches,
                                   std::shared_ptr<PhotoLibrary> photos, std::shared_ptr<Cafe> cafe)
{
    const SharedFolder shared(QFile::encodeName(folder), {.showHidden = showHidden});
    const MemoryBudget listingMemory(FolderListings::MaxMemory);
    return [folder, shared, listingMemory, zips = ZipQuota(), coder = ContentCoder(),
            locations = std::make_shared<KnownLocations>(), activity = std::move(activity),
            switches = std::move(switches), photos = std::move(photos),
            cafe = std::move(cafe)]() -> std::unique_ptr<RequestHandler> {
        const auto filesAs = [&](const std::shared_ptr<const SiteSwitches> &how) {
            return std::make_unique<SiteHandler>(shared, listingMemory, zips, coder, activity, how, photos,
                                                 locations);
        };
        const std::optional<DemoSite> demo = demoSiteOf(folder);
        if (!demo || demo->kind != DemoKind::DineIn)
            return filesAs(switches);
        auto onlyFiles = std::make_shared<SiteSwitches>();
        onlyFiles->showAs = ShowAs::Site;
        return std::make_unique<CafeHandler>(filesAs(onlyFiles), cafe, demo->language);
    };
}

} // namespace porchlight
