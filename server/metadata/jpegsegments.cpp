// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/jpegsegments.h"

#include <QtEndian>

namespace porchlight {

std::vector<JpegSegment> jpegSegments(const ByteSource &file)
{
    constexpr quint8 EndOfImage = 0xd9;
    constexpr int MaxFillBytes = 64 * 1024; // each is a read; programs write a few, to align what follows
    std::vector<JpegSegment> segments;
    if (file.read(0, 2) != "\xff\xd8")
        return segments;
    qint64 at = 2;
    int fillBytes = 0;
    while (segments.size() < size_t(MaxJpegSegments)) {
        const QByteArray head = file.read(at, 4);
        if (head.isEmpty() || quint8(head[0]) != 0xff)
            break;
        const auto marker = quint8(head[1]);
        if (marker == 0xff) {
            if (++fillBytes > MaxFillBytes)
                break;
            ++at;
            continue;
        }
        const qint64 length = qFromBigEndian<quint16>(head.constData() + 2);
        if (marker == EndOfImage || length < 2 || at + 2 + length > file.size())
            break;
        segments.push_back({marker, at + 4, length - 2});
        if (marker == JpegSegment::StartOfScan)
            break;
        at += 2 + length;
    }
    return segments;
}

bool isFrameHeader(const JpegSegment &segment)
{
    // DHT, JPG and DAC stand among the frames' markers
    return segment.marker >= 0xc0 && segment.marker <= 0xcf && segment.marker != 0xc4 &&
           segment.marker != 0xc8 && segment.marker != 0xcc;
}

} // namespace porchlight
