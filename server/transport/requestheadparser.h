// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/requesthead.h"

namespace porchlight {

/// The grammar of a request head, one rule a function; used through parseRequestHead().
class RequestHeadParser final
{
public:
    explicit RequestHeadParser(QByteArray raw);

    ParsedHead parse();

private:
    using Slice = RequestHead::Slice;
    using FieldLine = RequestHead::FieldLine;

    /// The next line without its end; advances. Refuses NUL, bare CR and other controls.
    Refusal nextLine(Slice &line);
    Refusal parseRequestLine(Slice line);
    Refusal parseVersion(QByteArrayView version);
    Refusal parseFieldLine(Slice line);
    Refusal checkTargetForm() const;
    Refusal checkHost() const;
    Refusal parseFraming();
    Refusal parseContentLength(QByteArrayView value, bool &seen);
    Refusal parseConnectionAndExpect();

    QByteArrayView view(Slice s) const { return m_head.view(s); }

    RequestHead m_head;
    qsizetype m_at = 0;
};

} // namespace porchlight
