// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangeorder.h"

#include "ui/exchangemodel.h"

#include <algorithm>
#include <limits>

namespace porchlight {

ExchangeOrder::Key ExchangeOrder::keyOf(quint64 serial, const ExchangeModel &model) const
{
    const Exchange &exchange = model.log().at(serial);
    switch (m_column) {
    case ExchangeModel::Time:
        return {exchange.startedAt, {}, {}, serial};
    case ExchangeModel::VisitorName:
        return {0, {}, model.visitorOf(serial).name, serial};
    case ExchangeModel::AskedFor:
        return {0, exchange.targetView(), {}, serial};
    case ExchangeModel::Answer:
        return {exchange.status, {}, {}, serial};
    case ExchangeModel::Sent:
        return {exchange.bodyBytes, {}, {}, serial};
    case ExchangeModel::Took:
        // What still runs takes longer with every moment: a key that stays.
        return {exchange.isRunning() ? std::numeric_limits<qint64>::max()
                                     : exchange.nanosecondsAt(Phase::Done),
                {},
                {},
                serial};
    default:
        return {0, {}, {}, serial};
    }
}

bool ExchangeOrder::precedes(const Key &a, const Key &b) const
{
    const bool ascending = m_direction == Qt::AscendingOrder;
    if (a.number != b.number)
        return ascending == (a.number < b.number);
    if (const int compared = a.bytes.compare(b.bytes))
        return ascending == (compared < 0);
    if (const int compared = a.text.compare(b.text, Qt::CaseInsensitive))
        return ascending == (compared < 0);
    return a.serial < b.serial;
}

void ExchangeOrder::sort(std::vector<quint64> &serials, const ExchangeModel &model) const
{
    if (isArrival()) {
        std::sort(serials.begin(), serials.end());
        return;
    }
    std::vector<Key> keys;
    keys.reserve(serials.size());
    for (const quint64 serial : serials)
        keys.push_back(keyOf(serial, model));
    std::sort(keys.begin(), keys.end(), [this](const Key &a, const Key &b) { return precedes(a, b); });
    std::transform(keys.begin(), keys.end(), serials.begin(), [](const Key &key) { return key.serial; });
}

std::vector<quint64> ExchangeOrder::merged(const std::vector<quint64> &sorted, std::vector<quint64> added,
                                           const ExchangeModel &model) const
{
    sort(added, model);
    std::vector<quint64> all;
    all.reserve(sorted.size() + added.size());
    auto from = sorted.begin();
    for (const quint64 serial : added) {
        const Key key = keyOf(serial, model);
        const auto to = std::upper_bound(from, sorted.end(), key, [&](const Key &wanted, quint64 other) {
            return precedes(wanted, keyOf(other, model));
        });
        all.insert(all.end(), from, to);
        all.push_back(serial);
        from = to;
    }
    all.insert(all.end(), from, sorted.end());
    return all;
}

} // namespace porchlight
