// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/picturejob.h"

#include "server/metadata/writeall.h"
#include "server/pictures/picture.h"
#include "server/pictures/smallercopies.h"

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {

namespace {

using namespace picturemessage;

QByteArray endingOf(const Request &request)
{
    return QByteArray(request.ending.data(), qstrnlen(request.ending.data(), request.ending.size()));
}

Outcome writeCopies(QImage image, const Request &request, std::span<const int> copies)
{
    size_t next = copies.size();
    for (size_t size = request.wanted.size(); size-- > 0;) { // each from the next larger one
        if (!request.wanted[size])
            continue;
        image = shrunk(image, CopySides[size]);
        const QByteArray jpeg = encodedJpeg(image);
        if (jpeg.isEmpty())
            return Outcome::Broken;
        if (!writeAll(copies[--next], jpeg))
            return Outcome::WriteFailed;
    }
    return Outcome::Done;
}

} // namespace

Reply answerPictureRequest(const Request &request, int source, std::span<const int> copies)
{
    struct stat status;
    if (::fstat(source, &status) != 0)
        return replyWith(Outcome::Broken, {});
    const BytesOfFile file(source, status.st_size);
    const Picture picture(file, endingOf(request));
    Reply reply = replyWith(picture.outcome(), picture.facts());
    if (reply.outcome != Outcome::Done || copies.empty())
        return reply;
    const auto largest = std::ranges::find(request.wanted.rbegin(), request.wanted.rend(), true);
    const QImage image = picture.decode(CopySides[size_t(request.wanted.rend() - largest) - 1]);
    if (!image.isNull())
        reply.outcome = writeCopies(image, request, copies);
    else if (!reply.isVideo) // a video without poster is a video all the same
        reply.outcome = Outcome::Broken;
    reply.copied = !image.isNull() && reply.outcome == Outcome::Done;
    return reply;
}

} // namespace porchlight
