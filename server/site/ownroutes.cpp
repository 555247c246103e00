// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/ownroutes.h"

#include "server/http/preconditions.h"
#include "server/http/requesttarget.h"
#include "server/site/codedpage.h"
#include "server/site/ownasset.h"
#include "server/site/siteplans.h"

#include <QDateTime>

#include <utility>

namespace porchlight {
namespace {

ResponsePlan assetPlan(const RequestHead &request, const OwnAsset &asset, const ContentCoder &coder)
{
    // What stands under this address never changes, so it has not since any date.
    const bool mayBeCoded = asset.content.size() > ContentCoder::MinSize;
    const ContentCoding coding = mayBeCoded ? pageCoding(request) : ContentCoding::Identity;
    QByteArray tag = asset.fingerprint;
    if (coding != ContentCoding::Identity) // RFC 9110 §8.8.3.3: a tag of its own
        tag.append('-').append(nameOf(coding));
    const Validators current{.entityTag = {tag, false}, .lastModified = 0};
    const PreconditionResult precondition =
        evaluatePreconditions(request, current, QDateTime::currentSecsSinceEpoch());
    if (precondition == PreconditionResult::Failed)
        return pagePlan(412, decision::PreconditionFailed{}, pageLanguage(request));

    ResponsePlan plan;
    plan.decisions.push_back(decision::OwnAsset{});
    plan.fields = {{"ETag", current.entityTag.toField()},
                   {"Cache-Control", "public, max-age=31536000, immutable"}}; // RFC 8246; a year
    if (mayBeCoded)
        plan.fields.add("Vary", "Accept-Encoding");
    switch (precondition) {
    case PreconditionResult::ETagMatched:
        plan.status = 304;
        plan.decisions.push_back(decision::ETagMatched{});
        return plan;
    case PreconditionResult::UnchangedSince:
        plan.status = 304;
        plan.decisions.push_back(decision::UnchangedSince{});
        return plan;
    default:
        break;
    }
    plan.fields.add("Content-Type", asset.contentType);
    plan.fields.add("X-Content-Type-Options", "nosniff");
    plan.body = Body(asset.content);
    if (coding != ContentCoding::Identity) {
        if (auto coded = coder.codePage(plan.body, coding, request.version())) {
            plan.body = std::move(coded->body);
            plan.fields.add("Content-Encoding", nameOf(coding));
            plan.decisions.emplace_back(std::move(coded->decision));
        }
    }
    if (request.method() == "GET")
        plan.decisions.push_back(decision::SentFromMemory{});
    return plan;
}

} // namespace

OwnRoutes::OwnRoutes(QByteArray shareName, std::shared_ptr<const ServerActivity> activity, ContentCoder coder)
    : m_status(std::move(shareName), std::move(activity))
    , m_coder(std::move(coder))
{}

ResponsePlan OwnRoutes::answer(const Request &request) const
{
    const auto target = splitTarget(request.head.target());
    if (target && target->path == QByteArrayView(StatusRoute::Path))
        return m_status.answer(request);
    if (const OwnAsset *asset = target ? findOwnAsset(target->path) : nullptr)
        return assetPlan(request.head, *asset, m_coder);
    return notServedPlan(resolved::NameHidden{}, pageLanguage(request.head));
}

} // namespace porchlight
