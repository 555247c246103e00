// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/pagestyle.h"

#include "server/site/webfile.h"

namespace porchlight {

const QByteArray &pageStylesheet()
{
    static const QByteArray stylesheet = webFile("style.css").trimmed();
    return stylesheet;
}

} // namespace porchlight
