// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/logtext.h"
#include "server/record/exchange.h"

#include <QByteArray>

namespace porchlight {

/// Writes exchanges as lines of a log. What visitors sent is escaped so that every line is printable ASCII:
/// no control character, bidi mark or stray line end reaches a terminal or the next program. One thread.
class RequestLog final
{
public:
    explicit RequestLog(LogFormat format)
        : m_format(format)
    {}

    /// The line that says where the folder is shared; the first of the log.
    void appendSharing(QByteArray &out, const QString &folder, const QString &url) const;
    /// The line that says where the kitchen of the dine-in café is; the second, if there is one.
    void appendKitchen(QByteArray &out, const QString &url) const;

    /// One finished exchange. Text: the Combined Log Format, then the whole time taken, then how it ended
    /// when it did not simply complete. Json: one object; porchlight(1) lists its members.
    void append(QByteArray &out, const Exchange &exchange);

    /// Says that `count` requests are missing here.
    void appendDropped(QByteArray &out, quint64 count) const;

    /// A request line or field is cut after this many bytes: above any target the gate lets through.
    static constexpr qsizetype MaxLogged = 9 * 1024;

private:
    void appendText(LogText &out, const Exchange &exchange);
    void appendJson(LogText &out, const Exchange &exchange);

    const LogFormat m_format;
    qint64 m_stampSecond = -1; ///< The second m_stamp is for: a busy server logs many a second.
    QByteArray m_stamp;
};

} // namespace porchlight
