// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/indentedjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace porchlight {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Where the string ends that begins at `from`: behind its closing quote.
qsizetype endOfString(const QByteArray &json, qsizetype from)
{
    qsizetype at = from + 1;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return std::min(at + 1, json.size());
}

void startLine(QByteArray &to, int depth)
{
    constexpr int DeepestIndent = 16; // deeper, the indent would be all that is seen
    to += '\n';
    to += QByteArray(2 * std::clamp(depth, 0, DeepestIndent), ' ');
}

} // namespace

QByteArray indentedJson(const QByteArray &json, qsizetype limit)
{
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return json.left(limit);
    QByteArray text;
    int depth = 0;
    for (qsizetype at = 0; at < json.size() && text.size() < limit;) {
        const char c = json[at];
        const bool isFirst = text.endsWith('{') || text.endsWith('[');
        if (c == '"') {
            if (isFirst)
                startLine(text, depth);
            const qsizetype end = endOfString(json, at);
            text += json.mid(at, end - at);
            at = end;
            continue;
        }
        ++at;
        if (isSpace(c))
            continue;
        if (c == '}' || c == ']') {
            --depth;
            if (!isFirst)
                startLine(text, depth);
            text += c;
            continue;
        }
        if (isFirst)
            startLine(text, depth);
        text += c;
        if (c == '{' || c == '[')
            ++depth;
        else if (c == ',')
            startLine(text, depth);
        else if (c == ':')
            text += ' ';
    }
    return text.left(limit);
}

} // namespace porchlight
