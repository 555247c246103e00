// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturefacts.h"

#include <QByteArray>

#include <array>

namespace porchlight {

/// What goes between the server and its process that decodes pictures: one datagram each way, on the socket
/// that the process inherits. Both ends are of one build.
namespace picturemessage {

constexpr int Socket = 3;
constexpr int Copies = 3; ///< In the order of CopySize.

/// The source's descriptor goes with it, then one for each copy that is wanted, open for writing.
struct Request
{
    std::array<char, 16> ending{}; ///< Lower-case, without the dot; the rest zeros.
    std::array<bool, Copies> wanted{};
};

enum class Outcome : quint8 { Done, NotAPicture, TooLarge, Broken, WriteFailed };

struct Reply
{
    Outcome outcome = Outcome::Broken;
    bool copied = false; ///< Each wanted copy was written.
    bool isVideo = false;
    bool hasLocation = false;
    bool isTaken = false;
    qint32 width = 0;
    qint32 height = 0;
    qint64 takenMs = 0;
    qint64 durationMs = -1;
    quint16 descriptionLength = 0;
    quint16 cameraLength = 0;
    std::array<char, PictureFacts::MaxText> description{};
    std::array<char, PictureFacts::MaxText> camera{};
};

/// The ending of a name as a request has it.
Request requestFor(const QByteArray &name);
Reply replyWith(Outcome outcome, const PictureFacts &facts);
/// Within their bounds whatever the reply says: a picture may have taken the process over.
PictureFacts factsOf(const Reply &reply);

} // namespace picturemessage

} // namespace porchlight
