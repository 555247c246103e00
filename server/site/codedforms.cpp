// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/codedforms.h"

#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace porchlight {
namespace {

/// RFC 1952 §2.3.1: a member ends with the length of what it was made of, modulo 2^32. So one of something
/// else that merely has the name, or one that is still being written, is not taken.
bool isGzipOf(const StoredFile &coded, const StoredFile &original)
{
    constexpr qint64 LeastMember = 18;
    std::array<uchar, 2> magic{};
    std::array<uchar, 4> length{};
    const int descriptor = coded.file->descriptor();
    return coded.size >= LeastMember && ::pread(descriptor, magic.data(), magic.size(), 0) == 2 &&
           ::pread(descriptor, length.data(), length.size(), coded.size - 4) == 4 && magic[0] == 0x1f &&
           magic[1] == 0x8b && qFromLittleEndian<quint32>(length.data()) == quint32(original.size);
}

/// Whether the original came long after: an earlier version put back has an older time of modification than
/// what was made of the later one, but not of change, which nobody can set.
bool wasPutBack(const StoredFile &coded, const StoredFile &original)
{
    constexpr time_t Deployment = 60; // copies files in any order, seconds
    struct stat ofCoded;
    struct stat ofOriginal;
    return ::fstat(coded.file->descriptor(), &ofCoded) != 0 ||
           ::fstat(original.file->descriptor(), &ofOriginal) != 0 ||
           ofOriginal.st_ctim.tv_sec > ofCoded.st_ctim.tv_sec + Deployment;
}

std::optional<StoredFile> readyMadeBeside(const StoredFile &original, const SharedFolder &folder,
                                          ContentCoding coding)
{
    const char *const ending = coding == ContentCoding::Gzip ? ".gz" : ".br";
    Resolution beside = folder.resolve({(original.path + ending).split('/'), false, {}});
    auto *coded = std::get_if<resolved::File>(&beside);
    // Empty is no content in any coding: somebody is writing it just now.
    if (!coded || coded->file.size == 0 || coded->file.modifiedNs < original.modifiedNs)
        return std::nullopt;
    if (wasPutBack(coded->file, original))
        return std::nullopt;
    if (coding == ContentCoding::Gzip && !isGzipOf(coded->file, original))
        return std::nullopt;
    return std::move(coded->file);
}

} // namespace

std::vector<Representation> codedForms(const Representation &original, const SharedFolder &folder,
                                       const AcceptedCodings &accepted)
{
    std::vector<Representation> forms;
    if (original.varyFields.isEmpty())
        return forms;
    for (const ContentCoding coding : {ContentCoding::Brotli, ContentCoding::Gzip}) {
        if (!accepted.accepts(coding))
            continue;
        if (auto ready = readyMadeBeside(original.file, folder, coding))
            forms.push_back(representCoded(original, coding, std::move(ready)));
    }
    if (ContentCoder::takes(original.file)) {
        for (const ContentCoding coding : codingsMadeHere()) {
            if (accepted.accepts(coding))
                forms.push_back(representCoded(original, coding));
        }
    }
    return forms;
}

ResponsePlan planSelectedForm(const RequestHead &request, const Representation &original,
                              const std::vector<Representation> *known, const SharedFolder &folder,
                              const ContentCoder &coder)
{
    if (original.varyFields.isEmpty())
        return planFile(request, original);
    const auto field = request.field("Accept-Encoding");
    if (!field || request.hasField("Range"))
        return planFile(request, original);

    const AcceptedCodings accepted(*field);
    std::vector<Representation> found;
    if (!known) {
        found = codedForms(original, folder, accepted);
        known = &found;
    }
    QVarLengthArray<ContentCoding, 4> offered;
    for (const Representation &form : *known)
        offered.append(form.coding);
    const auto selected = std::ranges::find(*known, accepted.choose(offered), &Representation::coding);
    if (selected != known->end()) {
        if (auto plan = planCodedFile(request, *selected, coder))
            return *std::move(plan);
    }
    return planFile(request, original);
}

} // namespace porchlight
