// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchangemodel.h"

#include "ui/answer.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/visitornames.h"
#include "ui/windowlanguage.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace porchlight {

namespace {

/// More than a row or a tool tip can show, and little enough to lay out at once.
constexpr qsizetype MaxShown = 600;

QByteArray shortened(const QByteArray &bytes)
{
    return bytes.size() <= MaxShown ? bytes : bytes.first(MaxShown) + "…";
}

QString methodOf(const Exchange &exchange)
{
    return plainText(shortened(exchange.method()).left(32));
}

QString targetOf(const Exchange &exchange)
{
    return readableTarget(shortened(exchange.target()));
}

} // namespace

ExchangeModel::ExchangeModel(const LogLimits &limits, QObject *parent)
    : QAbstractTableModel(parent)
    , m_limits(limits)
{}

void ExchangeModel::useNames(const VisitorNames &names)
{
    m_names = &names;
    m_visitors = Visitors(names.colours());
    connect(&names, &VisitorNames::changed, this, [this] {
        if (!m_log.isEmpty())
            emit dataChanged(index(0, VisitorName), index(rowCount() - 1, VisitorName));
        emit visitorsRenamed();
    });
}

void ExchangeModel::add(std::vector<Exchange> exchanges)
{
    // Said before rows come or go: whoever keeps them sorted needs their new places first.
    announce(takeUpdates(exchanges));
    makeRoomFor(exchanges);
    append(std::move(exchanges));
}

/// Moves later states into their rows, and those of exchanges that are new themselves into their first state;
/// what stays in `exchanges` are new rows.
std::vector<quint64> ExchangeModel::takeUpdates(std::vector<Exchange> &exchanges)
{
    std::vector<quint64> changed;
    std::unordered_map<quint64, size_t> runningHere;
    size_t kept = 0;
    for (Exchange &exchange : exchanges) {
        if (const auto serial = m_log.findRunning(exchange.id)) {
            m_visitorIndexes[*serial - m_log.first()] = m_visitors.note(exchange);
            m_log.update(*serial, std::move(exchange));
            changed.push_back(*serial);
        } else if (const auto here = runningHere.find(exchange.id); here != runningHere.end()) {
            exchanges[here->second] = std::move(exchange);
        } else {
            if (exchange.isRunning())
                runningHere.emplace(exchange.id, kept);
            if (&exchange != &exchanges[kept])
                exchanges[kept] = std::move(exchange);
            ++kept;
        }
    }
    exchanges.resize(kept);
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

void ExchangeModel::makeRoomFor(const std::vector<Exchange> &exchanges)
{
    qint64 headBytes = 0;
    for (const Exchange &exchange : exchanges)
        headBytes += ExchangeLog::headBytesOf(exchange);
    removeFirst(int(m_log.surplus(m_limits, qsizetype(exchanges.size()), headBytes)));
}

void ExchangeModel::append(std::vector<Exchange> exchanges)
{
    // A batch above the limits by itself: its newest are what the table would have kept.
    qint64 headBytes = m_log.headBytes();
    auto from = exchanges.end();
    for (; from != exchanges.begin() && exchanges.end() - from < m_limits.exchanges; --from) {
        headBytes += ExchangeLog::headBytesOf(*std::prev(from));
        if (headBytes > m_limits.headBytes)
            break;
    }
    if (from == exchanges.end())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(exchanges.end() - from) - 1);
    for (auto exchange = from; exchange != exchanges.end(); ++exchange) {
        m_visitorIndexes.push_back(m_visitors.note(*exchange));
        m_log.append(std::move(*exchange));
    }
    endInsertRows();
}

void ExchangeModel::clear()
{
    removeFirst(rowCount());
}

void ExchangeModel::removeFirst(int count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_log.removeFirst(count);
    m_visitorIndexes.erase(m_visitorIndexes.begin(), m_visitorIndexes.begin() + count);
    endRemoveRows();
}

void ExchangeModel::touchRunning()
{
    announce(m_log.running());
}

void ExchangeModel::announce(const std::vector<quint64> &serials)
{
    if (serials.empty())
        return;
    for (size_t i = 0; i < serials.size();) {
        size_t end = i + 1;
        while (end < serials.size() && serials[end] == serials[end - 1] + 1)
            ++end;
        emit dataChanged(index(rowOf(serials[i]), 0), index(rowOf(serials[end - 1]), ColumnCount - 1));
        i = end;
    }
    emit updated(serials);
}

Visitor ExchangeModel::visitorOf(quint64 serial) const
{
    const int known = visitorIndex(serial);
    return known == Visitors::NotRemembered ? called(m_visitors.describe(m_log.at(serial)))
                                            : rememberedVisitor(known);
}

Visitor ExchangeModel::rememberedVisitor(int index) const
{
    return called(m_visitors.at(index));
}

Visitor ExchangeModel::called(Visitor visitor) const
{
    if (m_names)
        visitor.name = m_names->nameOf(visitor);
    return visitor;
}

qint64 ExchangeModel::now() const
{
    return m_stoppedAt.value_or(QDateTime::currentMSecsSinceEpoch());
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_log.size());
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint64 serial = serialAt(index.row());
    const Exchange &exchange = m_log.at(serial);
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, serial, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(exchange, serial, index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Sent ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole:
        return int(answerTone(exchange));
    case ProblemRole:
        return isProblem(exchange);
    case VisitorColourRole:
        return visitorOf(serial).colour;
    case MethodRole:
        return methodOf(exchange);
    case TargetRole:
        return targetOf(exchange);
    case DurationRole:
        return durationOf(exchange, now());
    default:
        return {};
    }
}

QString ExchangeModel::text(const Exchange &exchange, quint64 serial, int column) const
{
    switch (Column(column)) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(exchange.startedAt).toString(QStringLiteral("HH:mm:ss.zzz"));
    case VisitorName:
        return visitorOf(serial).name;
    case AskedFor:
        return methodOf(exchange) + QLatin1Char(' ') + targetOf(exchange);
    case Answer:
        return answerText(exchange);
    case Sent:
        return humanSize(exchange.bodyBytes);
    case Took:
        return humanDuration(durationOf(exchange, now()));
    case ColumnCount:
        break;
    }
    return {};
}

QString ExchangeModel::toolTip(const Exchange &exchange, quint64 serial, int column) const
{
    switch (Column(column)) {
    case Time:
        return windowLocale().toString(QDateTime::fromMSecsSinceEpoch(exchange.startedAt),
                                       QLocale::LongFormat);
    case VisitorName:
        return m_names && m_names->isAnonymous()
                   ? visitorOf(serial).name
                   : visitorOf(serial).name + QStringLiteral(" · ") + exchange.visitor.toString();
    case Sent:
        return exchange.bodyBytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(humanCount(exchange.bodyBytes));
    default:
        return text(exchange, serial, column);
    }
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Sent ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Time:
        return tr("Time");
    case VisitorName:
        return tr("Visitor");
    case AskedFor:
        return tr("Asked for");
    case Answer:
        return tr("Answer");
    case Sent:
        return tr("Sent");
    case Took:
        return tr("Took");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace porchlight
