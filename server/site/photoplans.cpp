// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/site/photoplans.h"

#include "server/http/fileanswer.h"
#include "server/http/preconditions.h"
#include "server/http/replacedcontent.h"
#include "server/site/codedpage.h"
#include "server/site/errorpage.h"
#include "server/site/sharedphotos.h"
#include "server/site/siteplans.h"

#include <QDateTime>

#include <utility>

namespace porchlight {
namespace {

/// Grey, with the outline of a picture torn in two.
constexpr char Placeholder[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"320\" viewBox=\"0 0 480 320\">"
    "<rect width=\"480\" height=\"320\" fill=\"#8a857c\"/><g fill=\"none\" stroke=\"#fff\" "
    "stroke-width=\"6\" "
    "stroke-linejoin=\"round\"><path d=\"M225 100H160v120h70l-18-30 22-28-20-26zM255 100h65v120h-60l-18-30 "
    "22-28-20-26z\"/></g></svg>";

class Promise : public PendingAnswer
{
public:
    explicit Promise(std::shared_ptr<PhotoLibrary> photos)
        : m_photos(std::move(photos))
    {}
    ~Promise() override { m_photos->forget(m_ticket); }

protected:
    const std::shared_ptr<PhotoLibrary> m_photos;
    PhotoLibrary::Ticket m_ticket = 0;
};

class PromisedAlbum final : public Promise
{
public:
    PromisedAlbum(std::shared_ptr<PhotoLibrary> photos, std::shared_ptr<const Listing> listing,
                  AlbumWish wish, std::function<ResponsePlan(std::shared_ptr<const Album>)> render)
        : Promise(std::move(photos))
        , m_listing(std::move(listing))
        , m_wish(std::move(wish))
        , m_render(std::move(render))
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_ticket = m_photos->album(
            std::move(m_wish), [give = std::move(give), render = std::move(m_render)](
                                   std::shared_ptr<const Album> album) { give(render(std::move(album))); });
    }

private:
    const std::shared_ptr<const Listing> m_listing; // whose names the wish holds: they count while it waits
    AlbumWish m_wish;
    std::function<ResponsePlan(std::shared_ptr<const Album>)> m_render;
};

struct CopyTerms
{
    QByteArray entityTag;
    bool neverChanges = false;
    bool isGet = true;

    QByteArray cacheControl() const
    {
        return neverChanges ? "private, max-age=31536000, immutable" : "no-cache";
    }
};

ResponsePlan copySent(const ReadyCopy &copy, const CopyTerms &terms)
{
    ResponsePlan plan;
    plan.fields.add("X-Content-Type-Options", "nosniff");
    if (!copy.file) {
        plan.fields.add("Content-Type", "image/svg+xml");
        plan.fields.add("Cache-Control", "no-store"); // the next try may go better
        plan.fields.add("Content-Security-Policy", "default-src 'none'");
        plan.body = Body(QByteArray(Placeholder));
        plan.decisions.push_back(decision::PictureUnreadable{});
        return plan;
    }
    plan.fields.add("Content-Type", "image/jpeg");
    plan.fields.add("ETag", terms.entityTag);
    plan.fields.add("Cache-Control", terms.cacheControl());
    plan.body = Body(FileSlice{copy.file, 0, copy.size});
    plan.decisions.push_back(decision::SmallerCopy{copy.size});
    if (terms.isGet)
        plan.decisions.push_back(decision::SentFromMemory{});
    return plan;
}

class PromisedCopy final : public Promise
{
public:
    PromisedCopy(std::shared_ptr<PhotoLibrary> photos, CopyWish wish, CopyTerms terms)
        : Promise(std::move(photos))
        , m_wish(std::move(wish))
        , m_terms(std::move(terms))
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_ticket =
            m_photos->copy(std::move(m_wish), [give = std::move(give), terms = m_terms](
                                                  const ReadyCopy &copy) { give(copySent(copy, terms)); });
    }
    /// A browser that skips a photo only says that it sends no more, and others wait for their copies.
    bool endsWithVisitor() const override { return true; }

private:
    CopyWish m_wish;
    const CopyTerms m_terms;
};

class PromisedOriginal final : public PendingAnswer
{
public:
    PromisedOriginal(std::shared_ptr<KnownLocations> locations, StoredFile file,
                     std::function<ResponsePlan(const LocationBlanks &)> render)
        : m_locations(std::move(locations))
        , m_file(std::move(file))
        , m_render(std::move(render))
    {}
    void start(std::function<void(ResponsePlan)> give) override
    {
        m_wait = m_locations->look(std::move(m_file),
                                   [give = std::move(give), render = std::move(m_render)](
                                       const KnownLocations::Found &found) { give(render(*found)); });
    }

private:
    const std::shared_ptr<KnownLocations> m_locations;
    StoredFile m_file;
    std::function<ResponsePlan(const LocationBlanks &)> m_render;
    KnownLocations::Wait m_wait;
};

} // namespace

