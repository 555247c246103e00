// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace porchlight {

/// Why the gate refused a request before any handler saw it. Each reason has one status code: see
/// refusalStatus(). RFC sections are RFC 9112 (HTTP/1.1) unless said.
enum class Refusal : quint8 {
    None,

    TooManyConnections,    ///< 503: the server's limit of open connections is reached
    TooManyFromOneAddress, ///< 503: this address's limit of open connections is reached
    WorkersHeldUp,         ///< 503: whoever could answer waits for a disk

    HeadTooSlow, ///< 408: the head was not complete in time
    BodyTooSlow, ///< 408: the body was not complete in time
    SpokeTls,    ///< 400: a TLS handshake arrived where plain HTTP is spoken (https:// typed)

    RequestLineMalformed, ///< 400: §3
    TargetMalformed,      ///< 400: §3.2
    TargetTooLong,        ///< 414
    VersionMalformed,     ///< 400: §2.3
    VersionUnsupported,   ///< 505: HTTP/2.0 and the like in an HTTP/1 request line
    MethodUnknown,        ///< 501: RFC 9110 §9.1

    HeadTooLarge,       ///< 431
    TooManyFields,      ///< 431
    FieldNameMalformed, ///< 400: §5.1
    SpaceBeforeColon,   ///< 400: §5.1
    LineFolded,         ///< 400: §5.2
    ControlCharacter,   ///< 400: NUL, bare CR or another control character, §2.2, RFC 9110 §5.5

    HostMissing,   ///< 400: §3.2
    HostRepeated,  ///< 400: §3.2
    HostMalformed, ///< 400: §3.2

    ContentLengthMalformed,    ///< 400: §6.3: signs, letters, empty
    ContentLengthConflicting,  ///< 400: §6.3
    ContentLengthOverflow,     ///< 400
    LengthAndTransferEncoding, ///< 400: §6.1: request smuggling
    TransferCodingUnknown,     ///< 501: §6.1
    ChunkedNotLast,            ///< 400: §6.3: the end of the content cannot be told
    TransferEncodingInHttp10,  ///< 400: §6.1
    ChunkMalformed,            ///< 400: §7.1
    BodyTooLarge,              ///< 413
    ExpectationUnknown,        ///< 417: RFC 9110 §10.1.1
};

/// The status code that answers this refusal; 0 for None.
int refusalStatus(Refusal refusal);

} // namespace porchlight
