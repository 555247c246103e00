// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/photos/thumbnailers.h"

#include "server/photos/thumbnailerprocess.h"
#include "server/photos/unfinishedfile.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>

#include <sys/eventfd.h>
#include <unistd.h>

namespace porchlight {

using namespace std::chrono_literals;
using Outcome = PictureResult::Outcome;
using Done = std::function<void(PictureResult)>;

namespace {

/// A slow disk, then a large photo on a slow machine: 15 s of processor time are the process's own limit.
constexpr auto MaxJobTime = 20s;
/// Processes without work end, and give their memory back.
constexpr auto MaxIdleTime = 60s;

Outcome outcomeOf(picturemessage::Outcome outcome)
{
    switch (outcome) {
    case picturemessage::Outcome::Done:
        return Outcome::Done;
    case picturemessage::Outcome::NotAPicture:
        return Outcome::NotAPicture;
    case picturemessage::Outcome::TooLarge:
        return Outcome::TooLarge;
    case picturemessage::Outcome::WriteFailed:
        return Outcome::CacheFailed;
    case picturemessage::Outcome::Broken:
        break;
    }
    return Outcome::Broken; // also whatever else a process that was taken over says
}

Outcome outcomeOf(ThumbnailerProcess::NoReply reason)
{
    switch (reason) {
    case ThumbnailerProcess::NoReply::NotTaken:
        return Outcome::NotStarted;
    case ThumbnailerProcess::NoReply::Died:
        return Outcome::HelperDied;
    case ThumbnailerProcess::NoReply::TimedOut:
        return Outcome::TimedOut;
    case ThumbnailerProcess::NoReply::Stopped:
        return Outcome::Cancelled;
    }
    return Outcome::HelperDied;
}

} // namespace

/// What waits and what is being done, for all threads.
class Thumbnailers::Queue final
{
public:
    struct Waiting
    {
        Ticket ticket = 0;
        PictureJob job;
        Done done;
    };

    Queue()
        : m_stop(::eventfd(0, EFD_CLOEXEC))
    {}
    ~Queue() { ::close(m_stop); }
    Q_DISABLE_COPY_MOVE(Queue)

    /// Readable from stop() on.
    int stopDescriptor() const { return m_stop; }

    Ticket add(PictureJob job, Priority priority, Done done)
    {
        const std::lock_guard lock(m_mutex);
        queueOf(priority).push_back({++m_lastTicket, std::move(job), std::move(done)});
        m_wake.notify_one();
        return m_lastTicket;
    }

    bool join(Ticket ticket, const PictureJob &other)
    {
        const std::lock_guard lock(m_mutex);
        for (auto *queue : {&m_looked, &m_background}) {
            const auto found = std::ranges::find(*queue, ticket, &Waiting::ticket);
            if (found == queue->end())
                continue;
            for (QByteArray PictureJob::*path :
                 {&PictureJob::tilePath, &PictureJob::tile2Path, &PictureJob::screenPath}) {
                if ((found->job.*path).isEmpty())
                    found->job.*path = other.*path;
            }
            return true;
        }
        return false;
    }

    bool cancel(Ticket ticket)
    {
        const std::lock_guard lock(m_mutex);
        const auto isIt = [&](const Waiting &waiting) { return waiting.ticket == ticket; };
        return std::erase_if(m_looked, isIt) + std::erase_if(m_background, isIt) > 0;
    }

    /// The next job, waited for as long as `idle` is not called for; nothing when all ends. `idle` is called
    /// once, after MaxIdleTime without a job.
    std::optional<Waiting> take(const std::function<void()> &idle)
    {
        std::unique_lock lock(m_mutex);
        const auto isWork = [this] { return m_stopped || !m_looked.empty() || !m_background.empty(); };
        if (!m_wake.wait_for(lock, MaxIdleTime, isWork)) {
            lock.unlock();
            idle();
            lock.lock();
            m_wake.wait(lock, isWork);
        }
        if (m_stopped)
            return std::nullopt;
        auto &queue = m_looked.empty() ? m_background : m_looked;
        Waiting next = std::move(queue.front());
        queue.pop_front();
        return next;
    }

