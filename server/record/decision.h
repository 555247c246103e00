// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/monotonic.h"

#include <QByteArray>

#include <type_traits>
#include <variant>
#include <vector>

namespace porchlight {

/// What the server decided on the way of one request, in the order it decided. Values only: the words for
/// people are made in ui/. Paths are bytes as they stand on disk, relative to the shared folder, without a
/// leading slash; sizes and offsets are bytes.
namespace decision {

struct FoundFile
{
    QByteArray path;
    qint64 size;
};
struct FoundFolder
{
    QByteArray path;
}; ///< Empty path: the shared folder itself.
struct UsedIndexPage
{
    QByteArray name;
}; ///< index.html or index.htm answers for its folder.
struct ListedFolder
{
}; ///< No index page: Porchlight made the listing.
struct MadeZip
{
}; ///< Of a folder, or of what was chosen in it.
struct TooManyZips
{
}; ///< The visitor has as many on the way as may be: 503.
struct ChoiceOutdated
{
}; ///< The folder has changed since its visitor chose from its list: 409.
struct NothingChosen
{
}; ///< A zip of nothing was asked for: 400.
struct SearchedFolder
{
}; ///< Names below it were searched.
struct MadePreview
{
}; ///< Porchlight made a page that shows the file.
struct RedirectedToFolder
{
    QByteArray location;
};
struct PathMalformed
{
}; ///< The path breaks a rule of percent-encoding or naming.
struct NothingThere
{
};
struct NameHidden
{
}; ///< A dot file, and hidden files are not shared.
struct LeavesFolder
{
}; ///< A symlink or `..` that points out of the folder.
struct NotAFile
{
}; ///< A device, socket or FIFO: never opened.
struct NotReadable
{
}; ///< The operating system denies reading.
struct ContentUnreadable
{
}; ///< Found and opened, but the disk failed before a byte was sent: 500.
struct SharedFolderGone
{
}; ///< The shared folder itself has vanished.
struct SystemBusy
{
}; ///< Out of descriptors or memory: 503.
struct MethodNotOffered
{
};
struct OptionsAnswered
{
};
struct ETagMatched
{
}; ///< If-None-Match names the current version: 304.
struct UnchangedSince
{
}; ///< If-Modified-Since: not changed: 304.
struct PreconditionFailed
{
}; ///< If-Match or If-Unmodified-Since: 412.
struct RangeTaken
{
    qint64 first, last, size;
}; ///< Inclusive, as in Content-Range.
struct RangesTaken
{
    int count;
    qint64 size;
}; ///< multipart/byteranges
struct RangeIgnored
{
}; ///< Malformed, too many, wasteful, or If-Range did not match.
struct RangeUnsatisfiable
{
    qint64 size;
};
struct Sandboxed
{
}; ///< Runs scripts, and the share is no website: the browser keeps it apart from everything else here.
struct OwnAsset
{
}; ///< Porchlight's own: its pages' stylesheet or icon.
struct ShowedAlbum
{
    int items;
}; ///< A page of photos, made of what the photo index knew.
struct SmallerCopy
{
    qint64 size;
}; ///< A smaller copy of the picture, or a still of the video, without its metadata.
struct PictureUnreadable
{
}; ///< No smaller copy can be made of it: a drawing says so.
struct LocationRemoved
{
}; ///< The original, without the place where it was taken.
struct LocationNotRemovable
{
}; ///< It may tell where it was taken, and could not be looked through: 403.
struct OwnNotFoundPage
{
    QByteArray name;
}; ///< The website's own page for what is not there.
struct AppPage
{
    QByteArray name;
}; ///< The page of a single-page app answers for a path that is not there.
struct StatusTold
{
}; ///< The server's figures, to a visitor on this computer.
struct HostNotOurs
{
    QByteArray host;
}; ///< Host is no name or address of this computer, where only those are answered: 421.
struct CrossSite
{
}; ///< Another website asked for what is only for this computer: 403.
struct Compressed
{
    QByteArray coding; ///< As Content-Encoding names it.
    qint64 from;       ///< -1: a page that was made while it was sent.
    qint64 to;         ///< -1: compressed while it was sent.
};
struct ReadyMadeTaken
{
    QByteArray path;
    qint64 from, to;
}; ///< The compressed form that lies beside the file: "app.js.br".
struct SentBySendfile
{
};
struct SentFromMemory
{
};
struct SentAsStream
{
}; ///< Produced while it was sent (a long listing).

// A lesson changed what would have happened otherwise.
struct ValidatorsDropped
{
}; ///< The lesson's "caching off": the request's If-… fields were set aside.
struct HeldAtDoor
{
}; ///< It waits for the teacher, until one of the next three.
struct LetIn
{
}; ///< The teacher let it go on as it is, now or later.
struct AnsweredByTeacher
{
    int status;
}; ///< The teacher chose the answer.
struct PassedFullDoor
{
}; ///< As many waited at the door as may: this one went by.
struct SlowedDown
{
    qint64 milliseconds;
}; ///< The lesson waited on purpose.

// What an app (the demo site) did.
struct AskedDatabase
{
    QByteArray what;
    int rows;
};
struct WroteDatabase
{
    QByteArray what;
};
struct MadeByApp
{
    QByteArray what;
}; ///< A page or other content, made for this request.
struct RefusedByApp
{
    QByteArray why;
}; ///< The app's own rules: a form that was filled in wrongly, a token that is not the visitor's.
struct OpenedEventStream
{
}; ///< The answer stays open, and events follow (server-sent events).

} // namespace decision

using AnyDecision = std::variant<
    decision::FoundFile, decision::FoundFolder, decision::UsedIndexPage, decision::ListedFolder,
    decision::MadeZip, decision::TooManyZips, decision::ChoiceOutdated, decision::NothingChosen,
    decision::SearchedFolder, decision::MadePreview, decision::RedirectedToFolder, decision::PathMalformed,
    decision::NothingThere, decision::NameHidden, decision::LeavesFolder, decision::NotAFile,
    decision::NotReadable, decision::ContentUnreadable, decision::SharedFolderGone, decision::SystemBusy,
    decision::MethodNotOffered, decision::OptionsAnswered, decision::ETagMatched, decision::UnchangedSince,
    decision::PreconditionFailed, decision::RangeTaken, decision::RangesTaken, decision::RangeIgnored,
    decision::RangeUnsatisfiable, decision::Sandboxed, decision::OwnAsset, decision::ShowedAlbum,
    decision::SmallerCopy, decision::PictureUnreadable, decision::LocationRemoved,
    decision::LocationNotRemovable, decision::OwnNotFoundPage, decision::AppPage, decision::StatusTold,
    decision::HostNotOurs, decision::CrossSite, decision::Compressed, decision::ReadyMadeTaken,
    decision::SentBySendfile, decision::SentFromMemory, decision::SentAsStream, decision::ValidatorsDropped,
    decision::HeldAtDoor, decision::LetIn, decision::AnsweredByTeacher, decision::PassedFullDoor,
    decision::SlowedDown, decision::AskedDatabase, decision::WroteDatabase, decision::MadeByApp,
    decision::RefusedByApp, decision::OpenedEventStream>;

/// One decision, and when it was made.
struct Decision : AnyDecision
{
    template <typename T>
    requires(!std::is_base_of_v<AnyDecision, std::remove_cvref_t<T>> &&
             std::is_constructible_v<AnyDecision, T>) Decision(T &&what)
        : AnyDecision(std::forward<T>(what))
        , at(monotonicNow())
    {}
    // Made in one place: what a variant of so many alternatives needs to be copied takes a compiler seconds.
    Decision(const Decision &other);
    Decision(Decision &&other) noexcept;
    Decision &operator=(const Decision &other);
    Decision &operator=(Decision &&other) noexcept;
    ~Decision();

    qint64 at; ///< monotonicNow(); in an Exchange nanoseconds since Phase::Accepted.
};

using Decisions = std::vector<Decision>;

} // namespace porchlight
