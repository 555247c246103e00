// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/refusal.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>
#include <variant>

namespace porchlight {

enum class HttpVersion : quint8 { Http10, Http11 };

/// How the request's content is framed (RFC 9112 §6.3).
struct Framing
{
    bool chunked = false;
    qint64 contentLength = 0; ///< Bytes; 0 also when the request has no Content-Length. Unused when chunked.
};

/// A request head that kept every rule of the grammar (RFC 9112 §2 to §6). Only parseRequestHead() makes one
/// from bytes off the wire.
class RequestHead final
{
public:
    /// The bytes as they arrived, request line to empty line.
    const QByteArray &raw() const { return m_raw; }
    QByteArrayView method() const { return view(m_method); }
    /// The request target exactly as sent (RFC 9112 §3.2), before any decoding.
    QByteArrayView target() const { return view(m_target); }
    HttpVersion version() const { return m_version; }
    const Framing &framing() const { return m_framing; }

    /// Whether the client wants the connection kept after this answer (RFC 9112 §9.3).
    bool keepAlive() const { return m_keepAlive; }
    bool expectsContinue() const { return m_expectsContinue; }

    /// The field's value; lines of the same name (any case) are joined by ", " in their order
    /// (RFC 9110 §5.2). Nothing when the field is absent.
    std::optional<QByteArray> field(QByteArrayView name) const;
    bool hasField(QByteArrayView name) const;

private:
    friend class RequestHeadParser;
    struct Slice
    {
        quint16 at = 0, length = 0;
    }; // a head has at most 16 KiB
    struct FieldLine
    {
        Slice name, value;
    };

    QByteArrayView view(Slice s) const { return QByteArrayView(m_raw).sliced(s.at, s.length); }

    QByteArray m_raw;
    Slice m_method, m_target;
    HttpVersion m_version = HttpVersion::Http11;
    Framing m_framing;
    bool m_keepAlive = true;
    bool m_expectsContinue = false;
    QVarLengthArray<FieldLine, 24> m_fields;
};

using ParsedHead = std::variant<RequestHead, Refusal>;

/// Parses a whole head: `raw` begins with the request line and ends with the empty line. A single LF is taken
/// as a line's end (RFC 9112 §2.2 allows it, and people type requests into nc); a bare CR never is.
ParsedHead parseRequestHead(QByteArray raw);

} // namespace porchlight
