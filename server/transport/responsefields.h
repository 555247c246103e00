// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <utility>

namespace porchlight {

/// The fields of a response, held as they go out: "Name: value" and CRLF each, in order. A copy shares the
/// bytes, so that an answer made once can be given many times.
class ResponseFields final
{
public:
    ResponseFields() = default;
    ResponseFields(std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> fields);

    /// `lines` as lines() gives them.
    static ResponseFields fromLines(QByteArray lines)
    {
        ResponseFields fields;
        fields.m_lines = std::move(lines);
        return fields;
    }

    /// `name` in its usual case; `value` without CR, LF or NUL, which would end the field early.
    void add(QByteArrayView name, QByteArrayView value);
    void add(const ResponseFields &others) { m_lines += others.m_lines; }

    /// The value of the first field of that name, in any case; null when there is none.
    QByteArray value(QByteArrayView name) const;
    bool isEmpty() const { return m_lines.isEmpty(); }
    /// All of them, as a response head holds them.
    const QByteArray &lines() const { return m_lines; }

private:
    QByteArray m_lines;
};

} // namespace porchlight
