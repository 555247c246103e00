// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/linenote.h"

#include "ui/inspect/headlines.h"
#include "ui/inspect/linestory.h"
#include "ui/plaintext.h"
#include "ui/shortened.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::LineNote)
};

LineNote noteOf(const QString &title, const std::optional<Explanation> &explanation, const QString &here,
                const Explanation &unknown)
{
    const Explanation &said = explanation ? *explanation : unknown;
    return {shortened(title), said.meaning, here, said.section};
}

void addVersion(LineNote &note, QByteArrayView version, const Explanations &explanations)
{
    if (const auto said = explanations.version(version))
        note.meaning += QLatin1Char('\n') + plainText(version) + QStringLiteral(": ") + said->meaning;
}

LineNote requestLineNote(const QByteArray &line, const Exchange &exchange, const NarrationNames &names,
                         const Explanations &explanations)
{
    const QByteArray method = line.left(std::max<qsizetype>(line.indexOf(' '), 0));
    LineNote note = noteOf(plainText(method), explanations.method(method), methodStory(exchange, names),
                           {Words::tr("Not a method that is known here."), QStringLiteral("RFC 9110 §9.1")});
    addVersion(note, QByteArrayView(line).sliced(line.lastIndexOf(' ') + 1), explanations);
    return note;
}

LineNote statusLineNote(const QByteArray &line, const Exchange &exchange, const NarrationNames &names,
                        const Explanations &explanations)
{
    const qsizetype space = std::max<qsizetype>(line.indexOf(' '), 0);
    LineNote note = noteOf(
        plainText(line.mid(space + 1)), explanations.status(exchange.status), statusStory(exchange, names),
        {Words::tr("Not a status code that is known here."), QStringLiteral("RFC 9110 §15")});
    addVersion(note, QByteArrayView(line).first(space), explanations);
    return note;
}

Explanation unknownField()
{
    return {Words::tr("Not one of the fields that are known here; programs pass over fields that they do "
                      "not know."),
            QStringLiteral("RFC 9110 §5.1")};
}

LineNote noField(const QByteArray &line)
{
    return {plainText(line.left(40)),
            Words::tr("This line is no field: it has no colon."),
            {},
            QStringLiteral("RFC 9112 §5")};
}

} // namespace

LineNotes requestNotes(const Exchange &exchange, const NarrationNames &names,
                       const Explanations &explanations)
{
    LineNotes notes;
    for (const QByteArray &line : headLines(exchange.requestHead)) {
        if (notes.empty())
            notes.push_back(requestLineNote(line, exchange, names, explanations));
        else if (const auto field = headField(line))
            notes.push_back(noteOf(plainText(field->name), explanations.requestField(field->name),
                                   requestFieldStory(exchange, names, field->name, field->value),
                                   unknownField()));
        else
            notes.push_back(noField(line));
    }
    return notes;
}

LineNotes responseNotes(const Exchange &exchange, const NarrationNames &names,
                        const Explanations &explanations)
{
    LineNotes notes;
    for (const QByteArray &line : headLines(exchange.responseHead)) {
        if (notes.empty())
            notes.push_back(statusLineNote(line, exchange, names, explanations));
        else if (const auto field = headField(line))
            notes.push_back(noteOf(plainText(field->name), explanations.responseField(field->name),
                                   responseFieldStory(exchange, names, field->name, field->value),
                                   unknownField()));
        else
            notes.push_back(noField(line));
    }
    return notes;
}

QString noteText(const LineNote &note)
{
    QStringList parts{note.title + QLatin1Char(':'), note.meaning};
    if (!note.here.isEmpty())
        parts += Words::tr("Here: %1").arg(note.here);
    if (!note.section.isEmpty())
        parts += note.section;
    return parts.join(QLatin1Char(' '));
}

} // namespace porchlight
