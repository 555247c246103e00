// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/refusal.h"

namespace porchlight {

int refusalStatus(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return 0;
    case Refusal::TooManyConnections:
    case Refusal::TooManyFromOneAddress:
    case Refusal::WorkersHeldUp:
        return 503;
    case Refusal::HeadTooSlow:
    case Refusal::BodyTooSlow:
        return 408;
    case Refusal::TargetTooLong:
        return 414;
    case Refusal::VersionUnsupported:
        return 505;
    case Refusal::MethodUnknown:
    case Refusal::TransferCodingUnknown:
        return 501;
    case Refusal::HeadTooLarge:
    case Refusal::TooManyFields:
        return 431;
    case Refusal::BodyTooLarge:
        return 413;
    case Refusal::ExpectationUnknown:
        return 417;
    case Refusal::SpokeTls:
    case Refusal::RequestLineMalformed:
    case Refusal::TargetMalformed:
    case Refusal::VersionMalformed:
    case Refusal::FieldNameMalformed:
    case Refusal::SpaceBeforeColon:
    case Refusal::LineFolded:
    case Refusal::ControlCharacter:
    case Refusal::HostMissing:
    case Refusal::HostRepeated:
    case Refusal::HostMalformed:
    case Refusal::ContentLengthMalformed:
    case Refusal::ContentLengthConflicting:
    case Refusal::ContentLengthOverflow:
    case Refusal::LengthAndTransferEncoding:
    case Refusal::ChunkedNotLast:
    case Refusal::TransferEncodingInHttp10:
    case Refusal::ChunkMalformed:
        return 400;
    }
    return 400;
}

} // namespace porchlight
