// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>

namespace porchlight {

/// A line of the log in the making. On the stack: twenty appends to a QByteArray, each a call into Qt, took a
/// third of all that a small request costs outside the kernel and QHttpServer.
class LogText final
{
public:
    LogText &append(char c)
    {
        m_text.append(c);
        return *this;
    }
    LogText &append(const char *text, qsizetype size)
    {
        m_text.append(text, size);
        return *this;
    }
    LogText &append(QByteArrayView text) { return append(text.data(), text.size()); }

    QByteArrayView view() const { return {m_text.data(), m_text.size()}; }

private:
    QVarLengthArray<char, 1024> m_text;
};

} // namespace porchlight
