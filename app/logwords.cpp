// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logwords.h"

namespace porchlight {

QByteArrayView logWord(Ending ending)
{
    switch (ending) {
    case Ending::Running:
        return "running";
    case Ending::Complete:
        return "complete";
    case Ending::VisitorLeft:
        return "visitor-left";
    case Ending::TimedOut:
        return "timed-out";
    case Ending::Refused:
        return "refused";
    case Ending::FileShrank:
        return "file-shrank";
    case Ending::ReadFailed:
        return "read-failed";
    case Ending::ServerStopped:
        return "server-stopped";
    }
    Q_UNREACHABLE();
}

QByteArrayView logWord(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::TooManyConnections:
        return "too-many-connections";
    case Refusal::TooManyFromOneAddress:
        return "too-many-from-one-address";
    case Refusal::WorkersHeldUp:
        return "workers-held-up";
    case Refusal::HeadTooSlow:
        return "head-too-slow";
    case Refusal::BodyTooSlow:
        return "body-too-slow";
    case Refusal::SpokeTls:
        return "spoke-tls";
    case Refusal::RequestLineMalformed:
        return "request-line-malformed";
    case Refusal::TargetMalformed:
        return "target-malformed";
    case Refusal::TargetTooLong:
        return "target-too-long";
    case Refusal::VersionMalformed:
        return "version-malformed";
    case Refusal::VersionUnsupported:
        return "version-unsupported";
    case Refusal::MethodUnknown:
        return "method-unknown";
    case Refusal::HeadTooLarge:
        return "head-too-large";
    case Refusal::TooManyFields:
        return "too-many-fields";
    case Refusal::FieldNameMalformed:
        return "field-name-malformed";
    case Refusal::SpaceBeforeColon:
        return "space-before-colon";
    case Refusal::LineFolded:
        return "line-folded";
    case Refusal::ControlCharacter:
        return "control-character";
    case Refusal::HostMissing:
        return "host-missing";
    case Refusal::HostRepeated:
        return "host-repeated";
    case Refusal::HostMalformed:
        return "host-malformed";
    case Refusal::ContentLengthMalformed:
        return "content-length-malformed";
    case Refusal::ContentLengthConflicting:
        return "content-length-conflicting";
    case Refusal::ContentLengthOverflow:
        return "content-length-overflow";
    case Refusal::LengthAndTransferEncoding:
        return "length-and-transfer-encoding";
    case Refusal::TransferCodingUnknown:
        return "transfer-coding-unknown";
    case Refusal::ChunkedNotLast:
        return "chunked-not-last";
    case Refusal::TransferEncodingInHttp10:
        return "transfer-encoding-in-http10";
    case Refusal::ChunkMalformed:
        return "chunk-malformed";
    case Refusal::BodyTooLarge:
        return "body-too-large";
    case Refusal::ExpectationUnknown:
        return "expectation-unknown";
    }
    Q_UNREACHABLE();
}

} // namespace porchlight
