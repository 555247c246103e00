// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <utility>

namespace porchlight {

/// A request as a person put it together, to be sent as it stands.
struct RequestDraft
{
    QByteArray method;
    QByteArray target; ///< As in the request line.
    QList<std::pair<QByteArray, QByteArray>> fields;
    QByteArray content;

    /// HTTP/1.1, RFC 9112 §3. Content that no field gives the length of gets a Content-Length.
    QByteArray toBytes() const;
    bool operator==(const RequestDraft &) const = default;
};

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::RequestDraft)
