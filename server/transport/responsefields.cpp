// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/responsefields.h"

#include "server/transport/tokens.h"

namespace porchlight {

ResponseFields::ResponseFields(std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> fields)
{
    for (const auto &[name, value] : fields)
        add(name, value);
}

void ResponseFields::add(QByteArrayView name, QByteArrayView value)
{
    m_lines.reserve(m_lines.size() + name.size() + value.size() + 4);
    m_lines.append(name).append(": ").append(value).append("\r\n");
}

QByteArray ResponseFields::value(QByteArrayView name) const
{
    for (qsizetype from = 0; from < m_lines.size();) {
        const qsizetype end = m_lines.indexOf('\r', from);
        const QByteArrayView line = QByteArrayView(m_lines).sliced(from, end - from);
        const qsizetype colon = line.indexOf(':');
        if (equalsIgnoringCase(line.first(colon), name))
            return line.sliced(colon + 2).toByteArray();
        from = end + 2;
    }
    return {};
}

} // namespace porchlight
