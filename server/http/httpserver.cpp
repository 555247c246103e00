// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/httpworker.h"
#include "server/transport/acceptor.h"

#include <QThread>

#include <vector>

namespace porchlight {

namespace {

constexpr int MaxDefaultWorkers = 4; // beyond, the network is the limit, and each worker costs memory

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

/// The threads of one start() and what lives in them.
struct HttpServer::Run
{
    struct Worker
    {
        std::unique_ptr<QThread> thread = std::make_unique<QThread>();
        HttpWorker *worker = nullptr; // dies with its thread
    };

    ServerSettings settings;
    std::vector<Worker> workers;
    std::unique_ptr<QThread> acceptorThread = std::make_unique<QThread>();
    Acceptor *acceptor = nullptr; // dies with its thread
    size_t nextWorker = 0;        // acceptor thread
    size_t readyWorkers = 0;
    size_t stoppedWorkers = 0;
    bool selfTestFailed = false;
    std::optional<ListenFailure> failure;

    ~Run()
    {
        // The acceptor first: nothing is handed to a worker that has gone.
        for (QThread *thread : threads()) {
            thread->quit();
            thread->wait();
        }
    }

    std::vector<QThread *> threads() const
    {
        std::vector<QThread *> all{acceptorThread.get()};
        for (const Worker &worker : workers)
            all.push_back(worker.thread.get());
        return all;
    }
};

HttpServer::HttpServer(std::shared_ptr<ExchangeFeed> feed, QObject *parent)
    : QObject(parent)
    , m_feed(std::move(feed))
    , m_activity(std::make_shared<ServerActivity>(m_feed))
{
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
    m_run = std::make_unique<Run>();
    Run *run = m_run.get();
    run->settings = settings;

    run->acceptor = new Acceptor(
        settings.limits, m_feed.get(), m_activity.get(), errorAnswer, [run](const AcceptedSocket &accepted) {
            HttpWorker *worker = run->workers[run->nextWorker++ % run->workers.size()].worker;
            post(worker, [worker, accepted] { worker->adopt(accepted); });
        });
    run->acceptor->moveToThread(run->acceptorThread.get());
    connect(run->acceptorThread.get(), &QThread::finished, run->acceptor, &QObject::deleteLater);
    run->acceptorThread->setObjectName(QStringLiteral("acceptor"));
    run->acceptorThread->start();

    run->workers.resize(size_t(workerCount(settings.threads)));
    for (Run::Worker &each : run->workers) {
        each.worker = new HttpWorker(settings.limits, m_feed, errorAnswer, handlers);
        each.worker->moveToThread(each.thread.get());
        connect(each.worker, &HttpWorker::ready, this, &HttpServer::workerReady);
        connect(each.worker, &HttpWorker::stopped, this, &HttpServer::workerStopped);
        connect(each.worker, &HttpWorker::connectionEnded, run->acceptor, &Acceptor::release);
        connect(each.thread.get(), &QThread::started, each.worker, &HttpWorker::start);
        connect(each.thread.get(), &QThread::finished, each.worker, &QObject::deleteLater);
        each.thread->setObjectName(QStringLiteral("http worker"));
        each.thread->start();
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
    if (m_run->readyWorkers < m_run->workers.size())
        return; // workerReady() goes on
    stopWorkers();
}

void HttpServer::stopWorkers()
{
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
