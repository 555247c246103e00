// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refusaltext.h"

namespace porchlight {

QString refusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::TooManyConnections:
        return QStringLiteral("as many connections are open as are allowed in all.");
    case Refusal::TooManyFromOneAddress:
        return QStringLiteral("this visitor has as many connections open as one may have.");
    case Refusal::HeadTooSlow:
        return QStringLiteral("its head (the lines that say what is wanted) did not come in time.");
    case Refusal::BodyTooSlow:
        return QStringLiteral("its body (the data sent along) did not come in time.");
    case Refusal::SpokeTls:
        return QStringLiteral(
            "the visitor spoke https, and this address speaks http. Open it with http:// in front.");
    case Refusal::RequestLineMalformed:
        return QStringLiteral("its first line is not a method, an address and a version.");
    case Refusal::TargetMalformed:
        return QStringLiteral("its address (the request target) is not written as HTTP asks.");
    case Refusal::TargetTooLong:
        return QStringLiteral("its address (the request target) is too long.");
    case Refusal::VersionMalformed:
        return QStringLiteral("its first line does not end in a version of HTTP.");
    case Refusal::VersionUnsupported:
        return QStringLiteral("it speaks a version of HTTP that Porchlight does not.");
    case Refusal::MethodUnknown:
        return QStringLiteral("its method (the first word) is not one that HTTP knows.");
    case Refusal::HeadTooLarge:
        return QStringLiteral("its head is larger than any browser's.");
    case Refusal::TooManyFields:
        return QStringLiteral("its head has more header lines than any browser sends.");
    case Refusal::FieldNameMalformed:
        return QStringLiteral("the name of a header has characters that names may not have.");
    case Refusal::SpaceBeforeColon:
        return QStringLiteral("a header has a space before its colon, which servers read in different ways.");
    case Refusal::LineFolded:
        return QStringLiteral("a header goes on in a second line, which HTTP no longer allows.");
    case Refusal::ControlCharacter:
        return QStringLiteral("its head has a control character in it.");
    case Refusal::HostMissing:
        return QStringLiteral("it has no Host header, so it does not say which site it is for.");
    case Refusal::HostRepeated:
        return QStringLiteral("it has more than one Host header.");
    case Refusal::HostMalformed:
        return QStringLiteral("its Host header is not the name of a machine.");
    case Refusal::ContentLengthMalformed:
        return QStringLiteral("its Content-Length is not a number.");
    case Refusal::ContentLengthConflicting:
        return QStringLiteral("it gives two different lengths (Content-Length) for one body.");
    case Refusal::ContentLengthOverflow:
        return QStringLiteral("its Content-Length is a number beyond all sizes.");
    case Refusal::LengthAndTransferEncoding:
        return QStringLiteral(
            "it says in two ways where its body ends, a known trick to smuggle in a second request.");
    case Refusal::TransferCodingUnknown:
        return QStringLiteral(
            "its body comes in a coding (Transfer-Encoding) that Porchlight does not know.");
    case Refusal::ChunkedNotLast:
        return QStringLiteral(
            "it does not say where its body ends: chunked is not the last of its codings (Transfer-Encoding).");
    case Refusal::TransferEncodingInHttp10:
        return QStringLiteral("it uses Transfer-Encoding, which its version of HTTP does not have.");
    case Refusal::ChunkMalformed:
        return QStringLiteral("the pieces (chunks) of its body are not put together as HTTP asks.");
    case Refusal::BodyTooLarge:
        return QStringLiteral("it brings more data than anyone needs to ask for a file.");
    case Refusal::ExpectationUnknown:
        return QStringLiteral("it expects something (Expect) that Porchlight does not know.");
    }
    return {};
}

} // namespace porchlight
