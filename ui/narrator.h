// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/narration.h"

#include <initializer_list>
#include <variant>

namespace porchlight {

struct Bold
{
    QString text;
};

/// Puts sentences together. Templates name their arguments %1 to %9; what stands in an argument is never
/// taken for a template.
class Narrator final
{
public:
    using Argument = std::variant<QString, Bold>;
    using Arguments = std::initializer_list<Argument>;

    /// A whole sentence, with its full stop.
    void say(const QString &sentence, Arguments arguments);
    /// Something Porchlight did, without full stop: such clauses in a row become one sentence,
    /// "Porchlight found it in Lake and sent all of it."
    void porchlight(const QString &clause, Arguments arguments);

    Narration take();

private:
    void flushClauses();
    void startSentence();
    static Narration filled(const QString &text, Arguments arguments);
    void append(const Narration &pieces);

    Narration m_told;
    std::vector<Narration> m_clauses;
};

/// Tells of one decision on the way. `folder`: the shared folder's name, or empty.
void tellDecision(Narrator &narrator, const Decision &decision, const Exchange &exchange,
                  const QString &folder);

} // namespace porchlight
