// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/codedpage.h"

namespace porchlight {

Language pageLanguage(const RequestHead &request)
{
    const auto field = request.field("Accept-Language");
    return field ? preferredLanguage(*field) : Language::English;
}

ContentCoding pageCoding(const RequestHead &request)
{
    const auto field = request.field("Accept-Encoding");
    return field ? AcceptedCodings(*field).choose(codingsMadeHere()) : ContentCoding::Identity;
}

ContentCoding codePage(ResponsePlan &plan, const RequestHead &request, const ContentCoder &coder)
{
    plan.fields.add("Vary", PageVary);
    const ContentCoding coding = pageCoding(request);
    if (coding == ContentCoding::Identity)
        return coding;
    auto coded = coder.codePage(plan.body, coding, request.version());
    if (!coded)
        return ContentCoding::Identity;
    plan.body = std::move(coded->body);
    plan.fields.add("Content-Encoding", nameOf(coding));
    plan.decisions.emplace_back(std::move(coded->decision));
    return coding;
}

} // namespace porchlight
