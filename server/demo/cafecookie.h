// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

#include <QByteArray>

namespace porchlight {

/// What the café gives a browser to show again: 128 random bits that mean nothing elsewhere.
class CafeCookie final
{
public:
    static const CafeCookie Visitor; ///< The name tag of each visitor, for half a year: the next lesson.
    static const CafeCookie Kitchen; ///< The key of the kitchen, until the browser is closed.

    static QByteArray fresh();

    /// What this request shows; empty when it has none, or one that is not of our making.
    QByteArray of(const RequestHead &request) const;
    /// The value of the Set-Cookie field that gives it (RFC 6265 §4.1). Scripts cannot read it, and forms of
    /// other websites do not send it.
    QByteArray setting(const QByteArray &value) const;

private:
    constexpr CafeCookie(const char *name, const char *lifetime)
        : m_name(name)
        , m_lifetime(lifetime)
    {}

    const char *m_name;
    const char *m_lifetime;
};

} // namespace porchlight
