// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/heifpicture.h"

#include <QColorSpace>

#include <libheif/heif.h>

namespace porchlight {

struct HeifPicture::Reading
{
    const ByteSource &file;
    qint64 at = 0;

    static Reading &of(void *self) { return *static_cast<Reading *>(self); }
    static int64_t position(void *self) { return of(self).at; }
    static int read(void *data, size_t size, void *self)
    {
        Reading &reading = of(self);
        const qint64 n = reading.file.readTo(static_cast<char *>(data), reading.at, qint64(size));
        reading.at += n;
        return n == qint64(size) ? 0 : -1;
    }
    static int seek(int64_t position, void *self)
    {
        of(self).at = position;
        return 0;
    }
    static heif_reader_grow_status waitFor(int64_t size, void *self)
    {
        return size <= of(self).file.size() ? heif_reader_grow_status_size_reached
                                            : heif_reader_grow_status_size_beyond_eof;
    }
};

HeifPicture::HeifPicture(const ByteSource &file)
    : m_reading(new Reading{file})
    , m_context(heif_context_alloc())
{
    static heif_reader reader{};
    reader.reader_api_version = 1;
    reader.get_position = Reading::position;
    reader.read = Reading::read;
    reader.seek = Reading::seek;
    reader.wait_for_file_size = Reading::waitFor;
    heif_context_set_max_decoding_threads(m_context, 0); // there is a process a core
    if (heif_context_read_from_reader(m_context, &reader, m_reading.get(), nullptr).code != heif_error_Ok ||
        heif_context_get_primary_image_handle(m_context, &m_handle).code != heif_error_Ok)
        m_handle = nullptr;
}

HeifPicture::~HeifPicture()
{
    if (m_handle)
        heif_image_handle_release(m_handle);
    heif_context_free(m_context);
}

QSize HeifPicture::size() const
{
    return m_handle ? QSize(heif_image_handle_get_width(m_handle), heif_image_handle_get_height(m_handle))
                    : QSize();
}

QImage HeifPicture::decode() const
{
    if (!m_handle)
        return {};
    const bool hasAlpha = heif_image_handle_has_alpha_channel(m_handle);
    heif_image *decoded = nullptr;
    heif_decoding_options *options = heif_decoding_options_alloc();
    options->convert_hdr_to_8bit = true;
    const heif_error error =
        heif_decode_image(m_handle, &decoded, heif_colorspace_RGB,
                          hasAlpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options);
    heif_decoding_options_free(options);
    if (error.code != heif_error_Ok)
        return {};
    int stride = 0;
    const uint8_t *pixels = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    const auto format = !hasAlpha ? QImage::Format_RGB888
                        : heif_image_handle_is_premultiplied_alpha(m_handle)
                            ? QImage::Format_RGBA8888_Premultiplied
                            : QImage::Format_RGBA8888;
    const auto release = [](void *image) { heif_image_release(static_cast<heif_image *>(image)); };
    QImage image(pixels, heif_image_get_width(decoded, heif_channel_interleaved),
                 heif_image_get_height(decoded, heif_channel_interleaved), stride, format, release, decoded);
    image.setColorSpace(colorSpace());
    return image;
}

QColorSpace HeifPicture::colorSpace() const
{
    if (const size_t size = heif_image_handle_get_raw_color_profile_size(m_handle)) {
        QByteArray profile(qsizetype(size), Qt::Uninitialized);
        if (heif_image_handle_get_raw_color_profile(m_handle, profile.data()).code == heif_error_Ok)
            return QColorSpace::fromIccProfile(profile);
    }
    heif_color_profile_nclx *nclx = nullptr;
    if (heif_image_handle_get_nclx_color_profile(m_handle, &nclx).code != heif_error_Ok)
        return {};
    const auto primaries = nclx->color_primaries;
    heif_nclx_color_profile_free(nclx);
    // Whatever curve is named, photos are made for sRGB's; only the primaries make a difference to be seen.
    return primaries == heif_color_primaries_SMPTE_EG_432_1 ? QColorSpace(QColorSpace::DisplayP3)
                                                            : QColorSpace();
}

} // namespace porchlight
