// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace porchlight {

/// The Content-Security-Policy for a file of this name in a share that is no website; empty when nothing in
/// it can act. Its scripts never run with our origin, so a page that somebody put into a shared folder cannot
/// read what else is shared there, nor act for its visitor.
///
/// Pages run in a sandbox with an origin of their own: most saved pages, slides and reports are nothing
/// without their scripts, and these then are worth no more than any stranger's page. Drawings and XML run
/// nothing. PDF is left alone: Chromium shows no PDF in a sandbox, and a PDF's scripts never have our origin.
QByteArray sandboxPolicy(QByteArrayView fileName);

} // namespace porchlight
