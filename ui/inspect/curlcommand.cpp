// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/curlcommand.h"

#include "server/transport/tokens.h"
#include "ui/inspect/headlines.h"
#include "ui/plaintext.h"

#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// Within single quotes a shell takes nothing for special but the next single quote.
QString quoted(QString word)
{
    return QLatin1Char('\'') + word.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

/// Whether the text shows itself and nothing else, so that it may be pasted.
bool isPlain(const QByteArray &text)
{
    return text.isValidUtf8() && plainText(text) == QString::fromUtf8(text);
}

/// What is not a printable ASCII character, percent-encoded: RFC 3986 §2.1.
QString targetWord(const QByteArray &target)
{
    QByteArray word;
    for (const char c : target) {
        if (c > 0x20 && c < 0x7F)
            word += c;
        else
            word += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return QString::fromLatin1(word);
}

bool isHost(const QByteArray &host)
{
    return !host.isEmpty() && std::all_of(host.begin(), host.end(), [](char c) {
        return isTokenChar(c) ? c != '\'' && c != '%' && c != '#' : QByteArrayView(":[]").contains(c);
    });
}

bool isSetByCurl(const QByteArray &name)
{
    for (const char *own :
         {"Host", "Content-Length", "Connection", "Transfer-Encoding", "Expect", "Accept-Encoding"}) {
        if (equalsIgnoringCase(name, own))
            return true;
    }
    return false;
}

void addFields(QStringList &words, const Exchange &exchange)
{
    bool namesItself = false;
    for (const HeadField &field : headFields(exchange.requestHead)) {
        if (equalsIgnoringCase(field.name, "Accept-Encoding"))
            words += QStringLiteral("--compressed");
        namesItself = namesItself || equalsIgnoringCase(field.name, "User-Agent");
        if (isSetByCurl(field.name) || !isToken(field.name) || !isPlain(field.value))
            continue;
        const QString name = QString::fromLatin1(field.name);
        // curl takes "Name:" for "do not send Name".
        words += QStringLiteral("-H ") +
                 quoted(field.value.isEmpty() ? name + QLatin1Char(';')
                                              : name + QStringLiteral(": ") + QString::fromUtf8(field.value));
    }
    if (!namesItself)
        words += QStringLiteral("-H 'User-Agent:'");
}

} // namespace

QString curlCommand(const Exchange &exchange)
{
    const QByteArray method = exchange.method();
    const QByteArray target = exchange.target();
    if (!isToken(method) || target.isEmpty())
        return {};
    // Whether and how the target is sent as it stands: "/../", brackets, "*" and absolute forms included.
    QStringList words{QStringLiteral("curl -i --globoff --path-as-is")};
    if (method == "HEAD")
        words += QStringLiteral("--head");
    else if (method != "GET" || !exchange.requestContent.isEmpty())
        words += QStringLiteral("-X ") + quoted(QString::fromLatin1(method));
    addFields(words, exchange);
    if (!exchange.requestContent.isEmpty() && isPlain(exchange.requestContent))
        words += QStringLiteral("--data-raw ") + quoted(QString::fromUtf8(exchange.requestContent));
    const QByteArray host = exchange.requestField("Host");
    QString url =
        QStringLiteral("http://") + (isHost(host) ? QString::fromLatin1(host) : QStringLiteral("localhost"));
    if (target.startsWith('/'))
        url += targetWord(target);
    else
        words += QStringLiteral("--request-target ") + quoted(targetWord(target));
    words += quoted(url);
    return words.join(QLatin1Char(' '));
}

} // namespace porchlight
