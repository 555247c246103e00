// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recentshares.h"

#include "ui/foldertext.h"
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QSettings>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::RecentShare)
};

constexpr QLatin1String ArrayKey("recentShares");
constexpr QLatin1String FolderKey("folder");
constexpr QLatin1String SharedAtKey("sharedAt");
constexpr QLatin1String ItemsKey("items");

QString dayText(const QDate &day, const QDate &today)
{
    if (day == today)
        return Words::tr("today");
    if (day.addDays(1) == today)
        return Words::tr("yesterday");
    return windowLocale().toString(
        day, day.year() == today.year()
                 ? Words::tr("d MMMM", "a day of this year, as QLocale::toString() takes it")
                 : Words::tr("d MMMM yyyy", "a day, as QLocale::toString() takes it"));
}

} // namespace

QString recentShareText(const RecentShare &share, const QDate &today)
{
    QString text = Words::tr("shared %1", "a day").arg(dayText(share.sharedAt.toLocalTime().date(), today));
    if (share.items >= 0)
        text += QStringLiteral(" · ") + countedItems(share.items);
    return text;
}

RecentShares::RecentShares(QSettings &settings)
    : m_settings(settings)
{}

QList<RecentShare> RecentShares::all() const
{
    QList<RecentShare> shares;
    const int size = qMin(m_settings.beginReadArray(ArrayKey), Max);
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        RecentShare share{m_settings.value(FolderKey).toString(), m_settings.value(SharedAtKey).toDateTime(),
                          m_settings.value(ItemsKey, -1).toLongLong()};
        if (!share.folder.isEmpty() && share.sharedAt.isValid())
            shares.append(std::move(share));
    }
    m_settings.endArray();
    return shares;
}

void RecentShares::noteShared(const QString &folder, const QDateTime &when)
{
    QList<RecentShare> shares = all();
    RecentShare noted{folder, when};
    for (const RecentShare &share : std::as_const(shares))
        if (share.folder == folder)
            noted.items = share.items;
    shares.removeIf([&](const RecentShare &share) { return share.folder == folder; });
    shares.prepend(noted);
    save(shares.first(qMin<qsizetype>(shares.size(), Max)));
}

void RecentShares::noteItems(const QString &folder, qint64 items)
{
    QList<RecentShare> shares = all();
    for (RecentShare &share : shares) {
        if (share.folder != folder || share.items == items)
            continue;
        share.items = items;
        save(shares);
        return;
    }
}

void RecentShares::save(const QList<RecentShare> &shares)
{
    m_settings.remove(ArrayKey);
    m_settings.beginWriteArray(ArrayKey, int(shares.size()));
    for (int i = 0; i < shares.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(FolderKey, shares[i].folder);
        m_settings.setValue(SharedAtKey, shares[i].sharedAt);
        m_settings.setValue(ItemsKey, shares[i].items);
    }
    m_settings.endArray();
}

} // namespace porchlight
