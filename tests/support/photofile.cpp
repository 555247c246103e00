// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/photofile.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QTransform>
#include <QtEndian>

#include <map>

namespace porchlight::test {

namespace {

/// A directory with the values that do not fit into its entries behind it.
class TiffDirectory final
{
public:
    explicit TiffDirectory(bool isBigEndian)
        : m_isBigEndian(isBigEndian)
    {}

    void ascii(quint16 tag, const QByteArray &text)
    {
        if (!text.isEmpty())
            m_entries[tag] = {2, quint32(text.size() + 1), text + '\0'};
    }
    void shortNumber(quint16 tag, int value) { m_entries[tag] = {3, 1, number<quint16>(quint16(value))}; }
    void longNumber(quint16 tag, quint32 value) { m_entries[tag] = {4, 1, number<quint32>(value)}; }
    void rationals(quint16 tag, const std::vector<std::pair<quint32, quint32>> &values)
    {
        QByteArray bytes;
        for (const auto &[above, below] : values)
            bytes += number<quint32>(above) + number<quint32>(below);
        m_entries[tag] = {5, quint32(values.size()), bytes};
    }

    qsizetype length() const
    {
        qsizetype sum = 2 + qsizetype(m_entries.size()) * 12 + 4;
        for (const auto &[tag, entry] : m_entries)
            sum += entry.value.size() > 4 ? entry.value.size() + (entry.value.size() & 1) : 0;
        return sum;
    }

    QByteArray bytesAt(qsizetype offset) const
    {
        QByteArray head = number<quint16>(quint16(m_entries.size()));
        QByteArray behind;
        const qsizetype behindOffset = offset + 2 + qsizetype(m_entries.size()) * 12 + 4;
        for (const auto &[tag, entry] : m_entries) {
            head += number<quint16>(tag) + number<quint16>(entry.type) + number<quint32>(entry.count);
            if (entry.value.size() <= 4) {
                head += entry.value.leftJustified(4, '\0');
            } else {
                head += number<quint32>(quint32(behindOffset + behind.size()));
                behind += entry.value + QByteArray(entry.value.size() & 1, '\0');
            }
        }
        return head + number<quint32>(0) + behind;
    }

    template <typename Number>
    QByteArray number(Number value) const
    {
        QByteArray bytes(sizeof value, Qt::Uninitialized);
        if (m_isBigEndian)
            qToBigEndian(value, bytes.data());
        else
            qToLittleEndian(value, bytes.data());
        return bytes;
    }

private:
    struct Entry
    {
        quint16 type = 0;
        quint32 count = 0;
        QByteArray value;
    };
    const bool m_isBigEndian;
    std::map<quint16, Entry> m_entries; // in the order of tags, as TIFF wants it
};

QTransform storing(int orientation)
{
    switch (orientation) {
    case 2:
        return QTransform(-1, 0, 0, 1, 0, 0);
    case 3:
        return QTransform(-1, 0, 0, -1, 0, 0);
    case 4:
        return QTransform(1, 0, 0, -1, 0, 0);
    case 5:
        return QTransform(0, 1, 1, 0, 0, 0);
    case 6: // to be turned by 90° clockwise, so it is stored turned the other way
        return QTransform(0, -1, 1, 0, 0, 0);
    case 7:
        return QTransform(0, -1, -1, 0, 0, 0);
    case 8:
        return QTransform(0, 1, -1, 0, 0, 0);
    default:
        return {};
    }
}

} // namespace

QByteArray tiffOf(const PhotoTags &tags, bool isBigEndian)
{
    TiffDirectory main(isBigEndian);
    TiffDirectory exif(isBigEndian);
    TiffDirectory gps(isBigEndian);
    main.ascii(0x010e, tags.description);
    main.ascii(0x010f, tags.make);
    main.ascii(0x0110, tags.model);
    main.shortNumber(0x0112, tags.orientation);
    exif.ascii(0x9003, tags.taken);
    exif.ascii(0x9011, tags.offset);
    gps.ascii(1, "N");
    gps.rationals(2, {{48, 1}, {12, 1}, {3025, 100}});
    gps.ascii(3, "E");
    gps.rationals(4, {{16, 1}, {22, 1}, {205, 10}});
    main.longNumber(0x8769, 0);
    if (tags.isLocated)
        main.longNumber(0x8825, 0);
    constexpr qsizetype mainOffset = 8;
    const qsizetype exifOffset = mainOffset + main.length();
    const qsizetype gpsOffset = exifOffset + exif.length();
    main.longNumber(0x8769, quint32(exifOffset));
    if (tags.isLocated)
        main.longNumber(0x8825, quint32(gpsOffset));
    QByteArray tiff = isBigEndian ? "MM" : "II";
    tiff += main.number<quint16>(42) + main.number<quint32>(mainOffset) + main.bytesAt(mainOffset) +
            exif.bytesAt(exifOffset);
    return tags.isLocated ? tiff + gps.bytesAt(gpsOffset) : tiff;
}

QByteArray jpegWithSegment(const QByteArray &jpeg, quint8 marker, const QByteArray &content)
{
    QByteArray head("\xff\xd8\xff", 3);
    head += char(marker);
    head += char((content.size() + 2) >> 8);
    head += char(content.size() + 2);
    return head + content + jpeg.sliced(2);
}

QByteArray jpegWithExif(const QByteArray &jpeg, const PhotoTags &tags, bool isBigEndian)
{
    return jpegWithSegment(jpeg, 0xe1, QByteArray("Exif\0\0", 6) + tiffOf(tags, isBigEndian));
}

QByteArray pngWithChunk(const QByteArray &png, const QByteArray &type, const QByteArray &content)
{
    constexpr qsizetype HeaderEnd = 8 + 25;
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(quint32(content.size()), length.data());
    const QByteArray noChecksum(4, '\0'); // of an ancillary chunk: readers warn at most
    return png.first(HeaderEnd) + length + type + content + noChecksum + png.sliced(HeaderEnd);
}

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

QImage fourCorners(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QSize half = size / 2;
    painter.fillRect(QRect(QPoint(), half), Qt::red);
    painter.fillRect(QRect(QPoint(half.width(), 0), half), Qt::green);
    painter.fillRect(QRect(QPoint(0, half.height()), half), Qt::blue);
    return image;
}

QImage storedAs(const QImage &upright, int orientation)
{
    return upright.transformed(storing(orientation));
}

} // namespace porchlight::test
