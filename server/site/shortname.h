// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace porchlight {

/// Whether FAT, NTFS or a Windows server may know a file by this name that is called otherwise:
/// "SECRET~1.TXT" is ".secret.txt" (Microsoft's FAT specification 1.03, "The Basis-Name Generation
/// Algorithm"). The same on every system.
bool mayBeShortName(QByteArrayView name);

} // namespace porchlight
