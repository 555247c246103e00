// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/body.h"

#include <unistd.h>

namespace porchlight {

OpenFile::~OpenFile()
{
    ::close(m_descriptor);
}

BodyStream::~BodyStream() = default;

Body::Body(QByteArray bytes)
{
    if (!bytes.isEmpty())
        parts.emplace_back(std::move(bytes));
}

Body::Body(FileSlice slice)
{
    if (slice.length > 0)
        parts.emplace_back(std::move(slice));
}

Body::Body(std::unique_ptr<BodyStream> source)
    : stream(std::move(source))
{}

bool BodyStream::waits(const std::function<void()> &)
{
    return false;
}

qint64 Body::length() const
{
    if (stream)
        return stream->length();
    qint64 sum = 0;
    for (const Part &part : parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part))
            sum += bytes->size();
        else
            sum += std::get<FileSlice>(part).length;
    }
    return sum;
}

} // namespace porchlight
