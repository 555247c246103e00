// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/gifduration.h"

#include "server/metadata/picturefacts.h"

namespace porchlight {

namespace {

// GIF89a §20, §23 to §25
constexpr quint8 Extension = 0x21;
constexpr quint8 GraphicControl = 0xf9;
constexpr quint8 Image = 0x2c;

/// From one block to the next; past the end all bytes are zeros, which begin none.
class Blocks final
{
public:
    explicit Blocks(const QByteArray &gif)
        : m_gif(gif)
    {
        constexpr qsizetype Header = 13;
        m_at = Header + colourTable(Header - 3);
    }

    quint8 kind() const { return byte(0); }
    quint8 label() const { return byte(1); }
    qint64 delayMs() const { return (byte(4) | byte(5) << 8) * 10; }

    void skipExtension() { skip(2); }
    void skipImage()
    {
        constexpr qsizetype Descriptor = 10;
        constexpr qsizetype CodeSize = 1;
        skip(Descriptor + colourTable(m_at + Descriptor - 1) + CodeSize);
    }

private:
    quint8 byte(qsizetype offset) const
    {
        return m_at + offset < m_gif.size() ? quint8(m_gif[m_at + offset]) : 0;
    }
    qsizetype colourTable(qsizetype flagsAt) const
    {
        const quint8 flags = flagsAt < m_gif.size() ? quint8(m_gif[flagsAt]) : 0;
        return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
    }
    void skip(qsizetype head)
    {
        m_at += head;
        while (const quint8 length = byte(0))
            m_at += 1 + length;
        m_at += 1;
    }

    const QByteArray &m_gif;
    qsizetype m_at = 0;
};

} // namespace

qint64 gifDuration(const ByteSource &file)
{
    if (file.size() > MaxMovingPicture || !file.readUpTo(0, 4).startsWith("GIF8"))
        return -1;
    const QByteArray gif = file.readUpTo(0, MaxMovingPicture);
    Blocks blocks(gif);
    int pictures = 0;
    qint64 duration = 0;
    for (;;) {
        if (blocks.kind() == Extension) {
            if (blocks.label() == GraphicControl)
                duration += blocks.delayMs();
            blocks.skipExtension();
        } else if (blocks.kind() == Image) {
            ++pictures;
            blocks.skipImage();
        } else {
            return pictures > 1 ? duration : -1;
        }
    }
}

} // namespace porchlight