std::optional<CopySize> copySizeOf(QByteArrayView parameter)
{
    if (parameter == QByteArrayView("tile"))
        return CopySize::Tile;
    if (parameter == QByteArrayView("tile2"))
        return CopySize::Tile2;
    if (parameter == QByteArrayView("screen"))
        return CopySize::Screen;
    return std::nullopt;
}

ResponsePlan copyPlan(const RequestHead &request, const StoredFile &original, CopySize size,
                      const std::optional<QByteArray> &version, const std::shared_ptr<PhotoLibrary> &photos)
{
    const QByteArray current =
        photoVersion(original.path, original.size, original.modifiedNs, original.inode);
    const EntityTag tag{current + '-' + QByteArray::number(int(size)), false};
    const CopyTerms terms{tag.toField(), version == current, request.method() == "GET"};

    ResponsePlan plan;
    plan.decisions.push_back(decision::FoundFile{original.path, original.size});
    const Validators validators{tag, original.modifiedNs / 1'000'000'000};
    switch (evaluatePreconditions(request, validators, QDateTime::currentSecsSinceEpoch())) {
    case PreconditionResult::ETagMatched:
    case PreconditionResult::UnchangedSince:
        plan.status = 304;
        plan.fields = {{"ETag", terms.entityTag}, {"Cache-Control", terms.cacheControl()}};
        plan.decisions.push_back(decision::ETagMatched{});
        return plan;
    case PreconditionResult::Failed:
        return pagePlan(412, decision::PreconditionFailed{}, pageLanguage(request));
    case PreconditionResult::Proceed:
        break;
    }
    if (const ReadyCopy ready = photos->ready(current, size); ready.file) {
        Decisions before = std::move(plan.decisions);
        plan = copySent(ready, terms);
        plan.decisions.insert(plan.decisions.begin(), before.begin(), before.end());
        return plan;
    }
    plan.pending = std::make_unique<PromisedCopy>(photos, CopyWish{original.path, current, size}, terms);
    return plan;
}

ResponsePlan albumPlan(const std::shared_ptr<const Listing> &listing, bool newestFirst,
                       const QHostAddress &visitor, const std::shared_ptr<PhotoLibrary> &photos,
                       std::function<ResponsePlan(std::shared_ptr<const Album>)> render)
{
    AlbumWish wish;
    wish.shareName = listing->shareName;
    wish.folder = listing->folder;
    wish.files = photoFiles(listing->entries);
    wish.truncated = listing->truncated;
    wish.newestFirst = newestFirst;
    wish.visitor = visitor;
    ResponsePlan plan;
    plan.pending = std::make_unique<PromisedAlbum>(photos, listing, std::move(wish), std::move(render));
    return plan;
}

std::optional<ResponsePlan> planWithoutLocation(const RequestHead &request, const Representation &original,
                                                const LocationBlanks &blanks)
{
    const auto *places = std::get_if<Replacements>(&blanks);
    if (!places && std::get<LocationKept>(blanks) == LocationKept::NotUnderstood) {
        ResponsePlan plan = pagePlan(403, decision::LocationNotRemovable{});
        plan.body = Body(locationPage(pageLanguage(request)));
        return plan;
    }
    if (!places)
        return std::nullopt;
    Representation changed = representChanged(original, "-p");
    changed.file.content = {};
    ResponsePlan plan = planFile(request, changed);
    plan.body =
        withReplacedContent(std::move(plan.body), changed.file, withoutLocation(changed.file, *places));
    if (plan.status == 200 || plan.status == 206)
        plan.decisions.push_back(decision::LocationRemoved{});
    return plan;
}

ResponsePlan lookedThroughPlan(const std::shared_ptr<KnownLocations> &locations, const StoredFile &file,
                               std::function<ResponsePlan(const LocationBlanks &)> render)
{
    ResponsePlan plan;
    plan.pending = std::make_unique<PromisedOriginal>(locations, file, std::move(render));
    return plan;
}

PhotoTally photoTally(const std::vector<FolderEntry> &entries)
{
    std::vector<QByteArrayView> names;
    for (const FolderEntry &entry : entries) {
        if (!entry.isFolder)
            names.push_back(entry.name);
    }
    return photoTally(names);
}

} // namespace porchlight
