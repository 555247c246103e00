// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/acceptor.h"

#include "server/transport/responsehead.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight {

namespace {

constexpr int Backlog = 512;       // a class of phones opens its connections in one second
constexpr int PortsToTry = 20;     // from the preferred one upwards
constexpr int ResumeAfterMs = 200; // when the process is out of descriptors

AcceptedSocket describe(qintptr descriptor)
{
    AcceptedSocket accepted{.descriptor = int(descriptor), .acceptedAt = monotonicNow()};
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(accepted.descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0)
        return accepted;
    accepted.peer = QHostAddress(reinterpret_cast<const sockaddr *>(&peer));
    bool isMapped = false;
    if (const quint32 ipv4 = accepted.peer.toIPv4Address(&isMapped); isMapped)
        accepted.peer = QHostAddress(ipv4);
    const auto *v6 =
        reinterpret_cast<const sockaddr_in6 *>(&peer); // the port stands at the same place in both
    accepted.peerPort = ntohs(v6->sin6_port);
    return accepted;
}

ListenError errorFrom(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return ListenError::PortTaken;
    case QAbstractSocket::SocketAccessError:
        return ListenError::PortForbidden;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return ListenError::AddressUnknown;
    case QAbstractSocket::SocketResourceError:
        return ListenError::OutOfDescriptors;
    default:
        return ListenError::Other;
    }
}

quint16 nextFreePort(const QHostAddress &address, quint16 taken)
{
    for (int port = taken + 1; port <= qMin(65535, taken + PortsToTry); ++port) {
        QTcpServer probe;
        if (probe.listen(address, quint16(port)))
            return quint16(port);
    }
    return 0;
}

} // namespace

Acceptor::Acceptor(const Limits &limits, ExchangeFeed *feed, ServerActivity *activity,
                   const ErrorAnswer &errorAnswer, std::function<void(const AcceptedSocket &)> handOver)
    : m_quota(limits.maxConnections, limits.maxConnectionsPerAddress)
    , m_feed(feed)
    , m_activity(activity)
    , m_queue(feed->addQueue())
    , m_errorAnswer(errorAnswer)
    , m_handOver(std::move(handOver))
    , m_turnedAway(this)
    , m_resume(this)
{
    setListenBacklogSize(Backlog);
    m_resume.setSingleShot(true);
    // QTcpServer pauses for good when accept(2) fails.
    connect(this, &QTcpServer::acceptError, this, &Acceptor::acceptAgainLater);
    connect(&m_resume, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
}

void Acceptor::acceptAgainLater()
{
    m_resume.start(ResumeAfterMs);
}

std::optional<ListenFailure> Acceptor::listenAt(const ListenSettings &settings)
{
    if (listen(settings.address, settings.port))
        return std::nullopt;
    const bool mayMove = !settings.portIsFixed && serverError() == QAbstractSocket::AddressInUseError;
    for (int i = 1; mayMove && i <= PortsToTry && settings.port + i <= 65535; ++i) {
        if (listen(settings.address, quint16(settings.port + i)))
            return std::nullopt;
    }
    if (mayMove && listen(settings.address, 0))
        return std::nullopt;
    ListenFailure failure{.error = errorFrom(serverError()), .port = settings.port, .detail = errorString()};
    if (failure.error == ListenError::PortTaken)
        failure.nextFreePort = nextFreePort(settings.address, settings.port);
    return failure;
}

void Acceptor::stopListening()
{
    close();
    m_resume.stop();
    m_turnedAway.closeAll();
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    const AcceptedSocket accepted = describe(descriptor);
    if (const Refusal refusal = m_quota.admit(accepted.peer); refusal != Refusal::None) {
        turnAway(accepted, refusal);
        return;
    }
    m_activity->setOpenConnections(m_quota.open());
    m_handOver(accepted);
}

void Acceptor::release(const QHostAddress &address)
{
    m_quota.release(address);
    m_activity->setOpenConnections(m_quota.open());
}

void Acceptor::turnAway(const AcceptedSocket &accepted, Refusal refusal)
{
    ResponsePlan plan = m_errorAnswer(refusalStatus(refusal));
    plan.fields.add("Retry-After", "5");
    const QByteArray head = composeResponseHead(
        plan.status, plan.fields,
        {.framing = ResponseFraming::ContentLength, .contentLength = plan.body.length(), .keepAlive = false});
    QByteArray response = head;
    for (const Body::Part &part : plan.body.parts) {
        if (const auto *bytes = std::get_if<QByteArray>(&part))
            response.append(*bytes);
    }
    m_turnedAway.turnAway(accepted.descriptor, response);

    ExchangeRecorder recorder(m_feed, m_queue.get(), accepted.peer, accepted.peerPort);
    recorder.begin(accepted.acceptedAt, {});
    Exchange &exchange = recorder.exchange();
    exchange.refusal = refusal;
    exchange.status = plan.status;
    exchange.responseHead = head;
    exchange.bodyExpected = plan.body.length();
    recorder.reached(Phase::HeadSent);
    recorder.end(Ending::Refused, plan.body.length());
}

} // namespace porchlight
