// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/codedforms.h"

#include <QVarLengthArray>

#include <algorithm>

namespace porchlight {
namespace {

std::optional<StoredFile> readyMadeBeside(const StoredFile &original, const SharedFolder &folder,
                                          const char *ending)
{
    Resolution beside = folder.resolve({(original.path + ending).split('/'), false, {}});
    auto *coded = std::get_if<resolved::File>(&beside);
    // Empty is no content in any coding: somebody is writing it just now.
    if (!coded || coded->file.size == 0 || coded->file.modifiedNs < original.modifiedNs)
        return std::nullopt;
    return std::move(coded->file);
}

} // namespace

std::vector<Representation> codedForms(const Representation &original, const SharedFolder &folder,
                                       const AcceptedCodings &accepted)
{
    using Ready = std::pair<ContentCoding, const char *>;
    std::vector<Representation> forms;
    if (original.varyFields.isEmpty())
        return forms;
    for (const auto &[coding, ending] :
         {Ready{ContentCoding::Brotli, ".br"}, Ready{ContentCoding::Gzip, ".gz"}}) {
        if (!accepted.accepts(coding))
            continue;
        if (auto ready = readyMadeBeside(original.file, folder, ending))
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
