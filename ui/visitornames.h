// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"
#include "server/session/session.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace porchlight {

/// What visitors are called everywhere in the window: as the teacher named them, else by their device; or,
/// while they are anonymous, by a colour ("Blue phone 2"). GUI thread.
class VisitorNames final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Plain text.
    QString nameOf(const Visitor &visitor) const;
    /// As given; empty: none was.
    QString givenTo(const Visitor &visitor) const;

    /// `name` in a line of text, Session::MaxNameLength characters at most; empty takes it back.
    void give(const Visitor &visitor, const QString &name);
    bool isAnonymous() const { return m_isAnonymous; }
    void setAnonymous(bool anonymous);

    std::vector<GivenName> given() const;
    void restore(const std::vector<GivenName> &names, bool anonymous);

signals:
    void changed();

private:
    struct Key
    {
        QHostAddress address;
        QString device;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.address, key.device); }
    };

    QHash<Key, QString> m_given;
    bool m_isAnonymous = false;
};

} // namespace porchlight
