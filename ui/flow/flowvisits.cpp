// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flowvisits.h"

#include "ui/askedkind.h"
#include "ui/flow/flowanswer.h"
#include "ui/humanunits.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"
#include "ui/windowlanguage.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::FlowVisits)
};

/// Somebody opened a page: not a picture, a form's post or a program's question.
bool opensPage(const Exchange &exchange)
{
    if (exchange.methodView() != QByteArrayView("GET") || !isFlowPage(exchange))
        return false;
    const QByteArrayView destination = exchange.requestFieldView("Sec-Fetch-Dest");
    return destination.isEmpty() || destination == QByteArrayView("document");
}

bool hasSuffix(const Exchange &exchange, QByteArrayView suffix)
{
    const QByteArrayView target = exchange.targetView();
    const qsizetype query = target.indexOf('?');
    return target.first(query < 0 ? target.size() : query).endsWith(suffix);
}

QString titleOf(const Exchange &page, const QString &visitor, size_t requests)
{
    const QString when =
        windowLocale().toString(QDateTime::fromMSecsSinceEpoch(page.startedAt), QStringLiteral("HH:mm:ss"));
    const QString count =
        requests == 1 ? Words::tr("1 request") : Words::tr("%1 requests").arg(humanCount(qint64(requests)));
    return QStringList{when, visitor, shortened(readableTarget(page.target())), count}.join(
        QStringLiteral(" · "));
}

QString secondsOf(qint64 nanoseconds)
{
    constexpr qint64 Short = 10'000'000, Long = 10'000'000'000;
    return nanoseconds >= Short && nanoseconds < Long
               ? Words::tr("%1 s").arg(windowLocale().toString(double(nanoseconds) / 1e9, 'f', 2))
               : humanDuration(nanoseconds);
}

} // namespace

std::vector<FlowVisit> visitsIn(const FlowLog &log)
{
    std::vector<FlowVisit> visits;
    for (const PageVisit &page : log.pageVisits().visits()) {
        const auto first = log.find(page.page());
        if (!first)
            continue; // older than what is kept
        FlowVisit &visit = visits.emplace_back();
        visit.id = page.page();
        for (const VisitedExchange &visited : page.exchanges)
            if (const auto serial = log.find(visited.id))
                visit.serials.push_back(*serial);
        std::sort(visit.serials.begin(), visit.serials.end());
        visit.title = titleOf(log.at(*first).exchange, log.visitorName(log.at(*first)), visit.serials.size());
    }
    return visits;
}

FlowSummary flowSummary(const FlowLog &log)
{
    std::array<qint64, 7> kinds{};
    qint64 pages = 0, styles = 0, scripts = 0, more = 0, bytes = 0;
    qint64 begin = -1, end = 0; // nanoseconds
    for (quint64 serial = log.first(); serial < log.end(); ++serial) {
        const FlowEntry &entry = log.at(serial);
        more += qint64(entry.more);
        if (entry.more > 0 || entry.isEvent || entry.exchange.methodView().isEmpty())
            continue;
        pages += opensPage(entry.exchange) ? 1 : 0;
        if (hasSuffix(entry.exchange, ".css"))
            ++styles;
        else if (hasSuffix(entry.exchange, ".js"))
            ++scripts;
        else
            kinds[size_t(isFlowPage(entry.exchange) ? AskedKind::Page : askedKind(entry.exchange))] += 1;
        bytes += entry.exchange.bodyBytes;
        const qint64 began = entry.beganAt();
        begin = begin < 0 ? began : std::min(begin, began);
        end = std::max(end, began + entry.story.back().ends);
    }
    if (begin < 0)
        return {};
    const auto of = [&](AskedKind kind) { return kinds[size_t(kind)]; };
    QStringList parts;
    if (of(AskedKind::Page) > 0)
        parts += Words::tr("%1 HTML").arg(humanCount(of(AskedKind::Page)));
    const auto addCount = [&](qint64 count, const QString &one, const QString &many) {
        if (count > 0)
            parts += count == 1 ? one : many.arg(humanCount(count));
    };
    const auto add = [&](AskedKind kind, const QString &one, const QString &many) {
        addCount(of(kind), one, many);
    };
    add(AskedKind::Photo, Words::tr("1 photo"), Words::tr("%1 photos"));
    add(AskedKind::Picture, Words::tr("1 picture"), Words::tr("%1 pictures"));
    add(AskedKind::Video, Words::tr("1 video"), Words::tr("%1 videos"));
    add(AskedKind::Sound, Words::tr("1 sound"), Words::tr("%1 sounds"));
    addCount(styles, Words::tr("1 style"), Words::tr("%1 styles"));
    addCount(scripts, Words::tr("1 script"), Words::tr("%1 scripts"));
    add(AskedKind::File, Words::tr("1 file"), Words::tr("%1 files"));
    if (more > 0)
        parts += Words::tr("%1 more").arg(humanCount(more));
    QStringList brief, whole{parts.join(QStringLiteral(" + "))};
    if (pages > 0) {
        brief += pages == 1 ? Words::tr("1 page") : Words::tr("%1 pages").arg(humanCount(pages));
        whole.prepend(brief.front());
    }
    for (const QString &each : {humanSize(bytes), secondsOf(end - begin)}) {
        brief += each;
        whole += each;
    }
    return {whole.join(QStringLiteral(" · ")), brief.join(QStringLiteral(" · ")), brief.back()};
}

} // namespace porchlight
