// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metadata/metadatatext.h"

#include "server/metadata/picturefacts.h"

#include <QString>
#include <QStringDecoder>

namespace porchlight {

namespace {

QString decoded(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace

QByteArray cleanText(QByteArrayView bytes)
{
    if (const qsizetype end = bytes.indexOf('\0'); end >= 0)
        bytes.truncate(end);
    // One character is 4 bytes at most, so nothing that could be kept is cut off here.
    bytes.truncate(std::min<qsizetype>(bytes.size(), 4 * PictureFacts::MaxText));
    QString text = decoded(bytes);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; });
    text = text.trimmed().left(PictureFacts::MaxText);
    QByteArray utf8 = text.toUtf8();
    while (utf8.size() > PictureFacts::MaxText) {
        text.chop(text.back().isLowSurrogate() ? 2 : 1);
        utf8 = text.toUtf8();
    }
    return utf8;
}

QByteArray cameraName(QByteArrayView make, QByteArrayView model)
{
    const QByteArray maker = cleanText(make);
    const QByteArray name = cleanText(model);
    const QByteArray firstWord = maker.left(maker.indexOf(' ') < 0 ? maker.size() : maker.indexOf(' '));
    if (name.isEmpty() || firstWord.isEmpty() || name.toLower().startsWith(firstWord.toLower()))
        return name.isEmpty() ? maker : name;
    return cleanText(maker + ' ' + name);
}

} // namespace porchlight
