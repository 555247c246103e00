// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/narrator.h"

#include "ui/shortened.h"

#include <QCoreApplication>

#include <utility>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::Narrator)
};

} // namespace

void Narrator::say(const QString &sentence, Arguments arguments)
{
    flushClauses();
    startSentence();
    append(filled(sentence, arguments));
}

void Narrator::porchlight(const QString &clause, Arguments arguments)
{
    m_clauses.push_back(filled(clause, arguments));
}

Narration Narrator::take()
{
    flushClauses();
    return std::exchange(m_told, {});
}

void Narrator::flushClauses()
{
    const std::vector<Narration> clauses = std::exchange(m_clauses, {});
    if (clauses.empty())
        return;
    startSentence();
    append({{Words::tr("Porchlight ", "begins a sentence: Porchlight found it and sent it.")}});
    for (size_t i = 0; i < clauses.size(); ++i) {
        if (i > 0)
            append({{i + 1 < clauses.size() ? Words::tr(", ", "between things done")
                                            : Words::tr(" and ", "before the last thing done")}});
        append(clauses[i]);
    }
    append({{QStringLiteral(".")}});
}

void Narrator::startSentence()
{
    if (!m_told.empty())
        append({{QStringLiteral(" ")}});
}

Narration Narrator::filled(const QString &text, Arguments arguments)
{
    Narration pieces;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('%')); at >= 0;
         at = text.indexOf(QLatin1Char('%'), at + 1)) {
        const qsizetype number = at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        if (number < 1 || size_t(number) > arguments.size())
            continue;
        pieces.push_back({text.sliced(from, at - from)});
        const Argument &argument = *(arguments.begin() + number - 1);
        if (const auto *bold = std::get_if<Bold>(&argument))
            pieces.push_back({shortened(bold->text), true});
        else
            pieces.push_back({shortened(std::get<QString>(argument))});
        from = at + 2;
    }
    pieces.push_back({text.sliced(from)});
    return pieces;
}

void Narrator::append(const Narration &pieces)
{
    for (const NarrationPiece &piece : pieces) {
        if (piece.text.isEmpty())
            continue;
        if (!m_told.empty() && m_told.back().bold == piece.bold)
            m_told.back().text += piece.text;
        else
            m_told.push_back(piece);
    }
}

} // namespace porchlight
