// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/fileanswer.h"

#include "server/http/byterange.h"
#include "server/http/multipartranges.h"
#include "server/transport/limits.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace porchlight {

namespace {

void planNotModified(ResponsePlan &plan, const Representation &current, Decision why)
{
    plan.status = 304;
    plan.fields = current.notModifiedFields;
    plan.decisions.push_back(std::move(why));
}

void planUnsatisfiable(ResponsePlan &plan, const Representation &current)
{
    const qint64 size = current.file.size;
    plan.status = 416;
    plan.fields.add("Content-Range", unsatisfiedRange(size));
    plan.decisions.emplace_back(decision::RangeUnsatisfiable{size});
}

Body wholeBody(const StoredFile &file)
{
    return file.content.isNull() ? Body(FileSlice{file.file, 0, file.size}) : Body(file.content);
}

void planWhole(ResponsePlan &plan, const Representation &current)
{
    plan.fields = current.contentFields;
    plan.body = wholeBody(current.file);
}

/// False when the coded form cannot be made.
bool planCoded(ResponsePlan &plan, const RequestHead &request, const Representation &current,
               const ContentCoder &coder)
{
    if (const auto &ready = current.readyMade) {
        plan.body = wholeBody(*ready);
        plan.decisions.emplace_back(decision::ReadyMadeTaken{ready->path, current.file.size, ready->size});
    } else if (auto coded = coder.codeFile(current.file, current.coding, request.version())) {
        plan.body = std::move(coded->body);
        plan.decisions.emplace_back(std::move(coded->decision));
    } else {
        return false;
    }
    plan.fields = current.contentFields;
    return true;
}

void planRanges(ResponsePlan &plan, const Representation &current, const std::vector<ByteRange> &ranges)
{
    const StoredFile &file = current.file;
    plan.status = 206;
    if (ranges.size() == 1) {
        const ByteRange &range = ranges.front();
        plan.fields = current.contentFields;
        plan.fields.add("Content-Range", contentRange(range, file.size));
        plan.body = file.content.isNull() ? Body(FileSlice{file.file, range.first, range.length()})
                                          : Body(file.content.mid(range.first, range.length()));
        plan.decisions.emplace_back(decision::RangeTaken{range.first, range.last, file.size});
    } else {
        const QByteArray boundary = randomBoundary();
        plan.fields = contentFields(multipartContentType(boundary), current);
        plan.body = multipartBody(file, current.contentType, ranges, boundary);
        plan.decisions.emplace_back(decision::RangesTaken{static_cast<int>(ranges.size()), file.size});
    }
}

void planContent(ResponsePlan &plan, const RequestHead &request, const Representation &current, qint64 now)
{
    const auto rangeField = request.method() == "GET" ? request.field("Range") : std::nullopt;
    const RangeSelection selection = rangeField && rangeApplies(request, current.validators, now)
                                         ? selectRanges(*rangeField, current.file.size)
                                         : RangeSelection(WholeFile{});
    if (std::holds_alternative<NoRangeSatisfiable>(selection)) {
        planUnsatisfiable(plan, current);
    } else if (const auto *ranges = std::get_if<std::vector<ByteRange>>(&selection)) {
        planRanges(plan, current, *ranges);
    } else {
        if (rangeField)
            plan.decisions.emplace_back(decision::RangeIgnored{});
        planWhole(plan, current);
    }
}

bool isTooLargeForMemory(const Body::Part &part)
{
    const auto *slice = std::get_if<FileSlice>(&part);
    return slice && slice->length > Limits::MaxBodyInMemory;
}

void recordWayOut(ResponsePlan &plan)
{
    const auto &parts = plan.body.parts;
    if (std::ranges::any_of(parts, isTooLargeForMemory)) // each part of a multipart goes its own way
        plan.decisions.emplace_back(decision::SentBySendfile{});
    else if (plan.body.stream)
        plan.decisions.emplace_back(decision::SentAsStream{});
    else if (!parts.empty())
        plan.decisions.emplace_back(decision::SentFromMemory{});
}

/// The answer as far as the preconditions decide it: whole, unless they let the request proceed (200).
ResponsePlan planByPreconditions(const RequestHead &request, const Representation &current, qint64 now)
{
    ResponsePlan plan;
    plan.decisions.reserve(4);
    plan.decisions.emplace_back(decision::FoundFile{current.file.path, current.file.size});
    switch (evaluatePreconditions(request, current.validators, now)) {
    case PreconditionResult::Proceed:
        break;
    case PreconditionResult::ETagMatched:
        planNotModified(plan, current, decision::ETagMatched{});
        break;
    case PreconditionResult::UnchangedSince:
        planNotModified(plan, current, decision::UnchangedSince{});
        break;
    case PreconditionResult::Failed:
        plan.status = 412;
        plan.decisions.emplace_back(decision::PreconditionFailed{});
        break;
    }
    return plan;
}

void recordTheRest(ResponsePlan &plan, const RequestHead &request, const Representation &current)
{
    if (!current.policy.isEmpty() && plan.status < 300)
        plan.decisions.emplace_back(decision::Sandboxed{});
    if (request.method() != "HEAD")
        recordWayOut(plan);
}

} // namespace

ResponsePlan planFile(const RequestHead &request, const Representation &current)
{
    const qint64 now = std::time(nullptr);
    ResponsePlan plan = planByPreconditions(request, current, now);
    if (plan.status == 200)
        planContent(plan, request, current, now);
    recordTheRest(plan, request, current);
    return plan;
}

std::optional<ResponsePlan> planCodedFile(const RequestHead &request, const Representation &current,
                                          const ContentCoder &coder)
{
    ResponsePlan plan = planByPreconditions(request, current, std::time(nullptr));
    if (plan.status == 200 && !planCoded(plan, request, current, coder))
        return std::nullopt;
    // A form that cannot be made is not selected, and its tag fails no condition.
    if (ResponsePlan probe; plan.status == 412 && !planCoded(probe, request, current, coder))
        return std::nullopt;
    recordTheRest(plan, request, current);
    return plan;
}

} // namespace porchlight
