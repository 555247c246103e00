// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/responseplan.h"

#include <QByteArray>

namespace porchlight {

/// Everything up to the start of <main>. `title` is HTML text (see htmlText); `kind` is a class of the body
/// element.
QByteArray pageOpening(const QByteArray &title, const char *kind);

/// Everything after the content of <main>.
QByteArray pageClosing();

/// The fields that go with every page Porchlight makes itself: its type, that it is asked for anew each time,
/// and a Content-Security-Policy under which nothing runs and nothing is loaded.
ResponseFields pageFields();

} // namespace porchlight
