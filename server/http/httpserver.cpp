// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/httpworker.h"
#include "server/http/reception.h"
#include "server/transport/acceptor.h"

#include <QDeadlineTimer>
#include <QThread>

#include <cerrno>
#include <vector>

namespace porchlight {

namespace {

constexpr int MaxDefaultWorkers = 4; // beyond, the network is the limit, and each worker costs memory
/// How long after the grace a worker may take to stop. Who takes longer hangs in a disk, for hours perhaps.
constexpr std::chrono::milliseconds StopPatience{500};

int workerCount(int wanted)
{
    return wanted > 0 ? wanted : qBound(1, QThread::idealThreadCount(), MaxDefaultWorkers);
}

/// Runs `call` in the object's thread, later.
template <typename Object, typename Call>
void post(Object *object, Call call)
{
    QMetaObject::invokeMethod(object, std::move(call), Qt::QueuedConnection);
}

} // namespace

/// The threads of one start() and what lives in them. What they report is heard only as long as it lives.
struct HttpServer::Run final : QObject
{
    struct Worker
    {
        std::unique_ptr<QThread> thread = std::make_unique<QThread>();
        HttpWorker *worker = nullptr; // dies with its thread
    };

    explicit Run(const ServerSettings &serverSettings)
        : settings(serverSettings)
    {}

    ServerSettings settings;
    std::vector<Worker> workers;
    std::unique_ptr<QThread> acceptorThread = std::make_unique<QThread>();
    Acceptor *acceptor = nullptr;   // dies with its thread
    Reception *reception = nullptr; // dies with the acceptor
    size_t readyWorkers = 0;
    size_t stoppedWorkers = 0;
    bool selfTestFailed = false;
    std::optional<ListenFailure> failure;
    std::chrono::milliseconds patience = StopPatience; // for threads to end

    ~Run() override
    {
        // The acceptor first: nothing is handed to a worker that has gone.
        acceptorThread->quit();
        acceptorThread->wait();
        if (!acceptorThread->isFinished()) // it never ran
            delete acceptor;
        for (const Worker &each : workers)
            each.thread->quit();
        const QDeadlineTimer deadline(patience);
        for (Worker &each : workers) {
            if (!each.thread->wait(deadline))
                leaveToItself(each.thread.release());
        }
    }

