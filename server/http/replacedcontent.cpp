// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/replacedcontent.h"

#include "server/transport/filebytes.h"

#include <utility>

namespace porchlight {
namespace {

qint64 lengthOf(const Body::Part &part)
{
    const auto *slice = std::get_if<FileSlice>(&part);
    return slice ? slice->length : std::get<QByteArray>(part).size();
}

} // namespace

Body slicedBody(const Body &body, qint64 offset, qint64 length)
{
    Body sliced;
    for (const Body::Part &part : body.parts) {
        const qint64 size = lengthOf(part);
        const qint64 from = qMin(offset, size);
        const qint64 count = qMin(length, size - from);
        offset -= from;
        length -= count;
        if (count == 0)
            continue;
        if (const auto *slice = std::get_if<FileSlice>(&part))
            sliced.parts.emplace_back(FileSlice{slice->file, slice->offset + from, count});
        else
            sliced.parts.emplace_back(std::get<QByteArray>(part).mid(from, count));
    }
    return sliced;
}

Body withReplacedContent(Body planned, const StoredFile &file, const Body &content)
{
    Body replaced;
    for (Body::Part &part : planned.parts) {
        const auto *slice = std::get_if<FileSlice>(&part);
        if (!slice || slice->file != file.file) {
            replaced.parts.push_back(std::move(part));
            continue;
        }
        Body sliced = slicedBody(content, slice->offset, slice->length);
        for (Body::Part &each : sliced.parts)
            replaced.parts.push_back(std::move(each));
    }
    return replaced;
}

QByteArray readBody(const Body &body, qint64 offset, qint64 length)
{
    QByteArray bytes("");
    const Body sliced = slicedBody(body, offset, length);
    for (const Body::Part &part : sliced.parts) {
        const auto *slice = std::get_if<FileSlice>(&part);
        if (!slice) {
            bytes += std::get<QByteArray>(part);
            continue;
        }
        const auto read = readBytes(slice->file->descriptor(), slice->offset, slice->length);
        if (!read)
            return {};
        bytes += *read;
        if (read->size() < slice->length)
            break;
    }
    return bytes;
}

} // namespace porchlight
