// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/codedpage.h"

namespace porchlight {

void codePage(ResponsePlan &plan, const RequestHead &request, const ContentCoder &coder)
{
    plan.fields.add("Vary", "Accept-Encoding");
    const auto field = request.field("Accept-Encoding");
    if (!field)
        return;
    const ContentCoding coding = AcceptedCodings(*field).choose(codingsMadeHere());
    if (coding == ContentCoding::Identity)
        return;
    if (auto coded = coder.codePage(plan.body, coding, request.version())) {
        plan.body = std::move(coded->body);
        plan.fields.add("Content-Encoding", nameOf(coding));
        plan.decisions.emplace_back(std::move(coded->decision));
    }
}

} // namespace porchlight
