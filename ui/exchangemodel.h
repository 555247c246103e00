// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"
#include "ui/exchangelog.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <vector>

namespace porchlight {

class VisitorNames;

/// The exchanges as a table, oldest first. Text that visitors sent comes out of data() as plain text only
/// (ui/plaintext.h). GUI thread.
class ExchangeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, VisitorName, AskedFor, Answer, Sent, Took, ColumnCount };
    enum Role {
        ToneRole = Qt::UserRole + 1, ///< int(AnswerTone)
        ProblemRole,                 ///< bool
        DimRole,                     ///< bool: in the background; of other models, too
        VisitorColourRole,           ///< int, 0 to Visitors::Colours - 1
        MethodRole,                  ///< QString
        TargetRole,                  ///< QString
        DurationRole,                ///< qint64, nanoseconds
    };

    explicit ExchangeModel(const LogLimits &limits = {}, QObject *parent = nullptr);

    /// Before the first exchange: visitors are called by these, which outlive the model.
    void useNames(const VisitorNames &names);
    /// Of a recording: the moment it was saved, at which what still ran then stands still.
    void stopClock(qint64 at) { m_stoppedAt = at; }

    /// New exchanges, and later states of running ones: one removal of the oldest, one insertion, one
    /// updated().
    void add(std::vector<Exchange> exchanges);
    void clear();
    /// Says that running exchanges have gone on for a while, for their durations.
    void touchRunning();

    const ExchangeLog &log() const { return m_log; }
    quint64 serialAt(int row) const { return m_log.first() + quint64(row); }
    int rowOf(quint64 serial) const { return int(serial - m_log.first()); }
    const Visitors &visitors() const { return m_visitors; }
    /// Index into visitors(), or Visitors::NotRemembered.
    int visitorIndex(quint64 serial) const { return m_visitorIndexes[serial - m_log.first()]; }
    /// By the names the window calls them.
    Visitor describe(const Exchange &exchange) const { return called(m_visitors.describe(exchange)); }
    Visitor visitorOf(quint64 serial) const;
    Visitor rememberedVisitor(int index) const;
    qint64 now() const; ///< Milliseconds since 1970 UTC, for the durations of what runs.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// All rows of one batch that changed, by serial, ascending; dataChanged() says the same in ranges.
    void updated(const std::vector<quint64> &serials);
    void visitorsRenamed();

private:
    Visitor called(Visitor visitor) const;
    std::vector<quint64> takeUpdates(std::vector<Exchange> &exchanges);
    void makeRoomFor(const std::vector<Exchange> &exchanges);
    void append(std::vector<Exchange> exchanges);
    void removeFirst(int count);
    void announce(const std::vector<quint64> &serials);
    QString text(const Exchange &exchange, quint64 serial, int column) const;
    QString toolTip(const Exchange &exchange, quint64 serial, int column) const;

    const LogLimits m_limits;
    const VisitorNames *m_names = nullptr;
    std::optional<qint64> m_stoppedAt;
    ExchangeLog m_log;
    Visitors m_visitors;
    std::deque<qint32> m_visitorIndexes; ///< One an entry of the log.
};

} // namespace porchlight
