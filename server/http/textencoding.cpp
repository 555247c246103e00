// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/textencoding.h"

#include <QStringDecoder>

namespace porchlight {

QStringConverter::Encoding textEncoding(QByteArrayView beginning, bool isWhole)
{
    if (const auto marked = QStringConverter::encodingForData(beginning))
        return *marked;
    QStringDecoder decoder(QStringConverter::Utf8,
                           isWhole ? QStringConverter::Flag::Stateless : QStringConverter::Flag::Default);
    const QString decoded = decoder(beginning);
    return decoder.hasError() ? QStringConverter::Latin1 : QStringConverter::Utf8;
}

} // namespace porchlight
