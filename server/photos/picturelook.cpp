// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/picturelook.h"

#include "server/metadata/bytesource.h"
#include "server/metadata/writeall.h"
#include "server/photos/thumbnailerprocess.h"
#include "server/photos/thumbnailerprogram.h"
#include "server/transport/body.h"

#include <QFile>

#include <array>

#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight {

using namespace std::chrono_literals;

namespace {

/// Somebody waits for it: a photo of 50 megapixels takes a second on a slow machine.
constexpr auto MaxTime = 5s;
/// Of a copy, bytes: noise of 960 x 960 has a quarter of it.
constexpr qint64 MaxCopy = 4 * 1024 * 1024;

/// The three copies are CopySize's; LongestSide is the second's.
constexpr size_t WantedCopy = 1;

/// A file without a name; its descriptor is -1 when the system gives none.
OpenFile inMemory()
{
    return OpenFile(::memfd_create("picture", MFD_CLOEXEC));
}

QByteArray contentOf(int descriptor)
{
    struct stat status;
    if (::fstat(descriptor, &status) != 0 || status.st_size > MaxCopy)
        return {};
    return BytesOfFile(descriptor, status.st_size).read(0, status.st_size);
}

} // namespace

PictureLook::PictureLook()
    : m_stop(::eventfd(0, EFD_CLOEXEC))
{}

PictureLook::~PictureLook()
{
    ::close(m_stop);
}

void PictureLook::stop()
{
    ::eventfd_write(m_stop, 1);
}

std::optional<SmallPicture> PictureLook::shrunk(const QByteArray &content, qint64 mostPixels) const
{
    const OpenFile source = inMemory();
    const OpenFile copy = inMemory();
    if (copy.descriptor() < 0 || !writeAll(source.descriptor(), content))
        return std::nullopt;
    ThumbnailerProcess process(QFile::encodeName(thumbnailerProgram()));
    const auto ask = [&](const picturemessage::Request &request, std::span<const int> descriptors) {
        const auto answer = process.ask(request, descriptors, MaxTime, m_stop);
        const auto *reply = std::get_if<picturemessage::Reply>(&answer);
        return reply && reply->outcome == picturemessage::Outcome::Done ? *reply : picturemessage::Reply();
    };
    picturemessage::Request request;
    const std::array descriptors{source.descriptor(), copy.descriptor()};
    // Its size first: what it has beyond those pixels would be in memory, whatever becomes of it.
    const auto facts = ask(request, std::span(descriptors).first(1));
    if (facts.width <= 0 || facts.height <= 0 || qint64(facts.width) * facts.height > mostPixels)
        return std::nullopt;
    request.wanted[WantedCopy] = true;
    if (!ask(request, descriptors).copied)
        return std::nullopt;
    return SmallPicture{contentOf(copy.descriptor()), facts.width, facts.height};
}

} // namespace porchlight
