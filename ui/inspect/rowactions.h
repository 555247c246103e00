// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/transport/requestsender.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;

namespace porchlight {

class ExchangeFilterProxy;
class Inspector;
class RequestTable;
class SendDialog;

/// What can be done with chosen rows of the table: copy as curl, send again, compare. GUI thread.
class RowActions final : public QObject
{
    Q_OBJECT
public:
    RowActions(RequestTable *table, ExchangeFilterProxy *proxy, Inspector *inspector, QObject *parent);
    ~RowActions() override;

    /// For a menu; the table's context menu has them already.
    QList<QAction *> actions() const { return {m_curl, m_sendAgain, m_compare, m_inFlow}; }
    void showAnswer(const DraftAnswer &answer);

signals:
    void sendRequested(const porchlight::RequestDraft &draft);
    void stopRequested();
    void flowRequested(const porchlight::Exchange &exchange);

private:
    void noteChoice();
    void copyCurl() const;
    void sendAgain();
    void compare();

    RequestTable *const m_table;
    ExchangeFilterProxy *const m_proxy;
    Inspector *const m_inspector;
    QAction *const m_curl;
    QAction *const m_sendAgain;
    QAction *const m_compare;
    QAction *const m_inFlow;
    QPointer<SendDialog> m_dialog;
};

} // namespace porchlight
