// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/shortname.h"

#include <algorithm>

namespace porchlight {

bool mayBeShortName(QByteArrayView name)
{
    const qsizetype dot = name.indexOf('.');
    const QByteArrayView base = dot < 0 ? name : name.first(dot);
    const qsizetype tilde = base.lastIndexOf('~');
    if (tilde < 0 || tilde == base.size() - 1)
        return false;
    return std::ranges::all_of(base.sliced(tilde + 1), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace porchlight
