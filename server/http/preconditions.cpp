// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/preconditions.h"

#include "server/transport/httpdate.h"

#include <algorithm>
#include <chrono>

namespace porchlight {

namespace {

bool ifMatchHolds(QByteArrayView field, const EntityTag &current)
{
    const EntityTagList list = parseEntityTags(field);
    return list.any || list.containsStrongly(current);
}

bool ifNoneMatchHolds(QByteArrayView field, const EntityTag &current)
{
    // What a browser sends: the one tag it was given.
    if (field.size() == current.opaque.size() + 2 && field.startsWith('"') && field.endsWith('"') &&
        field.sliced(1, current.opaque.size()) == current.opaque)
        return false;
    const EntityTagList list = parseEntityTags(field);
    return !list.any && !list.containsWeakly(current);
}

bool changedSince(QByteArrayView field, const Validators &current, qint64 now, bool whenInvalid)
{
    const auto date = parseHttpDate(field, now);
    // The clock was set back, and both lie ahead: what Last-Modified was capped to tells nothing.
    if (date && *date > now && current.lastModified >= now)
        return true;
    return date ? current.lastModified > *date : whenInvalid;
}

bool ifRangeHolds(QByteArrayView field, const Validators &current, qint64 now)
{
    if (const auto tag = parseEntityTag(field))
        return matchesStrongly(*tag, current.entityTag);
    // RFC 9110 §8.8.2.2: a date is a strong validator only once its second is over: until then the file may
    // change again without changing the date.
    return parseHttpDate(field, now) == current.lastModified && current.lastModified < now;
}

} // namespace

Validators validatorsOf(const StoredFile &file, qint64 now)
{
    using namespace std::chrono;
    const qint64 modified = floor<seconds>(nanoseconds{file.modifiedNs}).count();
    return {fileEntityTag(file.size, file.modifiedNs, file.inode), std::min(modified, now)};
}

PreconditionResult evaluatePreconditions(const RequestHead &request, const Validators &current, qint64 now)
{
    if (const auto ifMatch = request.field("If-Match")) {
        if (!ifMatchHolds(*ifMatch, current.entityTag))
            return PreconditionResult::Failed;
    } else if (const auto ifUnmodifiedSince = request.field("If-Unmodified-Since")) {
        if (changedSince(*ifUnmodifiedSince, current, now, false))
            return PreconditionResult::Failed;
    }
    if (const auto ifNoneMatch = request.field("If-None-Match")) {
        if (!ifNoneMatchHolds(*ifNoneMatch, current.entityTag))
            return PreconditionResult::ETagMatched;
    } else if (const auto ifModifiedSince = request.field("If-Modified-Since")) {
        if (!changedSince(*ifModifiedSince, current, now, true))
            return PreconditionResult::UnchangedSince;
    }
    return PreconditionResult::Proceed;
}

PreconditionResult evaluatePreconditions(const RequestHead &request)
{
    const auto ifMatch = request.field("If-Match");
    if (ifMatch && !parseEntityTags(*ifMatch).any)
        return PreconditionResult::Failed;
    const auto ifNoneMatch = request.field("If-None-Match");
    return ifNoneMatch && parseEntityTags(*ifNoneMatch).any ? PreconditionResult::ETagMatched
                                                            : PreconditionResult::Proceed;
}

bool rangeApplies(const RequestHead &request, const Validators &current, qint64 now)
{
    if (request.method() != "GET")
        return false;
    const auto ifRange = request.field("If-Range");
    return !ifRange || ifRangeHolds(*ifRange, current, now);
}

} // namespace porchlight
