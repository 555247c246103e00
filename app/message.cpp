// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message.h"

#include <QList>

#include <cstdio>

namespace porchlight {

void printError(const QString &text)
{
    const QByteArray line = "porchlight: " + printable(text).toUtf8() + '\n';
    std::fputs(line.constData(), stderr);
}

void printText(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

QString printable(const QString &text)
{
    QString shown;
    for (const char32_t c : text.toUcs4())
        shown += QChar::isPrint(c) ? QString::fromUcs4(&c, 1) : QStringLiteral("?");
    return shown;
}

} // namespace porchlight
