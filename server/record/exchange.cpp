// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/record/exchange.h"

#include "server/record/findbyte.h"

namespace porchlight {

namespace {

QByteArrayView firstLine(const QByteArray &head)
{
    const qsizetype end = findByte(head, '\n');
    return QByteArrayView(head).first(end < 0 ? head.size() : end).trimmed();
}

QByteArrayView fieldIn(const QByteArray &head, QByteArrayView name)
{
    qsizetype from = findByte(head, '\n') + 1;
    while (from > 0 && from < head.size()) {
        qsizetype end = findByte(head, '\n', from);
        if (end < 0)
            end = head.size();
        const QByteArrayView line = QByteArrayView(head).sliced(from, end - from);
        if (line.size() > name.size() && line[name.size()] == ':' &&
            line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(name.size() + 1).trimmed();
        from = end + 1;
    }
    return {};
}

} // namespace

QByteArrayView Exchange::methodView() const
{
    const QByteArrayView line = firstLine(requestHead);
    const qsizetype space = line.indexOf(' ');
    return space < 0 ? QByteArrayView() : line.first(space);
}

QByteArrayView Exchange::targetView() const
{
    const QByteArrayView line = firstLine(requestHead);
    const qsizetype first = line.indexOf(' ');
    if (first < 0)
        return {};
    const qsizetype last = line.lastIndexOf(' ');
    return line.sliced(first + 1, (last > first ? last : line.size()) - first - 1);
}

QByteArray Exchange::method() const
{
    return methodView().toByteArray();
}

QByteArray Exchange::target() const
{
    return targetView().toByteArray();
}

QByteArray Exchange::requestField(QByteArrayView name) const
{
    return requestFieldView(name).toByteArray();
}

QByteArrayView Exchange::requestFieldView(QByteArrayView name) const
{
    return fieldIn(requestHead, name);
}

QByteArray Exchange::responseField(QByteArrayView name) const
{
    return fieldIn(responseHead, name).toByteArray();
}

} // namespace porchlight
