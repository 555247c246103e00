// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pictures/svgpicture.h"

#include "server/pictures/smallercopies.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace porchlight {

namespace {

/// Deeper ones may overflow the stack of whoever draws them.
constexpr int MaxDepth = 200;

bool isReference(QStringView name)
{
    return name == u"href" || name.endsWith(u":href");
}

void copyElement(const QXmlStreamReader &from, QXmlStreamWriter &to)
{
    to.writeStartElement(from.qualifiedName().toString());
    for (const QXmlStreamAttribute &attribute : from.attributes()) {
        if (!isReference(attribute.qualifiedName()) || attribute.value().startsWith(u'#'))
            to.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
    }
}

} // namespace

QByteArray selfContainedSvg(const QByteArray &svg)
{
    QByteArray copy;
    QXmlStreamReader from(svg);
    from.setNamespaceProcessing(false); // prefixes and their declarations are kept as they are
    QXmlStreamWriter to(&copy);
    int depth = 0;
    while (!from.atEnd()) {
        switch (from.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++depth > MaxDepth)
                return {};
            copyElement(from, to);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            to.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            to.writeCharacters(from.text().toString());
            break;
        default:
            break;
        }
    }
    return from.hasError() ? QByteArray() : copy;
}

QSize svgSize(const QByteArray &selfContained)
{
    const QSvgRenderer renderer(selfContained);
    return renderer.isValid() ? renderer.defaultSize() : QSize();
}

QImage drawSvg(const QByteArray &selfContained, int longerSide)
{
    QSvgRenderer renderer(selfContained);
    const QSize own = renderer.defaultSize();
    if (!renderer.isValid() || own.isEmpty())
        return {};
    const QSize size = fitting(own, longerSide);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(), size));
    return image;
}

} // namespace porchlight
