// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/contentpreview.h"

#include "ui/humanunits.h"
#include "ui/inspect/decodedcontent.h"
#include "ui/inspect/formparts.h"
#include "ui/inspect/indentedjson.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::ContentPreview)
};

/// More text than this nobody reads in so small a place, and laying it out would be felt.
constexpr qsizetype LongestText = 128 * 1024; // bytes
constexpr qsizetype MostEntries = 500;
/// Of one part of a form, bytes: the others are to be seen without much scrolling.
constexpr qsizetype LongestPart = 4 * 1024;

/// Plain text that keeps its lines and tabs.
QString plainLines(const QByteArray &text)
{
    QStringList lines;
    for (QByteArray line : text.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        QStringList cells;
        for (const QByteArray &cell : line.split('\t'))
            cells += plainText(cell);
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

QByteArray formDecoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

FormPreview formOf(const QByteArray &content)
{
    FormPreview form;
    for (const QByteArray &pair : content.split('&')) {
        if (pair.isEmpty())
            continue;
        if (qsizetype(form.entries.size()) == MostEntries)
            break;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.sliced(equals + 1);
        form.entries.emplace_back(plainText(formDecoded(name)), plainLines(formDecoded(value)));
    }
    return form;
}

bool isText(const QByteArray &type)
{
    return type.startsWith("text/") || type == "image/svg+xml" || type.endsWith("+xml") ||
           type == "application/xml" || type == "application/javascript" || type == "application/x-ndjson" ||
           type == "application/json" || type == "multipart/form-data";
}

QByteArray mediaOf(QByteArrayView type)
{
    const qsizetype parameters = type.indexOf(';');
    return type.first(parameters < 0 ? type.size() : parameters).toByteArray().trimmed().toLower();
}

/// "beach.jpg · image/jpeg · 2.4 KB"
QString fileLine(const FormPart &part)
{
    const QString size = humanSize(part.content.size());
    return QStringList{
        part.fileName->isEmpty() ? Words::tr("no file chosen") : plainText(part.fileName->left(LongestPart)),
        part.type.isEmpty() ? Words::tr("of no named kind") : plainText(part.type.left(LongestPart)),
        part.isWhole ? size : Words::tr("more than %1").arg(size)}
        .join(QStringLiteral(" · "));
}

QString valueOf(const FormPart &part)
{
    QStringList value;
    if (part.fileName)
        value += fileLine(part);
    if (!part.content.isEmpty() && (!part.fileName || isText(mediaOf(part.type))))
        value += plainLines(part.content.first(std::min(part.content.size(), LongestPart)).toByteArray());
    if (part.content.size() > LongestPart || !part.isWhole)
        value += Words::tr("… and more");
    return value.join(QLatin1Char('\n'));
}

FormPreview formOf(const std::vector<FormPart> &parts)
{
    FormPreview form;
    for (const FormPart &part : parts)
        form.entries.emplace_back(plainText(part.name.left(LongestPart)), valueOf(part));
    return form;
}

/// Whether pictures of this media type are shown.
bool isPicture(const QByteArray &type)
{
    return type == "image/png" || type == "image/jpeg" || type == "image/gif" || type == "image/webp";
}

/// Whether it begins like a picture of this type: it is read by what it is.
bool beginsLike(QByteArrayView content, const QByteArray &type)
{
    if (type == "image/png")
        return content.startsWith("\x89PNG\r\n\x1a\n");
    if (type == "image/jpeg")
        return content.startsWith("\xff\xd8\xff");
    if (type == "image/gif")
        return content.startsWith("GIF8");
    return content.startsWith("RIFF") &&
           content.first(std::min<qsizetype>(content.size(), 12)).endsWith("WEBP");
}

} // namespace

QString unreadablePictureText()
{
    return Words::tr("This picture cannot be shown here.");
}

ContentPreview previewOf(const QByteArray &content, QByteArrayView type, QByteArrayView coding)
{
    const QByteArray media = mediaOf(type);
    const auto decoded = decodedContent(content, coding);
    if (!decoded)
        return NoPreview{Words::tr("Its compression (%1) cannot be undone here.").arg(plainText(coding))};
    if (media == "application/x-www-form-urlencoded")
        return formOf(decoded->bytes);
    if (media == "multipart/form-data") {
        if (const auto parts = formParts(decoded->bytes, type, MostEntries))
            return formOf(*parts);
    }
    if (media == "application/json" || media.endsWith("+json")) {
        const QByteArray indented = indentedJson(decoded->bytes, LongestText);
        return TextPreview{plainLines(indented), decoded->isWhole && indented.size() < LongestText};
    }
    if (isText(media))
        return TextPreview{plainLines(decoded->bytes.left(LongestText)),
                           decoded->isWhole && decoded->bytes.size() <= LongestText};
    if (isPicture(media))
        return beginsLike(decoded->bytes, media) ? ContentPreview(PicturePreview{decoded->bytes})
                                                 : NoPreview{unreadablePictureText()};
    if (media.isEmpty())
        return NoPreview{Words::tr("Nothing says what kind of content it is.")};
    return NoPreview{Words::tr("Content of the kind %1 is not shown here.").arg(plainText(media))};
}

} // namespace porchlight
