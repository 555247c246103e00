// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpworker.h"

#include "server/http/handoff.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QHttpServerConfiguration>
#endif

#include <array>
#include <csignal>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace porchlight {

namespace {

/// sendfile(2) to a visitor who has left raises SIGPIPE and has no flag against it. Blocked in this thread
/// only.
void blockSigpipe()
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace

HttpWorker::HttpWorker(const ServerSettings &settings, std::shared_ptr<ExchangeFeed> feed,
                       ErrorAnswer errorAnswer, RequestHandlerFactory handlers)
    : m_feed(std::move(feed))
    , m_queue(m_feed->addQueue(settings.folder))
    , m_makeHandler(std::move(handlers))
    , m_services{.limits = settings.limits,
                 .feed = m_feed.get(),
                 .queue = m_queue.get(),
                 .errorAnswer = std::move(errorAnswer)}
    , m_tick(this)
    , m_stopGrace(this)
{
    m_tick.setInterval(Connection::TickMs);
    connect(&m_tick, &QTimer::timeout, this, &HttpWorker::tick);
    m_stopGrace.setSingleShot(true);
    connect(&m_stopGrace, &QTimer::timeout, this, &HttpWorker::finishStop);
}

HttpWorker::~HttpWorker()
{
    {
        const std::lock_guard lock(m_arrivalsMutex);
        for (const AcceptedSocket &each : m_arrivals)
            ::close(each.descriptor);
    }
    while (!m_connections.empty())
        (*m_connections.begin())->abort(Ending::ServerStopped);
}

void HttpWorker::start()
{
    blockSigpipe();
    m_readiness = new Readiness(this);
    m_handler = m_makeHandler();
    m_services.readiness = m_readiness;
    m_services.asking = &m_asking;
    m_services.takesContent = m_handler->takesContent();
    m_selfTestServices = m_services;
    m_selfTestServices.feed = nullptr;
    m_selfTestServices.queue = nullptr;
    emit ready(buildHttpServer() && passesSelfTest());
}

bool HttpWorker::buildHttpServer()
{
    m_httpServer = new QHttpServer(this);
    m_handoff = new Handoff;
    // QHttpServer binds only a server that listens; it need not go on listening.
    if (!m_handoff->listen(QHostAddress::LocalHost, 0)) {
        delete m_handoff;
        return false;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (!m_httpServer->bind(m_handoff)) {
        delete m_handoff;
        return false;
    }
    m_httpServer->setMissingHandler(
        this, [this](const QHttpServerRequest &, QHttpServerResponder &responder) { handle(responder); });
#else
    m_httpServer->bind(m_handoff);
    m_httpServer->setMissingHandler(
        [this](const QHttpServerRequest &, QHttpServerResponder &&responder) { handle(responder); });
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    QHttpServerConfiguration configuration;
    configuration.setKeepAliveTimeout(std::chrono::hours(24)); // the gate keeps the time
    m_httpServer->setConfiguration(configuration);
#endif
    m_handoff->close();
    return true;
}

// One request through the whole mechanism, over a socket pair: a Qt that breaks it must fail at start, not in
// use.
bool HttpWorker::passesSelfTest()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return false;
    static constexpr char Request[] = "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    PlainSocket client(ends[0]);
    const iovec piece{const_cast<char *>(Request), sizeof Request - 1};
    client.send({&piece, 1}, false);

    const AcceptedSocket accepted{
        .descriptor = ends[1], .peer = QHostAddress(QHostAddress::LocalHost), .acceptedAt = monotonicNow()};
    if (Connection *connection = open(accepted, m_selfTestServices)) {
        connection->start();
        connection->abort(Ending::Complete);
    }
    std::array<char, 16> answer{};
    const auto [status, bytes] = client.receive(answer.data(), qint64(answer.size()));
    const QByteArrayView statusLine(answer.data(), bytes);
    return status == PlainSocket::Status::Ok && statusLine.startsWith("HTTP/1.1 ") &&
           !statusLine.startsWith("HTTP/1.1 500");
}

void HttpWorker::handOver(const AcceptedSocket &accepted)
{
    const std::lock_guard lock(m_arrivalsMutex);
    m_arrivals.push_back(accepted);
    if (m_calledAt != 0)
        return;
    m_calledAt = monotonicNow();
    QMetaObject::invokeMethod(
        this, [this] { adoptArrivals(); }, Qt::QueuedConnection);
}

qint64 HttpWorker::heldUpFor()
{
    const std::lock_guard lock(m_arrivalsMutex);
    return m_calledAt == 0 ? 0 : monotonicNow() - m_calledAt;
}

std::vector<AcceptedSocket> HttpWorker::takeBack()
{
    const std::lock_guard lock(m_arrivalsMutex);
    return std::exchange(m_arrivals, {});
}

void HttpWorker::adoptArrivals()
{
    std::vector<AcceptedSocket> arrivals;
    {
        const std::lock_guard lock(m_arrivalsMutex);
        arrivals.swap(m_arrivals);
        m_calledAt = 0;
    }
    for (const AcceptedSocket &each : arrivals)
        adopt(each);
}

void HttpWorker::adopt(const AcceptedSocket &accepted)
{
    if (m_stopping) {
        ::close(accepted.descriptor);
        emit connectionEnded(accepted.peer);
        return;
    }
    if (Connection *connection = open(accepted, m_services)) {
        connect(connection, &Connection::ended, this,
                [this, visitor = accepted.peer] { emit connectionEnded(visitor); });
        connection->start();
    } else {
        emit connectionEnded(accepted.peer);
    }
}

Connection *HttpWorker::open(const AcceptedSocket &accepted, const ConnectionServices &services)
{
    auto *connection = new Connection(accepted, services, this);
    m_connections.insert(connection);
    connect(connection, &Connection::ended, this, &HttpWorker::forget);
    if (!m_tick.isActive())
        m_tick.start();
    if (m_handoff->give(connection->gatedSocket()))
        return connection;
    connection->abort(Ending::ServerStopped);
    return nullptr;
}

void HttpWorker::forget(Connection *connection)
{
    m_connections.erase(connection);
    connection->deleteLater();
    if (m_connections.empty() && m_stopping)
        m_stopGrace.start(0);
}

void HttpWorker::handle(QHttpServerResponder &responder)
{
    if (!m_asking || !m_asking->awaitsAnswer()) {
        responder.write(QHttpServerResponder::StatusCode::InternalServerError);
        return;
    }
    const Request request{m_asking->request(), m_asking->visitor(), m_asking->requestContent(),
                          m_asking->exchangeId()};
    std::optional<ResponsePlan> plan = m_handler->answerFromMemory(request);
    if (!plan) {
        m_readiness->goOnWithPutOff(); // or they would wait for this visitor's disk
        plan = m_handler->answer(request);
    }
    const auto status = QHttpServerResponder::StatusCode(plan->status);
    m_asking->setPlan(*std::move(plan));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    responder.write(status);
#else
    responder.writeStatusLine(status); // write() makes fields, each in four writes, that the gate throws away
    responder.writeBody("", 0);
#endif
}

void HttpWorker::tick()
{
    const qint64 now = monotonicNow();
    // A copy: a tick may end its connection.
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *connection : connections)
        connection->tick(now);
    if (!m_handler->trim() && m_connections.empty())
        m_tick.stop();
}

void HttpWorker::stop()
{
    m_stopping = true;
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *connection : connections)
        connection->finishAndClose();
    m_stopGrace.start(m_connections.empty() ? std::chrono::milliseconds(0) : m_services.limits.stopGrace);
}

void HttpWorker::finishStop()
{
    while (!m_connections.empty())
        (*m_connections.begin())->abort(Ending::ServerStopped);
    m_stopGrace.stop();
    emit stopped();
}

} // namespace porchlight
