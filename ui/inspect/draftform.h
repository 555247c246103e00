// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchange.h"
#include "server/transport/requestdraft.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace porchlight {

/// A request as it stands in the fields of the composer.
struct DraftForm
{
    QString method;
    QString target;
    QString fields;     ///< "Name: value", a line each.
    QByteArray content; ///< As it is sent.

    bool operator==(const DraftForm &) const = default;
};

/// The form filled with what an exchange asked. Text of its head that cannot be typed (control characters) is
/// written as plainText() shows it.
DraftForm draftForm(const Exchange &exchange);

/// What keeps a form from being sent.
struct DraftProblem
{
    enum class Part : quint8 { Method, Target, Fields, Content };
    Part part;
    QString text; ///< A sentence that says what to change.
};

/// The request that the form says. Only what would fall out of its line of the head is a problem: that the
/// server may refuse the rest is what one wants to see.
std::variant<RequestDraft, DraftProblem> draftOf(const DraftForm &form);

} // namespace porchlight