    /// Its thread ends when the disk lets it go, or with the process. Never deleted: a QThread says that it
    /// has finished while what lives in it is still being taken down, and its destructor would wait for that.
    static void leaveToItself(QThread *hung)
    {
        static auto &left = *new std::vector<QThread *>;
        left.push_back(hung);
    }
};

HttpServer::HttpServer(std::shared_ptr<ExchangeFeed> feed, QObject *parent)
    : QObject(parent)
    , m_feed(std::move(feed))
    , m_activity(std::make_shared<ServerActivity>(m_feed))
    , m_stopPatience(this)
{
    m_stopPatience.setSingleShot(true);
    connect(&m_stopPatience, &QTimer::timeout, this, &HttpServer::endRun);
    qRegisterMetaType<ListenFailure>();
    qRegisterMetaType<QHostAddress>();
}

HttpServer::~HttpServer() = default;

void HttpServer::start(const ServerSettings &settings, RequestHandlerFactory handlers,
                       ErrorAnswer errorAnswer)
{
    if (m_state == State::Stopping) {
        m_startAfterStop = [this, settings, handlers = std::move(handlers),
                            errorAnswer = std::move(errorAnswer)] { start(settings, handlers, errorAnswer); };
        return;
    }
    Q_ASSERT(m_state == State::Stopped);
    m_state = State::Starting;
    m_activity->begin();
    m_run = std::make_unique<Run>(settings);
    Run *run = m_run.get();

    run->acceptor =
        new Acceptor(settings.limits, m_feed.get(), settings.folder, m_activity.get(), errorAnswer,
                     [run](const AcceptedSocket &accepted) { run->reception->receive(accepted); });
    run->reception = new Reception(settings.limits, run->acceptor);
    run->acceptor->moveToThread(run->acceptorThread.get());
    connect(run->acceptorThread.get(), &QThread::finished, run->acceptor, &QObject::deleteLater);
    run->acceptorThread->setObjectName(QStringLiteral("acceptor"));
    run->acceptorThread->start();

    const int wanted = run->acceptorThread->isRunning() ? workerCount(settings.threads) : 0;
    while (int(run->workers.size()) < wanted) {
        Run::Worker &each = run->workers.emplace_back();
        each.worker = new HttpWorker(settings, m_feed, errorAnswer, handlers);
        each.worker->moveToThread(each.thread.get());
        connect(each.worker, &HttpWorker::ready, run, [this](bool passed) { workerReady(passed); });
        connect(each.worker, &HttpWorker::stopped, run, [this] { workerStopped(); });
        connect(each.worker, &HttpWorker::connectionEnded, run->acceptor, &Acceptor::release);
        connect(each.thread.get(), &QThread::started, each.worker, &HttpWorker::start);
        connect(each.thread.get(), &QThread::finished, each.worker, &QObject::deleteLater);
        each.thread->setObjectName(QStringLiteral("http worker"));
        each.thread->start();
        if (!each.thread->isRunning()) { // The system gives no more threads: go on with those there are.
            delete each.worker;
            run->workers.pop_back();
            break;
        }
        run->reception->add(each.worker);
    }
    if (run->workers.empty()) {
        run->failure = {
            .error = ListenError::Other, .port = settings.listen.port, .detail = qt_error_string(EAGAIN)};
        m_state = State::Stopping;
        post(this, [this] { endRun(); });
    }
}

void HttpServer::workerReady(bool passedSelfTest)
{
    m_run->selfTestFailed |= !passedSelfTest;
    if (++m_run->readyWorkers < m_run->workers.size())
        return;
    if (m_state == State::Stopping) // stop() came while starting
        stopWorkers();
    else if (m_run->selfTestFailed)
        fail({.error = ListenError::SelfTestFailed, .port = m_run->settings.listen.port});
    else
        listen();
}

void HttpServer::listen()
{
    post(m_run->acceptor, [this, run = m_run.get()] {
        const std::optional<ListenFailure> failure = run->acceptor->listenAt(run->settings.listen);
        const quint16 port = run->acceptor->port();
        post(this, [this, failure, port] {
            if (m_state != State::Starting)
                return;
            if (failure) {
                fail(*failure);
                return;
            }
            m_state = State::Running;
            emit started(port);
        });
    });
}

void HttpServer::fail(const ListenFailure &failure)
{
    m_run->failure = failure;
    m_state = State::Stopping;
    stopWorkers();
}

void HttpServer::stop()
{
    m_startAfterStop = nullptr;
    if (m_state == State::Stopped) {
        emit stopped();
        return;
    }
    const State before = std::exchange(m_state, State::Stopping);
    if (before == State::Stopping)
        return;
    if (m_run->readyWorkers < m_run->workers.size()) {
        // workerReady() goes on, unless the disk holds up one that starts.
        m_stopPatience.start(m_run->settings.limits.stopGrace + StopPatience);
        return;
    }
    stopWorkers();
}

void HttpServer::stopWorkers()
{
    m_stopPatience.start(m_run->settings.limits.stopGrace + StopPatience);
    post(m_run->acceptor, [this, run = m_run.get()] {
        run->acceptor->stopListening();
        for (const Run::Worker &each : run->workers)
            post(each.worker, [worker = each.worker] { worker->stop(); });
    });
}

void HttpServer::workerStopped()
{
    if (++m_run->stoppedWorkers == m_run->workers.size())
        endRun();
}

void HttpServer::endRun()
{
    m_stopPatience.stop();
    if (m_run->stoppedWorkers < m_run->workers.size()) // they had their time
        m_run->patience = std::chrono::milliseconds(20);
    const std::optional<ListenFailure> failure = m_run->failure;
    m_run.reset();
    m_state = State::Stopped;
    if (failure)
        emit failed(*failure);
    else
        emit stopped();
    if (m_state == State::Stopped && m_startAfterStop)
        std::exchange(m_startAfterStop, nullptr)();
}

} // namespace porchlight
