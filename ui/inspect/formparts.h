// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace porchlight {

/// One part of a form that carries files. Bytes as they were sent, markup and all.
struct FormPart
{
    QByteArray name;
    std::optional<QByteArray> fileName; ///< Of a file; empty when none was chosen.
    QByteArray type;                    ///< Content-Type; empty when nothing says it.
    QByteArrayView content;             ///< Within what was parsed.
    bool isWhole = true;                ///< Whether its end has come.
};

/// The parts of multipart/form-data (RFC 7578, RFC 2046 §5.1), the first `most` of them. `type` is the value
/// of Content-Type. Nothing when that names no boundary of 1 to 70 characters that may be in one, or the
/// boundary does not come. Takes time as `content` is long, whatever the boundary.
std::optional<std::vector<FormPart>> formParts(QByteArrayView content, QByteArrayView type, size_t most);

} // namespace porchlight
