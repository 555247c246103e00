// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/pagevisits.h"
#include "ui/waterfall/waterfall.h"

#include <QObject>

namespace porchlight {

class ExchangeModel;

/// The page visits of the exchanges in a table's model. GUI thread.
class VisitLog final : public QObject
{
    Q_OBJECT
public:
    /// `model` outlives it, and is still empty.
    explicit VisitLog(const ExchangeModel &model, QObject *parent = nullptr);

    /// The visit of this exchange, as far as the model still holds it; empty when there is none.
    std::vector<WaterfallEntry> visitOf(quint64 exchangeId) const;
    void clear() { m_visits.clear(); }

private:
    void add(quint64 serial);

    const ExchangeModel &m_model;
    PageVisits m_visits;
};

} // namespace porchlight
