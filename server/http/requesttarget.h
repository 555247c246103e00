// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace porchlight {

/// A request target of origin-form or absolute-form, taken apart and not decoded (RFC 9112 §3.2.1, §3.2.2).
/// Views into the target.
struct RequestTarget
{
    QByteArrayView authority; ///< Of absolute-form, where it counts instead of Host; otherwise empty.
    QByteArrayView path;      ///< Begins with a slash; may be empty in absolute-form.
    QByteArrayView query;     ///< Without the "?".
};

/// Nothing for any other form. The gate has vetted the authority and let no fragment through.
std::optional<RequestTarget> splitTarget(QByteArrayView target);

} // namespace porchlight
