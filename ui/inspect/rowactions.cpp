// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/rowactions.h"

#include "ui/exchangefilterproxy.h"
#include "ui/inspect/comparedialog.h"
#include "ui/inspect/curlcommand.h"
#include "ui/inspect/senddialog.h"
#include "ui/inspector.h"
#include "ui/requesttable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace porchlight {

RowActions::RowActions(RequestTable *table, ExchangeFilterProxy *proxy, Inspector *inspector, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_proxy(proxy)
    , m_inspector(inspector)
    , m_curl(new QAction(tr("Copy as c&url"), this))
    , m_sendAgain(new QAction(tr("Send ag&ain…"), this))
    , m_compare(new QAction(tr("Com&pare the two"), this))
    , m_inFlow(new QAction(tr("Show in Flo&w"), this))
{
    m_curl->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_sendAgain->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_compare->setToolTip(tr("Choose two rows with Ctrl held down"));
    connect(m_curl, &QAction::triggered, this, &RowActions::copyCurl);
    connect(m_sendAgain, &QAction::triggered, this, &RowActions::sendAgain);
    connect(m_compare, &QAction::triggered, this, &RowActions::compare);
    connect(inspector, &Inspector::curlRequested, this, &RowActions::copyCurl);
    connect(inspector, &Inspector::sendAgainRequested, this, &RowActions::sendAgain);
    const auto showInFlow = [this] { emit flowRequested(m_inspector->shown()); };
    connect(m_inFlow, &QAction::triggered, this, showInFlow);
    connect(inspector, &Inspector::flowRequested, this, showInFlow);
    connect(inspector, &Inspector::shownChanged, this, &RowActions::noteChoice);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowActions::noteChoice);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->addActions(actions());
    noteChoice();
}

RowActions::~RowActions()
{
    delete m_dialog; // the window's child, and of no use without this
}

void RowActions::noteChoice()
{
    const bool isAsked = !m_inspector->shown().method().isEmpty();
    m_curl->setEnabled(!curlCommand(m_inspector->shown()).isEmpty());
    m_sendAgain->setEnabled(isAsked);
    m_inFlow->setEnabled(isAsked);
    m_compare->setEnabled(m_table->selectionModel()->selectedRows().size() == 2);
}

void RowActions::copyCurl() const
{
    QGuiApplication::clipboard()->setText(curlCommand(m_inspector->shown()));
    m_inspector->noteCopied();
}

void RowActions::sendAgain()
{
    if (!m_dialog) {
        m_dialog = new SendDialog(m_table->window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SendDialog::sendRequested, this, &RowActions::sendRequested);
        connect(m_dialog, &SendDialog::stopRequested, this, &RowActions::stopRequested);
    }
    m_dialog->setForm(draftForm(m_inspector->shown()));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RowActions::showAnswer(const DraftAnswer &answer)
{
    if (m_dialog)
        m_dialog->showAnswer(answer);
}

void RowActions::compare()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 2)
        return;
    std::sort(rows.begin(), rows.end());
    const auto names = [this](const QModelIndex &row) {
        return narrationNames(m_proxy->visitorAt(row.row()), m_proxy->exchangeAt(row.row()));
    };
    auto *dialog = new CompareDialog(compared(m_proxy->exchangeAt(rows[0].row()), names(rows[0]),
                                              m_proxy->exchangeAt(rows[1].row()), names(rows[1])),
                                     m_table->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace porchlight
