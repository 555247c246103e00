// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchangemodel.h"

#include <QTableView>

#include <array>
#include <optional>

class QPushButton;

namespace porchlight {

class ContentWidths;
class ExchangeFilterProxy;

/// The table of requests: columns, looks, and how it scrolls. GUI thread.
class RequestTable final : public QTableView
{
    Q_OBJECT
public:
    explicit RequestTable(ExchangeFilterProxy *proxy, QWidget *parent = nullptr);

    /// Whether the table keeps to the newest row. Scrolling up ends it, scrolling to the end starts it again.
    /// While it does not keep to it, a button says how many came since.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Of a recording: what comes in is not new, and there is nothing to keep to.
    void showAsRecorded();

    /// What stands in the middle of a table without rows: a line, and a smaller one below.
    void setEmptyText(const QString &title, const QString &hint);

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

signals:
    void followingChanged(bool following);
    void copyRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// In pixels, one a column.
    using Widths = std::array<int, ExchangeModel::ColumnCount>;

    void leaveRemoved(const QModelIndex &parent, int first, int last);
    void setUpColumns();
    void fitColumns();
    Widths contentWidths() const;
    void noteChosenWidths();
    void followFont();
    void keepToNewest();
    void offerNewest();
    void noticeScrolling(int value);
    void holdStill(int removedAbove);

    ExchangeFilterProxy *const m_proxy;
    QPushButton *const m_newest;
    bool m_following = true;
    std::optional<quint64> m_lastFollowed; ///< The serial of the last row then.
    bool m_isRecorded = false;
    ContentWidths *m_contents = nullptr;
    Widths m_chosenWidths{};  ///< By hand: they change with the type, not with the width.
    int m_chosenAtHeight = 0; ///< Of the type, pixels; 0: none were chosen.
    bool m_isFitting = false;
    QString m_emptyTitle, m_emptyHint;
};

} // namespace porchlight
