// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/windowsname.h"

#include <array>

namespace porchlight {

namespace {

bool equals(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// COM1 to COM9 and LPT1 to LPT9; Windows takes the superscripts ¹ ² ³ for digits too.
bool isNumberedDevice(QByteArrayView stem)
{
    if (stem.size() < 4 || (!equals(stem.first(3), "COM") && !equals(stem.first(3), "LPT")))
        return false;
    const QByteArrayView number = stem.sliced(3);
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\xC2\xB9" ||
           number == "\xC2\xB2" || number == "\xC2\xB3";
}

bool isDevice(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 6> devices = {"CON", "PRN",    "AUX",
                                                              "NUL", "CONIN$", "CONOUT$"};
    const qsizetype dot = name.indexOf('.');
    const QByteArrayView stem = name.first(dot < 0 ? name.size() : dot).trimmed();
    for (const QByteArrayView device : devices) {
        if (equals(stem, device))
            return true;
    }
    return isNumberedDevice(stem);
}

} // namespace

bool isUnsafeOnWindows(QByteArrayView name)
{
    return name.contains(':') || name.endsWith('.') || name.endsWith(' ') || isDevice(name);
}

} // namespace porchlight
