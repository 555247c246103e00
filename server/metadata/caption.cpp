// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/caption.h"

#include "server/metadata/iptcfields.h"
#include "server/metadata/metadatatext.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace porchlight {

QByteArray xmpDescription(const QByteArray &packet)
{
    const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
    QXmlStreamReader xml(packet);
    QString description;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"description" ||
            xml.namespaceUri() != dublinCore)
            continue;
        while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == u"description")) {
            xml.readNext();
            if (!xml.isStartElement() || xml.name() != u"li")
                continue;
            const QString language = xml.attributes().value(QStringLiteral("xml:lang")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (description.isEmpty() || language == u"x-default")
                description = text;
        }
    }
    return cleanText(description.toUtf8());
}

QByteArray iptcCaption(const QByteArray &app13)
{
    constexpr int Caption = 120;
    const auto fields = iptcFields(app13);
    const auto found = std::ranges::find(fields, Caption, &IptcField::number);
    return found == fields.end() ? QByteArray() : cleanText(app13.sliced(found->offset, found->length));
}

} // namespace porchlight
