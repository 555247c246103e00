// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/requestfilter.h"
#include "ui/sessionsaving.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;

namespace porchlight {

class SegmentedSwitch;

/// The tools of the requests page: filter field, quick filters, Pause, and a menu for the rest. Where there
/// is no room for the quick filters side by side they become a list. GUI thread.
class RequestTools final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestTools(QWidget *parent = nullptr);

    /// Named in the menu; to be heard by whoever shows all pages.
    static constexpr QKeyCombination SaveSessionKey = Qt::CTRL | Qt::SHIFT | Qt::Key_S;
    static constexpr QKeyCombination OpenRecordingKey = Qt::CTRL | Qt::SHIFT | Qt::Key_O;

    RequestFilter filter() const;
    QString filterText() const;
    void setFilterText(const QString &text); ///< At once.
    void focusFilter();
    void clearFilter(); ///< The text and the quick filter.

    /// Adds what can be done with chosen rows to the menu, below "Copy rows". Once.
    void addRowActions(const QList<QAction *> &actions);

    /// How many exchanges wait while paused.
    void setWaiting(qsizetype count);
    void setFollowing(bool following);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void filterChanged();
    void filterConfirmed(); ///< Enter: the reader goes on to the table.
    void pauseToggled(bool paused);
    void clearRequested();
    void followToggled(bool follow);
    void copyRequested();
    void csvRequested();
    void commonLogRequested();
    void saveRequested(porchlight::SessionFormat format);
    void openRequested(); ///< A recording.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addQuickFilters();
    void addMenu();
    void showPauseText();

    QLineEdit *const m_text;
    SegmentedSwitch *const m_quick;
    QComboBox *const m_quickList;
    QPushButton *const m_pause;
    QPushButton *const m_more;
    QMenu *const m_menu;
    QAction *m_follow = nullptr;
    QAction *m_afterRows = nullptr; ///< The separator that the actions on rows stand before.
    QTimer m_typing;
    qsizetype m_waiting = 0;
};

} // namespace porchlight
