// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recentshares.h"

#include <QScrollArea>
#include <QThreadPool>

class QGridLayout;

namespace porchlight {

class DropZone;
class RecentCard;

/// What the window shows while nothing is shared: one thing to do. GUI thread.
class StartPage final : public QScrollArea
{
    Q_OBJECT
public:
    static constexpr int MaxCards = 6; ///< Two rows; older shares stay remembered.

    explicit StartPage(QWidget *parent = nullptr);

    void showRecent(const QList<RecentShare> &shares); ///< Newest first.
    void setDragOver(bool over);

signals:
    void chooseRequested();
    void folderChosen(const QString &folder);
    void openRecordingRequested();
    /// One that comes with Porchlight, by its path and title.
    void lessonChosen(const QString &path, const QString &title);
    void demoRequested();

private:
    void findMissing();

    DropZone *const m_dropZone;
    QGridLayout *const m_recent;
    QList<RecentCard *> m_cards;
    QThreadPool m_pool;
};

} // namespace porchlight
