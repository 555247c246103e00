// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/picturemessage.h"

#include "server/metadata/clocktime.h"
#include "server/metadata/metadatatext.h"

#include <algorithm>

namespace porchlight::picturemessage {

namespace {

using Text = std::array<char, PictureFacts::MaxText>;

quint16 put(const QByteArray &text, Text &into)
{
    const auto length = std::min<qsizetype>(text.size(), qsizetype(into.size()));
    std::copy_n(text.cbegin(), length, into.begin());
    return quint16(length);
}

QByteArray taken(const Text &text, quint16 length)
{
    return cleanText(QByteArrayView(text.data(), std::min<qsizetype>(length, qsizetype(text.size()))));
}

} // namespace

Request requestFor(const QByteArray &name)
{
    Request request;
    const QByteArray ending = name.sliced(name.lastIndexOf('.') + 1).toLower();
    if (ending.size() < qsizetype(request.ending.size()))
        std::ranges::copy(ending, request.ending.begin());
    return request;
}

Reply replyWith(Outcome outcome, const PictureFacts &facts)
{
    Reply reply{
        .outcome = outcome,
        .isVideo = facts.isVideo,
        .hasLocation = facts.hasLocation,
        .isTaken = facts.takenMs.has_value(),
        .width = facts.width,
        .height = facts.height,
        .takenMs = facts.takenMs.value_or(0),
        .durationMs = facts.durationMs,
    };
    reply.descriptionLength = put(facts.description, reply.description);
    reply.cameraLength = put(facts.camera, reply.camera);
    return reply;
}

PictureFacts factsOf(const Reply &reply)
{
    constexpr qint32 LargestSide = 1'000'000;
    PictureFacts facts;
    facts.isVideo = reply.isVideo;
    facts.width = std::clamp(reply.width, 0, LargestSide);
    facts.height = std::clamp(reply.height, 0, LargestSide);
    if (reply.isTaken)
        facts.takenMs = std::clamp(reply.takenMs, EarliestClockMs, LatestClockMs);
    facts.durationMs = std::clamp<qint64>(reply.durationMs, -1, MaxDurationMs);
    facts.description = taken(reply.description, reply.descriptionLength);
    facts.camera = taken(reply.camera, reply.cameraLength);
    facts.hasLocation = reply.hasLocation;
    return facts;
}

} // namespace porchlight::picturemessage
