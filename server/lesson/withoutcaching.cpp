// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lesson/withoutcaching.h"

#include "server/transport/tokens.h"

#include <algorithm>
#include <array>

namespace porchlight {

namespace {

constexpr std::array Validators{"If-None-Match", "If-Modified-Since", "If-Range"};
// RFC 9110 §13.1.5: a Range that has lost its If-Range would be taken, whatever the visitor has the rest of.
constexpr std::array ValidatorsAndRange{"If-None-Match", "If-Modified-Since", "If-Range", "Range"};
constexpr std::array Kept{"ETag", "Last-Modified", "Cache-Control", "Expires"};

/// `lines` without those whose field has one of the names. A line ends in LF.
template <typename Names>
QByteArray without(const QByteArray &lines, const Names &names)
{
    QByteArray left;
    for (qsizetype from = 0; from < lines.size();) {
        const qsizetype lf = lines.indexOf('\n', from);
        const qsizetype end = lf < 0 ? lines.size() : lf + 1;
        const QByteArrayView line = QByteArrayView(lines).sliced(from, end - from);
        const qsizetype colon = line.indexOf(':');
        const bool goes = colon > 0 && std::any_of(names.begin(), names.end(), [&](const char *name) {
                              return equalsIgnoringCase(line.first(colon), QByteArrayView(name));
                          });
        if (!goes)
            left.append(line);
        from = end;
    }
    return left;
}

} // namespace

bool dropValidators(RequestHead &head)
{
    if (std::none_of(Validators.begin(), Validators.end(),
                     [&](const char *name) { return head.hasField(name); }))
        return false;
    ParsedHead parsed = parseRequestHead(head.hasField("If-Range") ? without(head.raw(), ValidatorsAndRange)
                                                                   : without(head.raw(), Validators));
    auto *left = std::get_if<RequestHead>(&parsed);
    if (!left)
        return false;
    head = std::move(*left);
    return true;
}

void forbidCaching(ResponsePlan &plan)
{
    plan.fields = ResponseFields::fromLines(without(plan.fields.lines(), Kept));
    plan.fields.add("Cache-Control", "no-store");
}

} // namespace porchlight
