// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deviceword.h"
#include "ui/narration.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"

#include <span>

namespace porchlight {

/// One field of an exchange and who sent it, for the functions that tell of it.
struct FieldTold
{
    const Exchange &exchange;
    const NarrationNames &names;
    QString device; ///< "The phone"
    QByteArrayView value;

    /// "the phone", within a sentence.
    QString who() const { return theDevice(names.visitor); }
    /// The value as it may be shown, not longer than a line.
    QString shown() const { return shortened(plainText(value)); }
    static QString shortened(const QString &text)
    {
        constexpr qsizetype Longest = 60;
        return porchlight::shortened(text, Longest);
    }
};

/// What is told of a field of this name, in lower case.
struct FieldTeller
{
    const char *name;
    QString (*tell)(const FieldTold &field);
};

inline QString tellField(std::span<const FieldTeller> tellers, const Exchange &exchange,
                         const NarrationNames &names, QByteArrayView name, QByteArrayView value)
{
    for (const FieldTeller &teller : tellers) {
        if (name.compare(teller.name, Qt::CaseInsensitive) == 0)
            return teller.tell({exchange, names, theDeviceFirst(names.visitor), value});
    }
    return {};
}

} // namespace porchlight
