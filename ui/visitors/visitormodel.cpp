// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visitors/visitormodel.h"

#include "ui/deviceword.h"
#include "ui/doorstate.h"
#include "ui/exchangemodel.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/visitornames.h"
#include "ui/windowlanguage.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace porchlight {

namespace {

constexpr qsizetype MaxTarget = 200; // characters: more than a cell can show
/// Of the rows, leave at once when there is no room: strangers without end cost little each.
constexpr size_t LeaveTogether = VisitorModel::MaxRows / 8;

QString doingText(const Exchange &exchange)
{
    const QString target = readableTarget(exchange.target().left(MaxTarget));
    return doorState(exchange) == DoorState::Waits ? VisitorModel::tr("waits at the door with %1").arg(target)
                                                   : VisitorModel::tr("receives %1").arg(target);
}

} // namespace

VisitorModel::VisitorModel(VisitorNames &names, QObject *parent)
    : QAbstractTableModel(parent)
    , m_names(names)
    , m_visitors(names.colours())
{
    connect(&names, &VisitorNames::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void VisitorModel::add(const std::vector<Exchange> &exchanges)
{
    for (auto next = exchanges.cbegin(); (next = addUntilFull(next, exchanges.cend())) != exchanges.cend();)
        makeRoom();
}

VisitorModel::Exchanges VisitorModel::addUntilFull(Exchanges next, Exchanges end)
{
    const int before = rowCount();
    int firstChanged = before;
    int lastChanged = -1;
    std::vector<Tally> added;
    for (; next != end; ++next) {
        const int row = m_visitors.note(*next);
        if (row == Visitors::NotRemembered)
            break;
        if (row >= before) {
            added.resize(std::max(added.size(), size_t(row - before) + 1));
            count(*next, added[size_t(row - before)]);
        } else {
            count(*next, m_tallies[size_t(row)]);
            firstChanged = std::min(firstChanged, row);
            lastChanged = std::max(lastChanged, row);
        }
    }
    if (lastChanged >= 0)
        emit dataChanged(index(firstChanged, Requests),
                         index(lastChanged, Doing)); // no name: one may be edited
    if (!added.empty()) {
        beginInsertRows({}, before, before + int(added.size()) - 1);
        std::move(added.begin(), added.end(), std::back_inserter(m_tallies));
        endInsertRows();
    }
    return next;
}

void VisitorModel::makeRoom()
{
    std::vector<int> rows(m_tallies.size());
    std::iota(rows.begin(), rows.end(), 0);
    const auto stay = rows.begin() + std::ptrdiff_t(LeaveTogether);
    std::nth_element(rows.begin(), stay, rows.end(), [this](int a, int b) {
        const auto rank = [](const Tally &tally) {
            return std::pair(!tally.running.empty(), tally.lastSeen);
        };
        return rank(m_tallies[size_t(a)]) < rank(m_tallies[size_t(b)]);
    });
    std::sort(rows.begin(), stay);
    for (auto last = stay; last != rows.begin();) {
        auto first = std::prev(last);
        while (first != rows.begin() && *std::prev(first) == *first - 1)
            --first;
        const int count = int(last - first);
        beginRemoveRows({}, *first, *first + count - 1);
        m_visitors.forget(*first, count);
        m_tallies.erase(m_tallies.begin() + *first, m_tallies.begin() + *first + count);
        endRemoveRows();
        last = first;
    }
}

void VisitorModel::passTo(qint64 now)
{
    m_now = now;
    const qint64 since = now - std::chrono::milliseconds(HereFor).count();
    int firstChanged = rowCount(), lastChanged = -1;
    for (int row = 0; row < rowCount(); ++row) {
        Tally &tally = m_tallies[size_t(row)];
        const bool isHere = !tally.running.empty() || tally.lastSeen >= since;
        if (std::exchange(tally.isHere, isHere) != isHere) {
            firstChanged = std::min(firstChanged, row);
            lastChanged = row;
        }
    }
    if (lastChanged >= 0)
        emit dataChanged(index(firstChanged, Device), index(lastChanged, Doing)); // no name, as above
}

qint64 VisitorModel::lastSeen() const
{
    qint64 last = 0;
    for (const Tally &tally : m_tallies)
        last = std::max(last, tally.lastSeen);
    return last;
}

void VisitorModel::count(const Exchange &exchange, Tally &tally)
{
    const bool wasRunning = tally.running.erase(exchange.id) > 0;
    if (!wasRunning)
        ++tally.requests;
    if (exchange.isRunning())
        tally.running.emplace(exchange.id, Running{doingText(exchange), exchange.bodyBytes});
    else
        tally.bytes += exchange.bodyBytes;
    const qint64 ended =
        exchange.startedAt + std::max<qint64>(0, exchange.nanosecondsAt(Phase::Done)) / 1'000'000;
    tally.lastSeen = std::max(tally.lastSeen, ended);
    tally.isHere = true;
}

qint64 VisitorModel::Tally::allBytes() const
{
    qint64 all = bytes;
    for (const auto &each : running)
        all += each.second.bytes;
    return all;
}

int VisitorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tallies.size());
}

int VisitorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VisitorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::EditRole:
        return index.column() == Name ? m_names.givenTo(visitorAt(index.row()))
                                      : text(index.row(), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int(
            Qt::AlignVCenter |
            (index.column() == Requests || index.column() == Received ? Qt::AlignRight : Qt::AlignLeft));
    case ExchangeModel::VisitorColourRole:
        return visitorAt(index.row()).colour;
    case ExchangeModel::DimRole:
        return !m_tallies[size_t(index.row())].isHere;
    case SortRole:
        return sortKey(index.row(), index.column());
    default:
        return {};
    }
}

/// "10:42:31"; of another day "24 Nov, 10:42".
QString VisitorModel::lastSeenText(qint64 lastSeen) const
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(lastSeen);
    const bool isToday = m_now == 0 || when.date() == QDateTime::fromMSecsSinceEpoch(m_now).date();
    return windowLocale().toString(when,
                                   isToday ? QStringLiteral("HH:mm:ss") : QStringLiteral("d MMM, HH:mm"));
}

QString VisitorModel::text(int row, int column) const
{
    const Visitor &visitor = visitorAt(row);
    const Tally &tally = m_tallies[size_t(row)];
    switch (Column(column)) {
    case Name:
        return m_names.nameOf(visitor);
    case Device:
        return m_names.isAnonymous() ? tr("hidden") : deviceName(visitor.name);
    case Address:
        return m_names.isAnonymous() ? tr("hidden") : visitor.address.toString();
    case Requests:
        return humanCount(tally.requests);
    case Received:
        return humanSize(tally.allBytes());
    case LastSeen:
        return lastSeenText(tally.lastSeen);
    case Doing:
        if (!tally.isHere)
            return tr("away");
        return tally.running.empty() ? tr("nothing") : tally.running.rbegin()->second.doing;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant VisitorModel::sortKey(int row, int column) const
{
    const Tally &tally = m_tallies[size_t(row)];
    switch (Column(column)) {
    case Requests:
        return tally.requests;
    case Received:
        return tally.allBytes();
    case LastSeen:
        return tally.lastSeen;
    default:
        return text(row, column);
    }
}

bool VisitorModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Name || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_names.give(visitorAt(index.row()), value.toString());
    return true;
}

Qt::ItemFlags VisitorModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    // While nobody has a name, none could be seen to change.
    return index.column() == Name && !m_names.isAnonymous() ? flags | Qt::ItemIsEditable : flags;
}

QVariant VisitorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter |
                   (section == Requests || section == Received ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Visitor");
    case Device:
        return tr("Device");
    case Address:
        return tr("Address");
    case Requests:
        return tr("Requests");
    case Received:
        return tr("Received");
    case LastSeen:
        return tr("Last seen");
    case Doing:
        return tr("Now");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace porchlight
