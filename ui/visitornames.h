// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"
#include "server/session/session.h"

#include <QHash>
#include <QObject>

#include <memory>
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

    /// For the Visitors of all that use these names, so that each has one colour everywhere.
    const std::shared_ptr<VisitorColours> &colours() const { return m_colours; }

    std::vector<GivenName> given() const;
    /// Other visitors come from now on: those of a recording.
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

    std::shared_ptr<VisitorColours> m_colours = std::make_shared<VisitorColours>();
    QHash<Key, QString> m_given;
    bool m_isAnonymous = false;
};

} // namespace porchlight
