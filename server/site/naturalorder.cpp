// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/naturalorder.h"

#include <algorithm>

namespace porchlight {
namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

QString foldedName(QByteArrayView name)
{
    const bool isAscii = std::all_of(name.begin(), name.end(), [](char c) { return uchar(c) < 0x80; });
    if (isAscii) // QString would ask Unicode of every character
        return QString::fromLatin1(name.toByteArray().toLower());
    QString text = QString::fromUtf8(name).normalized(QString::NormalizationForm_KD);
    const auto isAccent = [](QChar c) { return c.category() == QChar::Mark_NonSpacing; };
    text.erase(std::remove_if(text.begin(), text.end(), isAccent), text.end());
    return text.toCaseFolded();
}

} // namespace

QString naturalSortKey(QByteArrayView name)
{
    const QString text = foldedName(name);
    QString key;
    key.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype start = i;
        while (i < text.size() && !isDigit(text[i]))
            ++i;
        key += QStringView(text).sliced(start, i - start);
        if (i == text.size())
            break;
        while (i < text.size() && text[i] == QLatin1Char('0'))
            ++i;
        start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        // A number keeps the place of a digit among other characters; then the longer one is the greater one.
        key += QLatin1Char('0');
        key += QChar(char16_t(i - start));
        key += QStringView(text).sliced(start, i - start);
    }
    return key;
}

} // namespace porchlight
