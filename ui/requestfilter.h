// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/visitors.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace porchlight {

enum class QuickFilter : quint8 { All, Pages, Images, Problems };

/// Which exchanges to show, from what people type: every term has to match.
///
///     lake            in the method, the target or the visitor's name or address, in any case
///     visitor:"Ann"   the visitor's whole name or whole address, in any case
///     "404"           the same, for a word that would mean something else
///     404  4xx        the status code
///     >1MB  <10kb     body bytes sent; b, kb, mb, gb, decimal; the unit may be left out
///     slow            took a second or more
class RequestFilter final
{
public:
    explicit RequestFilter(const QString &text = {}, QuickFilter quick = QuickFilter::All);

    /// What to type for the requests of the one visitor who has all of these names and addresses.
    static QString textFor(const QStringList &namesAndAddresses);

    bool acceptsAll() const;
    /// `now`: milliseconds since 1970 UTC, for the durations of running exchanges.
    bool accepts(const Exchange &exchange, const Visitor &visitor, qint64 now) const;

    /// For many exchanges of few visitors: what wordsIn() said of a visitor holds for all their exchanges.
    using Words = quint64;
    Words wordsIn(const Visitor &visitor) const;
    bool accepts(const Exchange &exchange, Words inVisitor, qint64 now) const;

    bool operator==(const RequestFilter &) const = default;

private:
    static constexpr size_t MaxWords = 63; ///< One bit of Words each; what else is typed is ignored.

    struct Range
    {
        qint64 least, most;
        bool operator==(const Range &) const = default;
    };

    struct Word
    {
        QString text;
        bool isVisitor = false; ///< It is all of the visitor's name or address, and nowhere else.
        bool operator==(const Word &) const = default;
    };

    void addTerm(const QString &term);
    void addWord(Word word);
    bool acceptsQuickly(const Exchange &exchange) const;
    bool hasWords(const Exchange &exchange, Words found) const;
    static std::optional<Range> statusRange(const QString &term);
    static std::optional<Range> sizeRange(const QString &term);

    QuickFilter m_quick;
    std::vector<Word> m_words;
    std::vector<Range> m_statuses;
    std::vector<Range> m_sizes;
    bool m_slow = false;
};

} // namespace porchlight
