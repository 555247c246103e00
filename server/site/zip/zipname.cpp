// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/zip/zipname.h"

#include <QStringDecoder>

namespace porchlight {
namespace {

void appendEncoded(QByteArray &out, QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : bytes)
        out.append('%').append(digits[uchar(c) >> 4]).append(digits[uchar(c) & 0xf]);
}

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '\\';
}

/// How many bytes a character of more than one begins with here; 0: none that is valid.
qsizetype characterLength(QByteArrayView bytes)
{
    for (qsizetype length = 2; length <= 4 && length <= bytes.size(); ++length) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder(bytes.first(length));
        if (!decoder.hasError() && !text.isEmpty() && text.toUtf8() == bytes.first(length))
            return length;
    }
    return 0;
}

void appendPart(QByteArray &out, QByteArrayView name)
{
    for (qsizetype i = 0; i < name.size();) {
        if (isPlain(name[i])) {
            out.append(name[i++]);
            continue;
        }
        const qsizetype length = uchar(name[i]) >= 0x80 ? characterLength(name.sliced(i)) : 0;
        const bool isC1 = length == 2 && uchar(name[i]) == 0xc2 && uchar(name[i + 1]) < 0xa0;
        const QByteArrayView bytes = name.sliced(i, qMax<qsizetype>(length, 1));
        if (length == 0 || isC1)
            appendEncoded(out, bytes);
        else
            out.append(bytes);
        i += bytes.size();
    }
}

} // namespace

QByteArray zipName(const QList<QByteArray> &path)
{
    QByteArray name;
    for (const QByteArray &part : path) {
        if (!name.isEmpty())
            name.append('/');
        appendPart(name, part);
    }
    return name;
}

} // namespace porchlight
