// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// The value of Content-Disposition that has a browser keep the content under this name (RFC 6266). Any bytes
/// go in; what comes out is ASCII. A name that is more than plain ASCII comes twice: once with "_" for what
/// old programs do not understand, once whole (RFC 8187).
QByteArray attachmentDisposition(QByteArrayView fileName);

} // namespace porchlight
