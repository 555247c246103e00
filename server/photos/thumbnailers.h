// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metadata/picturefacts.h"
#include "server/transport/body.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace porchlight {

/// The smaller copies of a picture: 480, 960 and 2048 pixels on the longer side, never more than the
/// original.
enum class CopySize : quint8 { Tile, Tile2, Screen };

/// A picture or video to be read, and the copies wanted of it; none: the facts only.
struct PictureJob
{
    /// Called in a thread of Thumbnailers' own, when its turn has come: of all that wait none is open.
    std::function<std::shared_ptr<const OpenFile>()> open;
    QByteArray name; ///< For its ending.
    /// Absolute paths of JPEG files to make; they appear whole or not at all. Empty: not wanted.
    QByteArray tilePath;
    QByteArray tile2Path;
    QByteArray screenPath;
};

struct PictureResult
{
    enum class Outcome : quint8 {
        Done,
        NotAPicture, ///< No format that is known.
        TooLarge,    ///< More pixels than are decoded.
        Broken,      ///< Its bytes are not what its format asks for.
        HelperDied,  ///< The process that decodes ended at it.
        Gone,        ///< There is nothing to open any more.
        NotStarted,  ///< No process could be started: nothing is said of the picture.
        TimedOut,
        CacheFailed, ///< A copy could not be written.
        Cancelled,   ///< Thumbnailers ended before it was done.
    };
    Outcome outcome = Outcome::Cancelled;
    PictureFacts facts; ///< As far as they were read.
    bool isCopied =
        false; ///< Each copy that was wanted is there; never of a video that no poster can be made of.
};

/// Reads and shrinks pictures in processes of its own (porchlight-thumbnailer), because pictures come from
/// strangers: what breaks a process costs that picture alone. Thread-safe.
class Thumbnailers final
{
public:
    enum class Priority : quint8 { Looked, Background };
    using Ticket = quint64;

    /// Runs `program` in so many processes, each with a thread of its own; they begin as jobs come.
    Thumbnailers(const QString &program, int processes);
    /// Answers everything left with Cancelled, what waits from this very thread, and ends and reaps the
    /// processes, within a second.
    ~Thumbnailers();
    Q_DISABLE_COPY_MOVE(Thumbnailers)

    /// `done` is called once, in a thread of Thumbnailers' own, unless cancel() gives the job up; it must not
    /// block. The caller bounds how many wait. 0: the system gives no thread; this one is not taken and
    /// `done` is not called.
    Ticket submit(PictureJob job, Priority priority, std::function<void(PictureResult)> done);
    /// Has one job make what another would of the same picture, too, from one decode: true, if it waits
    /// still.
    bool join(Ticket ticket, const PictureJob &other);
    /// Gives a job up while it waits: true, and it is never answered. One that is being done goes on.
    bool cancel(Ticket ticket);

private:
    class Queue;
    class Feeder;
    bool isFed();

    const QByteArray m_program;
    const size_t m_processes;
    const std::unique_ptr<Queue> m_queue;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Feeder>> m_feeders;
};

} // namespace porchlight
