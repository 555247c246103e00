// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/fileanswer.h"

#include "server/http/byterange.h"
#include "server/http/mediatype.h"
#include "server/http/multipartranges.h"
#include "server/http/preconditions.h"
#include "server/transport/httpdate.h"
#include "server/transport/limits.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace porchlight {

namespace {

/// RFC 9110 §15.4.5: what a cache needs to go on with its copy, and nothing that describes content.
void planNotModified(ResponsePlan &plan, const Validators &current, Decision why)
{
    plan.status = 304;
    plan.fields.add("ETag", current.entityTag.toField());
    plan.fields.add("Cache-Control", "no-cache");
    plan.decisions.push_back(std::move(why));
}

void planUnsatisfiable(ResponsePlan &plan, qint64 size)
{
    plan.status = 416;
    plan.fields.add("Content-Range", unsatisfiedRange(size));
    plan.decisions.emplace_back(decision::RangeUnsatisfiable{size});
}

/// The fields of 200 and 206 alike.
void addFileFields(ResponsePlan &plan, const QByteArray &contentType, const Validators &current)
{
    plan.fields.add("Content-Type", contentType);
    plan.fields.add("X-Content-Type-Options", "nosniff");
    plan.fields.add("Last-Modified", formatHttpDate(current.lastModified));
    plan.fields.add("ETag", current.entityTag.toField());
    plan.fields.add("Accept-Ranges", "bytes");
    plan.fields.add("Cache-Control", "no-cache");
}

void planWhole(ResponsePlan &plan, const StoredFile &file, const Validators &current)
{
    addFileFields(plan, contentTypeOf(file.path), current);
    plan.body = file.content.isNull() ? Body(FileSlice{file.file, 0, file.size}) : Body(file.content);
}

void planRanges(ResponsePlan &plan, const StoredFile &file, const Validators &current,
                const std::vector<ByteRange> &ranges)
{
    plan.status = 206;
    const QByteArray contentType = contentTypeOf(file.path);
    if (ranges.size() == 1) {
        const ByteRange &range = ranges.front();
        addFileFields(plan, contentType, current);
        plan.fields.add("Content-Range", contentRange(range, file.size));
        plan.body = Body(FileSlice{file.file, range.first, range.length()});
        plan.decisions.emplace_back(decision::RangeTaken{range.first, range.last, file.size});
    } else {
        const QByteArray boundary = randomBoundary();
        addFileFields(plan, multipartContentType(boundary), current);
        plan.body = multipartBody(file, contentType, ranges, boundary);
        plan.decisions.emplace_back(decision::RangesTaken{static_cast<int>(ranges.size()), file.size});
    }
}

void planContent(ResponsePlan &plan, const RequestHead &request, const StoredFile &file,
                 const Validators &current, qint64 now)
{
    const auto rangeField = request.method() == "GET" ? request.field("Range") : std::nullopt;
    const RangeSelection selection = rangeField && rangeApplies(request, current, now)
                                         ? selectRanges(*rangeField, file.size)
                                         : RangeSelection(WholeFile{});
    if (std::holds_alternative<NoRangeSatisfiable>(selection)) {
        planUnsatisfiable(plan, file.size);
    } else if (const auto *ranges = std::get_if<std::vector<ByteRange>>(&selection)) {
        planRanges(plan, file, current, *ranges);
    } else {
        if (rangeField)
            plan.decisions.emplace_back(decision::RangeIgnored{});
        planWhole(plan, file, current);
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
    else if (!parts.empty())
        plan.decisions.emplace_back(decision::SentFromMemory{});
}

} // namespace

ResponsePlan planFile(const RequestHead &request, const StoredFile &file)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const Validators current = validatorsOf(file, now);
    ResponsePlan plan;
    plan.decisions.emplace_back(decision::FoundFile{file.path, file.size});

    switch (evaluatePreconditions(request, current, now)) {
    case PreconditionResult::Proceed:
        planContent(plan, request, file, current, now);
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
    if (request.method() != "HEAD")
        recordWayOut(plan);
    return plan;
}

} // namespace porchlight
