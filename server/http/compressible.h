// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// Whether content of this Content-Type (lower case, as contentTypeOf() gives it) becomes much smaller when
/// it is compressed: text in all its forms, and the few formats for machines that are not compressed
/// themselves.
bool isCompressible(QByteArrayView contentType);

} // namespace porchlight
