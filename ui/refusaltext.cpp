// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refusaltext.h"

#include <QCoreApplication>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::RefusalText)
};

} // namespace

QString refusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::TooManyConnections:
        return Words::tr("as many connections are open as are allowed in all.");
    case Refusal::TooManyFromOneAddress:
        return Words::tr("this visitor has as many connections open as one may have.");
    case Refusal::WorkersHeldUp:
        return Words::tr(
            "everything that could answer waits for a disk that does not answer. Look whether the "
            "folder's disk is connected, then stop and start sharing.");
    case Refusal::HeadTooSlow:
        return Words::tr("its head (the lines that say what is wanted) did not come in time.");
    case Refusal::BodyTooSlow:
        return Words::tr("its body (the data sent along) did not come in time.");
    case Refusal::SpokeTls:
        return Words::tr(
            "the visitor spoke https, and this address speaks http. Open it with http:// in front.");
    case Refusal::RequestLineMalformed:
        return Words::tr("its first line is not a method, an address and a version.");
    case Refusal::TargetMalformed:
        return Words::tr("its address (the request target) is not written as HTTP asks.");
    case Refusal::TargetTooLong:
        return Words::tr("its address (the request target) is too long.");
    case Refusal::VersionMalformed:
        return Words::tr("its first line does not end in a version of HTTP.");
    case Refusal::VersionUnsupported:
        return Words::tr("it speaks a version of HTTP that Porchlight does not.");
    case Refusal::MethodUnknown:
        return Words::tr("its method (the first word) is not one that HTTP knows.");
    case Refusal::HeadTooLarge:
        return Words::tr("its head is larger than any browser's.");
    case Refusal::TooManyFields:
        return Words::tr("its head has more header lines than any browser sends.");
    case Refusal::FieldNameMalformed:
        return Words::tr("the name of a header has characters that names may not have.");
    case Refusal::SpaceBeforeColon:
        return Words::tr("a header has a space before its colon, which servers read in different ways.");
    case Refusal::LineFolded:
        return Words::tr("a header goes on in a second line, which HTTP no longer allows.");
    case Refusal::ControlCharacter:
        return Words::tr("its head has a control character in it.");
    case Refusal::HostMissing:
        return Words::tr("it has no Host header, so it does not say which site it is for.");
    case Refusal::HostRepeated:
        return Words::tr("it has more than one Host header.");
    case Refusal::HostMalformed:
        return Words::tr("its Host header is not the name of a machine.");
    case Refusal::ContentLengthMalformed:
        return Words::tr("its Content-Length is not a number.");
    case Refusal::ContentLengthConflicting:
        return Words::tr("it gives two different lengths (Content-Length) for one body.");
    case Refusal::ContentLengthOverflow:
        return Words::tr("its Content-Length is a number beyond all sizes.");
    case Refusal::LengthAndTransferEncoding:
        return Words::tr(
            "it says in two ways where its body ends, a known trick to smuggle in a second request.");
    case Refusal::TransferCodingUnknown:
        return Words::tr("its body comes in a coding (Transfer-Encoding) that Porchlight does not know.");
    case Refusal::ChunkedNotLast:
        return Words::tr("it does not say where its body ends: chunked is not the last of its codings "
                         "(Transfer-Encoding).");
    case Refusal::TransferEncodingInHttp10:
        return Words::tr("it uses Transfer-Encoding, which its version of HTTP does not have.");
    case Refusal::ChunkMalformed:
        return Words::tr("the pieces (chunks) of its body are not put together as HTTP asks.");
    case Refusal::BodyTooLarge:
        return Words::tr("it brings more data than anyone needs to ask for a file.");
    case Refusal::ExpectationUnknown:
        return Words::tr("it expects something (Expect) that Porchlight does not know.");
    }
    return {};
}

} // namespace porchlight
