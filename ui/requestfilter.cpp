// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requestfilter.h"

#include "ui/answer.h"
#include "ui/askedkind.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace porchlight {

namespace {

constexpr qint64 SlowNanoseconds = 1'000'000'000;

/// Terms are parted by spaces; a quoted one (told by its quotation mark in front, or behind a colon) goes to
/// the next mark.
QStringList termsOf(const QString &text)
{
    static const QRegularExpression term(QStringLiteral("(?:[^\\s\":]+:)?\"[^\"]*\"?|[^\\s\"]+"));
    QStringList terms;
    for (auto match = term.globalMatch(text); match.hasNext();)
        terms += match.next().captured();
    return terms;
}

QString withoutQuotes(const QString &text)
{
    return QString(text).remove(QLatin1Char('"'));
}

const QLatin1String VisitorIs("visitor:");
QString translatedVisitorIs()
{
    return QCoreApplication::translate("porchlight::RequestFilter", "visitor:", "a word of the filter");
}

} // namespace

RequestFilter::RequestFilter(const QString &text, QuickFilter quick)
    : m_quick(quick)
{
    for (const QString &term : termsOf(text))
        addTerm(term);
}

QString RequestFilter::textFor(const QStringList &namesAndAddresses)
{
    QStringList terms;
    for (const QString &each : namesAndAddresses)
        terms += translatedVisitorIs() + QLatin1Char('"') + withoutQuotes(each) + QLatin1Char('"');
    return terms.join(QLatin1Char(' '));
}

void RequestFilter::addTerm(const QString &term)
{
    if (const auto statuses = statusRange(term)) {
        m_statuses.push_back(*statuses);
    } else if (const auto sizes = sizeRange(term)) {
        m_sizes.push_back(*sizes);
    } else if (term.compare(QLatin1String("slow"), Qt::CaseInsensitive) == 0 ||
               term.compare(
                   QCoreApplication::translate("porchlight::RequestFilter", "slow", "a word of the filter"),
                   Qt::CaseInsensitive) == 0) {
        m_slow = true;
    } else {
        for (const QString &prefix : {QString(VisitorIs), translatedVisitorIs()}) {
            if (term.startsWith(prefix, Qt::CaseInsensitive)) {
                addWord({withoutQuotes(term.sliced(prefix.size())), true});
                return;
            }
        }
        addWord({withoutQuotes(term)});
    }
}

void RequestFilter::addWord(Word word)
{
    if (!word.text.isEmpty() && m_words.size() < MaxWords)
        m_words.push_back(std::move(word));
}

std::optional<RequestFilter::Range> RequestFilter::statusRange(const QString &term)
{
    static const QRegularExpression status(QStringLiteral("^([1-5])(\\d\\d|[xX][xX])$"));
    const auto match = status.match(term);
    if (!match.hasMatch())
        return std::nullopt;
    bool isNumber = false;
    const qint64 code = term.toInt(&isNumber);
    const qint64 hundreds = match.captured(1).toInt() * 100;
    return isNumber ? Range{code, code} : Range{hundreds, hundreds + 99};
}

std::optional<RequestFilter::Range> RequestFilter::sizeRange(const QString &term)
{
    static const QRegularExpression size(QStringLiteral("^([<>])(\\d{1,9}(?:[.,]\\d{1,3})?)(k|m|g|)b?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = size.match(term);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(3).toLower();
    const double factor = unit.isEmpty()               ? 1
                          : unit == QLatin1String("k") ? 1e3
                          : unit == QLatin1String("m") ? 1e6
                                                       : 1e9;
    const qint64 bytes =
        qint64(match.captured(2).replace(QLatin1Char(','), QLatin1Char('.')).toDouble() * factor);
    if (match.captured(1) == QLatin1String(">"))
        return Range{bytes + 1, std::numeric_limits<qint64>::max()};
    return Range{0, bytes - 1};
}

bool RequestFilter::acceptsAll() const
{
    return *this == RequestFilter();
}

bool RequestFilter::accepts(const Exchange &exchange, const Visitor &visitor, qint64 now) const
{
    return accepts(exchange, wordsIn(visitor), now);
}

RequestFilter::Words RequestFilter::wordsIn(const Visitor &visitor) const
{
    Words found = 0;
    const QString address = visitor.address.toString();
    for (size_t i = 0; i < m_words.size(); ++i) {
        const auto fits = [&word = m_words[i]](const QString &text) {
            return word.isVisitor ? withoutQuotes(text).compare(word.text, Qt::CaseInsensitive) == 0
                                  : text.contains(word.text, Qt::CaseInsensitive);
        };
        if (fits(visitor.name) || fits(address))
            found |= Words(1) << i;
    }
    return found;
}

bool RequestFilter::accepts(const Exchange &exchange, Words inVisitor, qint64 now) const
{
    const auto inRange = [](const std::vector<Range> &ranges, qint64 value) {
        return std::all_of(ranges.begin(), ranges.end(),
                           [=](const Range &range) { return value >= range.least && value <= range.most; });
    };
    return inRange(m_statuses, exchange.status) && inRange(m_sizes, exchange.bodyBytes) &&
           (!m_slow || durationOf(exchange, now) >= SlowNanoseconds) && acceptsQuickly(exchange) &&
           hasWords(exchange, inVisitor);
}

bool RequestFilter::acceptsQuickly(const Exchange &exchange) const
{
    switch (m_quick) {
    case QuickFilter::All:
        return true;
    case QuickFilter::Problems:
        return isProblem(exchange);
    case QuickFilter::Pages: {
        const AskedKind kind = askedKind(exchange);
        return kind == AskedKind::Page || kind == AskedKind::Folder;
    }
    case QuickFilter::Images: {
        const AskedKind kind = askedKind(exchange);
        return kind == AskedKind::Photo || kind == AskedKind::Picture;
    }
    }
    return true;
}

bool RequestFilter::hasWords(const Exchange &exchange, Words found) const
{
    if (m_words.empty() || found == (Words(1) << m_words.size()) - 1)
        return true;
    const QString method = QString::fromLatin1(exchange.methodView());
    const QString target = readableTarget(exchange.targetView());
    for (size_t i = 0; i < m_words.size(); ++i) {
        const auto &[word, isVisitor] = m_words[i];
        const bool isFound = found >> i & 1 || (!isVisitor && (target.contains(word, Qt::CaseInsensitive) ||
                                                               method.contains(word, Qt::CaseInsensitive)));
        if (!isFound)
            return false;
    }
    return true;
}

} // namespace porchlight
