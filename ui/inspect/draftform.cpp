// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/draftform.h"

#include "server/transport/tokens.h"
#include "ui/inspect/headlines.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace porchlight {

namespace {

/// For translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(porchlight::DraftForm)
};

/// Generous: the server refuses long before, and says so.
constexpr qsizetype LongestTarget = 64 * 1024, LongestContent = 1024 * 1024;
constexpr int MostFields = 500;

bool hasControl(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7F; });
}

using Part = DraftProblem::Part;

} // namespace

DraftForm draftForm(const Exchange &exchange)
{
    DraftForm form{plainText(exchange.method()), plainText(exchange.target()), {}, exchange.requestContent};
    QStringList lines;
    for (const HeadField &field : headFields(exchange.requestHead)) {
        // The length is that of the content when it is sent.
        if (!equalsIgnoringCase(field.name, "Content-Length"))
            lines += plainText(field.name) + QStringLiteral(": ") + plainText(field.value);
    }
    form.fields = lines.join(QLatin1Char('\n'));
    return form;
}

std::variant<RequestDraft, DraftProblem> draftOf(const DraftForm &form)
{
    RequestDraft draft{form.method.trimmed().toUtf8(), form.target.trimmed().toUtf8(), {}, form.content};
    if (draft.method.isEmpty())
        return DraftProblem{Part::Method, Words::tr("Say a method first, such as GET.")};
    if (!isToken(draft.method))
        return DraftProblem{Part::Method,
                            Words::tr("A method is one word of letters, such as GET: without spaces.")};
    if (draft.target.isEmpty())
        return DraftProblem{Part::Target, Words::tr("Say an address first; the front page is /.")};
    if (draft.target.contains(' ') || hasControl(draft.target))
        return DraftProblem{Part::Target, Words::tr("An address has no spaces: write %20 in place of each.")};
    if (draft.target.size() > LongestTarget)
        return DraftProblem{Part::Target, Words::tr("The address is too long: 64 KB are the most.")};
    int number = 0;
    for (const QString &line : form.fields.split(QLatin1Char('\n'))) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto field = headField(line.toUtf8());
        if (!field || !isToken(field->name))
            return DraftProblem{
                Part::Fields,
                Words::tr("Line %1 is no header: write a name, a colon and a value.").arg(number)};
        if (hasControl(field->value))
            return DraftProblem{Part::Fields,
                                Words::tr("Line %1 has a control character in it: take it out.").arg(number)};
        if (draft.fields.size() == MostFields)
            return DraftProblem{Part::Fields, Words::tr("There are too many headers: 500 are the most.")};
        draft.fields.emplace_back(field->name, field->value);
    }
    if (draft.content.size() > LongestContent)
        return DraftProblem{Part::Content, Words::tr("The content is too long: 1 MB is the most.")};
    return draft;
}

} // namespace porchlight
