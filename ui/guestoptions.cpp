// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guestoptions.h"

#include <QSettings>

namespace porchlight {
namespace {

constexpr QLatin1String ShowKey("guests/show");
constexpr QLatin1String SinglePageAppKey("guests/singlePageApp");
constexpr QLatin1String KeepLocationKey("guests/keepLocation");

} // namespace

void GuestOptions::save(QSettings &settings) const
{
    settings.setValue(ShowKey, int(showAs));
    settings.setValue(SinglePageAppKey, singlePageApp);
    settings.setValue(KeepLocationKey, keepLocation);
}

GuestOptions GuestOptions::restored(QSettings &settings)
{
    GuestOptions options;
    const int shown = settings.value(ShowKey, 0).toInt();
    if (shown >= 0 && shown <= int(ShowAs::Site))
        options.showAs = ShowAs(shown);
    options.singlePageApp = settings.value(SinglePageAppKey, false).toBool();
    options.keepLocation = settings.value(KeepLocationKey, true).toBool();
    return options;
}

} // namespace porchlight
