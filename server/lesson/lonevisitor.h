// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requestsender.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>

namespace porchlight {

/// Visits the shared folder as a browser does, for somebody who has one computer only: the front page, then
/// what it needs, and on a second visit whether what it kept is still good. One request at a time. Lives in
/// one thread and never blocks it.
class LoneVisitor final : public QObject
{
    Q_OBJECT
public:
    /// What a page needs is asked for up to here: enough to see how it goes.
    static constexpr qsizetype MaxParts = 12;

    explicit LoneVisitor(QObject *parent = nullptr);

    /// Opens the front page of the server at this address. What earlier visits kept is asked for again only
    /// if it has changed. A visit that is under way goes on.
    void visit(const QHostAddress &address, quint16 port);
    /// Ends the visit and forgets what was kept.
    void forget();

private:
    struct Copy
    {
        QByteArray entityTag;
        QByteArray lastModified;
        QList<QByteArray> parts; ///< What the page needs.
    };

    void askNext();
    void take(const DraftAnswer &answer);
    RequestDraft draftFor(const QByteArray &target) const;

    RequestSender m_sender;
    QHostAddress m_address;
    quint16 m_port = 0;
    QList<QByteArray> m_targets; ///< Still to be asked for, the current one first.
    QHash<QByteArray, Copy> m_kept;
};

/// The targets on the same server of the pictures, styles and scripts that a page at `base` (a path) needs,
/// in their order, each once.
QList<QByteArray> partsOfPage(const QByteArray &html, const QByteArray &base, qsizetype max);

} // namespace porchlight
