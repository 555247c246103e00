// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waterfall/visitlog.h"

#include "ui/exchangemodel.h"

namespace porchlight {

VisitLog::VisitLog(const ExchangeModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &ExchangeModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int row = first; row <= last; ++row)
            add(m_model.serialAt(row));
    });
    connect(&model, &ExchangeModel::updated, this, [this](const std::vector<quint64> &serials) {
        for (const quint64 serial : serials)
            add(serial);
    });
}

void VisitLog::add(quint64 serial)
{
    m_visits.add(m_model.log().at(serial), m_model.visitorIndex(serial));
}

std::vector<WaterfallEntry> VisitLog::visitOf(quint64 exchangeId) const
{
    const PageVisit *visit = m_visits.visitOf(exchangeId);
    if (!visit)
        return {};
    QHash<quint64, quint64> causes;
    for (const VisitedExchange &each : visit->exchanges)
        causes.insert(each.id, each.causedBy);
    std::vector<WaterfallEntry> entries;
    // From the newest: what is looked at is recent mostly.
    const ExchangeLog &log = m_model.log();
    for (quint64 serial = log.end(); serial > log.first() && entries.size() < visit->exchanges.size();
         --serial) {
        const Exchange &exchange = log.at(serial - 1);
        if (const auto cause = causes.constFind(exchange.id); cause != causes.cend())
            entries.push_back({exchange, *cause});
    }
    return entries;
}

} // namespace porchlight