    void stop()
    {
        std::deque<Waiting> left;
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
            left = std::move(m_looked);
            std::ranges::move(m_background, std::back_inserter(left));
            m_looked.clear();
            m_background.clear();
        }
        ::eventfd_write(m_stop, 1);
        m_wake.notify_all();
        for (const Waiting &waiting : left)
            waiting.done(PictureResult());
    }

private:
    std::deque<Waiting> &queueOf(Priority priority)
    {
        return priority == Priority::Looked ? m_looked : m_background;
    }

    const int m_stop;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_looked;
    std::deque<Waiting> m_background;
    Ticket m_lastTicket = 0;
    bool m_stopped = false;
};

/// A thread that feeds a process of its own.
class Thumbnailers::Feeder final
{
public:
    Feeder(Queue &queue, QByteArray program)
        : m_queue(queue)
        , m_program(std::move(program))
        , m_thread([this] { run(); })
    {}
    ~Feeder() { m_thread.join(); }
    Q_DISABLE_COPY_MOVE(Feeder)

private:
    void run()
    {
        while (auto next = m_queue.take([this] { m_process.reset(); }))
            next->done(work(next->job));
        m_process.reset();
    }

    PictureResult work(const PictureJob &job)
    {
        auto request = picturemessage::requestFor(job.name);
        const auto source = job.open();
        if (!source)
            return {Outcome::Gone};
        std::vector<int> descriptors{source->descriptor()};
        std::deque<UnfinishedFile> copies;
        const std::array paths{&job.tilePath, &job.tile2Path, &job.screenPath};
        for (size_t i = 0; i < paths.size(); ++i) {
            if (paths[i]->isEmpty())
                continue;
            request.wanted[i] = true;
            descriptors.push_back(copies.emplace_back(*paths[i]).descriptor());
        }
        if (std::ranges::any_of(descriptors, [](int descriptor) { return descriptor < 0; }))
            return {Outcome::CacheFailed};

        const auto answer = ask(request, descriptors);
        const auto *reply = std::get_if<picturemessage::Reply>(&answer);
        if (!reply)
            return {outcomeOf(std::get<ThumbnailerProcess::NoReply>(answer))};
        PictureResult result{outcomeOf(reply->outcome), picturemessage::factsOf(*reply)};
        if (result.outcome != Outcome::Done || !reply->copied)
            return result;
        result.isCopied = std::ranges::all_of(copies, [](UnfinishedFile &copy) { return copy.finish(); });
        if (!result.isCopied)
            result.outcome = Outcome::CacheFailed;
        return result;
    }

    /// A process that ended between two jobs is the matter of neither: the next one gets a new process.
    std::variant<picturemessage::Reply, ThumbnailerProcess::NoReply>
    ask(const picturemessage::Request &request, std::span<const int> descriptors)
    {
        for (bool isNew = false;; isNew = true) {
            if (!m_process || !m_process->isRunning()) {
                m_process = std::make_unique<ThumbnailerProcess>(m_program);
                isNew = true;
            }
            auto answer = m_process->ask(request, descriptors, MaxJobTime, m_queue.stopDescriptor());
            const auto *reason = std::get_if<ThumbnailerProcess::NoReply>(&answer);
            if (isNew || !reason || *reason != ThumbnailerProcess::NoReply::NotTaken)
                return answer;
        }
    }

    Queue &m_queue;
    const QByteArray m_program;
    std::unique_ptr<ThumbnailerProcess> m_process;
    std::thread m_thread;
};

Thumbnailers::Thumbnailers(const QString &program, int processes)
    : m_program(QFile::encodeName(program))
    , m_processes(size_t(processes))
    , m_queue(std::make_unique<Queue>())
{}

Thumbnailers::~Thumbnailers()
{
    m_queue->stop();
}

Thumbnailers::Ticket Thumbnailers::submit(PictureJob job, Priority priority, Done done)
{
    return !isFed() ? 0 : m_queue->add(std::move(job), priority, std::move(done));
}

bool Thumbnailers::isFed()
{
    const std::lock_guard lock(m_mutex);
    if (m_feeders.size() < m_processes) {
        try {
            m_feeders.push_back(std::make_unique<Feeder>(*m_queue, m_program));
        } catch (const std::system_error &) {
            // No more threads: those that run do it all, and the next job tries again.
        }
    }
    return !m_feeders.empty();
}

bool Thumbnailers::join(Ticket ticket, const PictureJob &other)
{
    return m_queue->join(ticket, other);
}

bool Thumbnailers::cancel(Ticket ticket)
{
    return m_queue->cancel(ticket);
}

} // namespace porchlight
