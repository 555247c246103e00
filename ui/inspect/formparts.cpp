// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/formparts.h"

#include "server/transport/tokens.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace porchlight {

namespace {

constexpr qsizetype LongestBoundary = 70; // RFC 2046 §5.1.1
constexpr CharacterSet BoundaryCharacters = CharacterSet::alphanumericAnd("'()+_,-./:=? ");

/// The parameter of a field's value: `form-data; name="a"`. Browsers write a quotation mark in it as %22
/// (WHATWG HTML §4.10.21.8), others with a backslash; any other backslash stands for itself.
std::optional<QByteArray> parameter(QByteArrayView value, QByteArrayView wanted)
{
    for (qsizetype at = value.indexOf(';'); at >= 0 && at < value.size();) {
        const qsizetype begin = ++at;
        while (at < value.size() && value[at] != '=' && value[at] != ';')
            ++at;
        if (at == value.size() || value[at] == ';')
            continue; // a name without a value
        const QByteArrayView name = trimOws(value.sliced(begin, at++ - begin));
        QByteArray text;
        if (at < value.size() && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                const bool isEscaped = value[at] == '\\' && at + 1 < value.size() &&
                                       (value[at + 1] == '"' || value[at + 1] == '\\');
                text += value[isEscaped ? ++at : at];
            }
            at = value.indexOf(';', at);
        } else {
            const qsizetype end = value.indexOf(';', at);
            text = trimOws(value.sliced(at, (end < 0 ? value.size() : end) - at)).toByteArray();
            at = end;
        }
        if (equalsIgnoringCase(name, wanted))
            return text;
    }
    return std::nullopt;
}

QByteArray unescaped(QByteArray name)
{
    return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
}

std::optional<QByteArray> boundaryIn(QByteArrayView type)
{
    const auto boundary = parameter(type, "boundary");
    const bool isOne = boundary && !boundary->isEmpty() && boundary->size() <= LongestBoundary &&
                       !boundary->endsWith(' ') &&
                       std::all_of(boundary->begin(), boundary->end(),
                                   [](char c) { return BoundaryCharacters.contains(c); });
    return isOne ? boundary : std::nullopt;
}

/// A line that parts stand between.
struct Delimiter
{
    qsizetype at = 0;   ///< Of the line's end before it, which belongs to it.
    qsizetype next = 0; ///< Where the part behind it begins.
    bool isLast = false;
};

class Delimiters final
{
public:
    Delimiters(QByteArrayView content, const QByteArray &boundary)
        : m_content(content)
        , m_line("\r\n--" + boundary)
        , m_matcher(m_line)
    {}

    std::optional<Delimiter> first() const
    {
        if (m_content.startsWith(QByteArrayView(m_line).sliced(2))) {
            if (const auto delimiter = endAt(0, m_line.size() - 2))
                return delimiter;
        }
        return after(0);
    }
    std::optional<Delimiter> after(qsizetype from) const
    {
        while ((from = m_matcher.indexIn(m_content.data(), m_content.size(), from)) >= 0) {
            if (const auto delimiter = endAt(from, from + m_line.size()))
                return delimiter;
            ++from;
        }
        return std::nullopt;
    }

private:
    /// Behind the boundary comes white space and the line's end, or "--"; else it only looks like one.
    std::optional<Delimiter> endAt(qsizetype at, qsizetype end) const
    {
        const QByteArrayView rest = m_content.sliced(end);
        if (rest.startsWith("--"))
            return Delimiter{at, m_content.size(), true};
        qsizetype space = 0;
        while (space < rest.size() && (rest[space] == ' ' || rest[space] == '\t'))
            ++space;
        if (rest.sliced(space).startsWith("\r\n"))
            return Delimiter{at, end + space, false}; // the line's end may be that before the next delimiter
        return std::nullopt;
    }

    const QByteArrayView m_content;
    const QByteArray m_line;
    const QByteArrayMatcher m_matcher;
};

/// `part` begins with the end of the delimiter's line, then has its fields, an empty line, and its content.
FormPart partIn(QByteArrayView part)
{
    FormPart found;
    qsizetype end = part.indexOf("\r\n\r\n");
    const QByteArrayView head = part.first(end < 0 ? part.size() : end);
    found.content = end < 0 ? part.sliced(part.size()) : part.sliced(end + 4);
    for (qsizetype at = 0; at < head.size(); at = end) {
        end = head.indexOf("\r\n", at);
        end = end < 0 ? head.size() : end + 2;
        const QByteArrayView line = head.sliced(at, end - at).trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArrayView name = line.first(colon), value = trimOws(line.sliced(colon + 1));
        if (equalsIgnoringCase(name, "Content-Disposition")) {
            found.name = unescaped(parameter(value, "name").value_or(QByteArray()));
            if (auto fileName = parameter(value, "filename"))
                found.fileName = unescaped(*std::move(fileName));
        } else if (equalsIgnoringCase(name, "Content-Type")) {
            found.type = value.toByteArray();
        }
    }
    return found;
}

} // namespace

std::optional<std::vector<FormPart>> formParts(QByteArrayView content, QByteArrayView type, size_t most)
{
    const auto boundary = boundaryIn(type);
    if (!boundary)
        return std::nullopt;
    const Delimiters delimiters(content, *boundary);
    auto delimiter = delimiters.first();
    if (!delimiter)
        return std::nullopt;
    std::vector<FormPart> parts;
    while (delimiter && !delimiter->isLast && parts.size() < most) {
        const qsizetype begin = delimiter->next;
        delimiter = delimiters.after(begin);
        parts.push_back(partIn(content.sliced(begin, (delimiter ? delimiter->at : content.size()) - begin)));
        parts.back().isWhole = delimiter.has_value();
    }
    return parts;
}

} // namespace porchlight
