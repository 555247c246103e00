// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/caption.h"

#include "server/metadata/metadatatext.h"

#include <QXmlStreamReader>
#include <QtEndian>

namespace porchlight {

namespace {

constexpr QByteArrayView PhotoshopId("Photoshop 3.0\0", 14);

/// The IPTC-IIM record among Photoshop's resources ("8BIM", number, padded name, length, padded content).
QByteArrayView iptcRecord(QByteArrayView resources)
{
    constexpr quint16 IptcResource = 0x0404;
    while (resources.size() >= 12 && resources.startsWith("8BIM")) {
        const auto number = qFromBigEndian<quint16>(resources.data() + 4);
        const qsizetype nameLength = (qsizetype(quint8(resources[6])) + 2) & ~qsizetype(1);
        if (6 + nameLength + 4 > resources.size())
            break;
        const auto length = qsizetype(qFromBigEndian<quint32>(resources.data() + 6 + nameLength));
        resources = resources.sliced(6 + nameLength + 4);
        if (length > resources.size())
            break;
        if (number == IptcResource)
            return resources.first(length);
        resources = resources.sliced(std::min(resources.size(), (length + 1) & ~qsizetype(1)));
    }
    return {};
}

} // namespace

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
    if (!app13.startsWith(PhotoshopId))
        return {};
    QByteArrayView record = iptcRecord(QByteArrayView(app13).sliced(PhotoshopId.size()));
    while (record.size() >= 5 && record[0] == 0x1c) {
        const qsizetype length = qFromBigEndian<quint16>(record.data() + 3);
        if (length > record.size() - 5) // also the long form, which no caption needs
            break;
        if (record[1] == 2 && record[2] == 120)
            return cleanText(record.sliced(5, length));
        record = record.sliced(5 + length);
    }
    return {};
}

} // namespace porchlight
