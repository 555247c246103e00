// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sharing.h"

#include "server/site/sitehandler.h"

#include <QFile>

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

RequestHandlerFactory siteHandlers(const QString &folder, bool showHidden,
                                   std::shared_ptr<const ServerActivity> activity)
{
    const SharedFolder shared(QFile::encodeName(folder), {.showHidden = showHidden});
    const MemoryBudget listingMemory(FolderListings::MaxMemory);
    return [shared, listingMemory, zips = ZipQuota(), coder = ContentCoder(), activity = std::move(activity)] {
        return std::make_unique<SiteHandler>(shared, listingMemory, zips, coder, activity);
    };
}

} // namespace porchlight
