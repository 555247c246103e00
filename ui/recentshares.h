// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

class QSettings;

namespace porchlight {

struct RecentShare
{
    QString folder; ///< Absolute.
    QDateTime sharedAt;
    qint64 items = -1; ///< Files in it when last counted; -1: never counted.
};

/// "shared yesterday · 1,204 items", for a person who reads it today.
QString recentShareText(const RecentShare &share, const QDate &today);

/// The folders shared last, newest first, each once, 12 at most. Kept in the settings.
class RecentShares final
{
public:
    static constexpr int Max = 12;

    /// `settings` outlives this object.
    explicit RecentShares(QSettings &settings);

    QList<RecentShare> all() const;
    void noteShared(const QString &folder, const QDateTime &when);
    void noteItems(const QString &folder, qint64 items); ///< Of a folder that was noted; otherwise nothing.

private:
    void save(const QList<RecentShare> &shares);

    QSettings &m_settings;
};

} // namespace porchlight
