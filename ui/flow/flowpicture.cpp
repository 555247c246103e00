// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowpicture.h"

#include "ui/flow/flowbrackets.h"
#include "ui/flow/flowheader.h"
#include "ui/flow/flowpainter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPrinter>
#include <QSvgGenerator>

#include <algorithm>

namespace porchlight {

namespace {

constexpr double DesignType = 13;    // pixels, where a unit is a pixel
constexpr double PictureWidth = 880; // units
constexpr double TitleHeight = 44, TitleLine = 24;

} // namespace

FlowPicture::FlowPicture(const FlowLog &log, const QString &title, const QString &date, const QFont &font)
    : m_log(log)
    , m_title(title)
    , m_date(date)
    , m_font(font)
    , m_unit(QFontInfo(font).pixelSize() / DesignType)
{
    m_layout.setAvailableWidth(log, PictureWidth);
    m_first = firstThatFits(MaxHeight - titleHeight() - headerHeight());
}

double FlowPicture::titleHeight() const
{
    return TitleHeight * m_unit;
}

double FlowPicture::headerHeight() const
{
    return FlowLayout::HeaderHeight * m_unit;
}

quint64 FlowPicture::firstThatFits(double room) const
{
    quint64 first = m_log.end();
    double height = 0;
    while (first > m_log.first()) {
        height += (m_layout.bottom(first - 1) - m_layout.top(first - 1)) * m_unit;
        if (height > room)
            break;
        --first;
    }
    return first;
}

QSizeF FlowPicture::size() const
{
    const double top = m_log.isEmpty() || m_first == m_log.end() ? 0 : m_layout.top(m_first);
    return {m_layout.width() * m_unit, titleHeight() + headerHeight() + (m_layout.height() - top) * m_unit};
}

void FlowPicture::paint(QPainter &painter, const Theme &theme, quint64 first, quint64 end,
                        const QString &note) const
{
    FlowTexts texts;
    texts.setFont(m_font, m_unit);
    const double width = m_layout.width() * m_unit, edge = 16 * m_unit;
    const double top = first < end ? m_layout.top(first) * m_unit : 0;
    const double bottom = first < end ? m_layout.bottom(end - 1) * m_unit : 0;
    const double begin = titleHeight() + headerHeight();
    painter.fillRect(QRectF(0, 0, width, begin + bottom - top + 16 * m_unit), theme.card);

    FlowScene scene;
    scene.log = &m_log;
    scene.layout = &m_layout;
    scene.folder = m_title;
    FlowPainter flow(painter, scene, theme, texts, m_unit);
    painter.save();
    painter.translate(0, begin - top);
    flow.paintLifelines(top - 16 * m_unit, bottom + 8 * m_unit);
    if (first < end) {
        FlowBrackets(flow, scene).paint(top, bottom - 1);
        flow.paintEntries(top, bottom - 1);
    }
    painter.restore();
    painter.save();
    painter.translate(0, titleHeight());
    FlowHeader(flow, scene).paint(0, first);
    painter.restore();

    const QRectF line(edge, (TitleHeight - TitleLine) / 2 * m_unit, width - 2 * edge, TitleLine * m_unit);
    painter.setFont(texts.labelFont());
    painter.setPen(theme.text);
    const QFontMetricsF metrics(texts.labelFont());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(m_title, Qt::ElideRight, line.width() / 2));
    painter.setFont(texts.captionFont());
    painter.setPen(theme.dimText);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     note.isEmpty() ? m_date : m_date + QStringLiteral(" · ") + note);
}

QImage FlowPicture::image(const Theme &theme) const
{
    constexpr double Density = 2;
    const QSizeF wanted = size();
    QImage image((wanted * Density).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(Density);
    image.fill(theme.card);
    QPainter painter(&image);
    paint(painter, theme, m_first, m_log.end(), {});
    return image;
}

QByteArray FlowPicture::svg(const Theme &theme) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QSizeF wanted = size();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // as CSS has it: a pixel is a pixel
    generator.setSize(wanted.toSize());
    generator.setViewBox(QRectF(QPointF(), wanted));
    QPainter painter(&generator);
    paint(painter, theme, m_first, m_log.end(), {});
    painter.end();
    return bytes;
}

void FlowPicture::print(QPrinter &printer) const
{
    QPainter painter;
    if (!painter.begin(&printer))
        return;
    const QRectF page = printer.pageLayout().paintRectPixels(printer.resolution());
    const double scale = page.width() / (m_layout.width() * m_unit);
    const double room = page.height() / scale - titleHeight() - headerHeight() - 16 * m_unit;
    std::vector<quint64> begins;
    double left = 0;
    for (quint64 serial = m_log.first(); serial < m_log.end(); ++serial) {
        const double height = (m_layout.bottom(serial) - m_layout.top(serial)) * m_unit;
        if (height > left || begins.empty()) {
            begins.push_back(serial);
            left = room;
        }
        left -= height;
    }
    begins.push_back(m_log.end());
    const size_t pages = begins.size() - 1;
    for (size_t i = pages > MaxPages ? pages - MaxPages : 0; i < pages; ++i) {
        painter.save();
        painter.scale(scale, scale);
        paint(painter, Theme::light(), begins[i], begins[i + 1],
              pages == 1 ? QString()
                         : QCoreApplication::translate("porchlight::FlowPicture", "page %1 of %2")
                               .arg(i + 1)
                               .arg(pages));
        painter.restore();
        if (i + 1 < pages)
            printer.newPage();
    }
}

} // namespace porchlight
