// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/acceptor.h"

#include "server/transport/responsehead.h"

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace porchlight {

namespace {

constexpr int Backlog = 512;       // a class of phones opens its connections in one second
constexpr int PortsToTry = 20;     // from the preferred one upwards
constexpr int ResumeAfterMs = 200; // when the process is out of descriptors
constexpr int AcceptsPerTurn = 64; // before ended connections are counted out

QHostAddress hostAddress(const sockaddr_storage &peer)
{
    const QHostAddress address(reinterpret_cast<const sockaddr *>(&peer));
    bool isMapped = false;
    const quint32 ipv4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(ipv4) : address;
}

quint16 portOf(const sockaddr_storage &peer)
{
    return ntohs(reinterpret_cast<const sockaddr_in6 &>(peer).sin6_port); // at the same place in sockaddr_in
}

/// Errors of the one connection that was to be accepted, as accept(2) lists them, rather than ours.
bool concernsThePeer(int error)
{
    switch (error) {
    case EINTR:
    case ECONNABORTED:
    case EPROTO:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EHOSTDOWN:
    case ENONET:
    case EHOSTUNREACH:
    case EOPNOTSUPP:
    case ENETUNREACH:
        return true;
    default:
        return false;
    }
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

Acceptor::Acceptor(const Limits &limits, ExchangeFeed *feed, const QString &folder, ServerActivity *activity,
                   const ErrorAnswer &errorAnswer, std::function<void(const AcceptedSocket &)> handOver)
    : m_listener(this)
    , m_resume(this)
    , m_quota(limits.maxConnections, limits.maxConnectionsPerAddress)
    , m_feed(feed)
    , m_activity(activity)
    , m_queue(feed->addQueue(folder))
    , m_errorAnswer(errorAnswer)
    , m_handOver(std::move(handOver))
    , m_turnedAway(this)
{
    m_listener.setListenBacklogSize(Backlog);
    m_resume.setSingleShot(true);
    m_resume.setInterval(ResumeAfterMs);
    connect(&m_resume, &QTimer::timeout, this, [this] { m_notifier->setEnabled(true); });
}

bool Acceptor::listenOn(const QHostAddress &address, quint16 port)
{
    if (!m_listener.listen(address, port))
        return false;
    m_listener.pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(m_listener.socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Acceptor::acceptWaiting);
    return true;
}

std::optional<ListenFailure> Acceptor::listenAt(const ListenSettings &settings)
{
    if (listenOn(settings.address, settings.port))
        return std::nullopt;
    const bool mayMove =
        !settings.portIsFixed && m_listener.serverError() == QAbstractSocket::AddressInUseError;
    for (int i = 1; mayMove && i <= PortsToTry && settings.port + i <= 65535; ++i) {
        if (listenOn(settings.address, quint16(settings.port + i)))
            return std::nullopt;
    }
    if (mayMove && listenOn(settings.address, 0))
        return std::nullopt;
    ListenFailure failure{.error = errorFrom(m_listener.serverError()),
                          .port = settings.port,
                          .detail = m_listener.errorString()};
    if (failure.error == ListenError::PortTaken)
        failure.nextFreePort = nextFreePort(settings.address, settings.port);
    return failure;
}

void Acceptor::stopListening()
{
    m_resume.stop();
    m_notifier.reset();
    m_listener.close();
    m_turnedAway.closeAll();
}

void Acceptor::acceptWaiting()
{
    for (int i = 0; i < AcceptsPerTurn; ++i) {
        sockaddr_storage peer{};
        socklen_t size = sizeof peer;
        const int descriptor = ::accept4(int(m_listener.socketDescriptor()),
                                         reinterpret_cast<sockaddr *>(&peer), &size, SOCK_CLOEXEC);
        if (descriptor >= 0) {
            admit({descriptor, hostAddress(peer), portOf(peer), monotonicNow()});
        } else if (!concernsThePeer(errno)) {
            if (errno != EAGAIN) {
                m_notifier->setEnabled(false);
                m_resume.start();
            }
            return;
        }
    }
}

void Acceptor::admit(const AcceptedSocket &accepted)
{
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

void Acceptor::refuse(const AcceptedSocket &accepted, Refusal refusal)
{
    release(accepted.peer);
    turnAway(accepted, refusal);
}

void Acceptor::turnAway(const AcceptedSocket &accepted, Refusal refusal)
{
    ResponsePlan plan = m_errorAnswer(refusalStatus(refusal), {});
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
