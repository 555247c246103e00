// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "server/transport/routinghead.h"

#include <utility>

namespace porchlight {

namespace {

/// How many pipelined requests one connection may have answered before the others get their turn.
constexpr int RequestsPerTurn = 16;

qint64 nanoseconds(std::chrono::milliseconds time)
{
    return std::chrono::nanoseconds(time).count();
}

/// The methods that are answered with more than 405; for the others no content is worth waiting for.
bool isOffered(QByteArrayView method, bool takesContent)
{
    return (takesContent && method == QByteArrayView("POST")) || method == QByteArrayView("GET") ||
           method == QByteArrayView("HEAD") || method == QByteArrayView("OPTIONS");
}

} // namespace

Connection::Connection(const AcceptedSocket &accepted, const ConnectionServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_socket(accepted.descriptor)
    , m_incoming(m_socket)
    , m_peer(accepted.peer)
    , m_acceptedAt(accepted.acceptedAt)
    , m_gatedSocket(new GatedSocket(this, accepted.peer, accepted.peerPort))
    , m_reader(services.takesContent || (services.feed && services.feed->keepsContent()))
    , m_recorder(services.feed, services.queue, accepted.peer, accepted.peerPort)
    , m_outgoing(m_recorder, this, [this] { advance(); })
    , m_quietSince(monotonicNow())
{}

Connection::~Connection()
{
    if (m_state != State::Closed)
        m_services.readiness->remove(m_socket.descriptor(), this);
    if (m_gatedSocket)
        m_gatedSocket->detach();
}

void Connection::start()
{
    if (!m_services.readiness->add(m_socket.descriptor(), this)) {
        close(Ending::ServerStopped);
        return;
    }
    // A browser may connect long before it asks. Only a request that came along with its connection counts
    // from the moment of accepting.
    m_starting = true;
    m_incoming.becameReadable();
    advance();
    m_starting = false;
}

void Connection::becameReady(ReadyFor ready)
{
    // A broken one that lingers is shut in both directions: closing with bytes unread would reset the answer
    // away.
    if (ready.reading || (ready.broken && m_state == State::Lingering))
        m_incoming.becameReadable();
    if (ready.ended)
        m_incoming.becameFinal();
    const bool hasLeft =
        m_incoming.isFinal() && ((m_state == State::Waiting && m_awaited.endsWithVisitor()) ||
                                 (m_state == State::Sending && m_outgoing.endsWithVisitor()));
    if ((hasLeft || (ready.broken && m_state != State::Lingering)) && m_state != State::Closed)
        close(Ending::VisitorLeft);
    m_putsOffAnswers = true;
    goOn();
    m_putsOffAnswers = false;
}

void Connection::goOn()
{
    if (!m_advanceQueued)
        advance();
}

void Connection::advance()
{
    if (m_advancing)
        return;
    m_advancing = true;
    m_incoming.beginTurn();
    int finished = 0;
    while (m_state != State::Closed) {
        const State before = m_state;
        if (!step())
            break;
        if (m_putsOffAnswers && m_state == State::Sending && before != State::Sending) {
            m_services.readiness->putOff(this);
            break;
        }
        if (before == State::Sending && ++finished >= RequestsPerTurn) {
            advanceLater();
            break;
        }
    }
    m_advancing = false;
}

void Connection::advanceLater()
{
    if (std::exchange(m_advanceQueued, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_advanceQueued = false;
            advance();
        },
        Qt::QueuedConnection);
}

bool Connection::step()
{
    switch (m_state) {
    case State::Reading:
        return readRequest();
    case State::Sending:
        return writeMore();
    case State::Lingering:
        return readMore();
    case State::Dispatched:
    case State::Waiting:
    case State::Closed:
        break;
    }
    return false;
}

bool Connection::readRequest()
{
    switch (m_reader.advance()) {
    case RequestReader::Event::NeedMore:
        if (!m_reader.hasBegun()) // perhaps empty lines have come: they are no request
            m_requestBegan = -1;
        return readMore();
    case RequestReader::Event::HeadReady:
        headRead();
        return true;
    case RequestReader::Event::RequestReady:
        dispatch();
        return true;
    case RequestReader::Event::Refused:
        refuse(m_reader.refusal());
        return true;
    }
    return false;
}

bool Connection::readMore()
{
    if (!sendInterim())
        return false;
    const auto [outcome, bytes] = m_incoming.read();
    switch (outcome) {
    case Incoming::Outcome::Bytes:
        if (m_state == State::Lingering) // nobody wants it, but see answerFinished()
            return true;
        if (m_requestBegan < 0)
            m_requestBegan = m_starting ? m_acceptedAt : monotonicNow();
        m_reader.append(bytes);
        return true;
    case Incoming::Outcome::Nothing:
        break;
    case Incoming::Outcome::TurnOver:
        advanceLater();
        break;
    case Incoming::Outcome::Ended:
        close(Ending::VisitorLeft);
        break;
    }
    return false;
}

void Connection::headRead()
{
    const RequestHead &head = m_reader.head();
    const qint64 now = monotonicNow();
    m_recorder.begin(m_requestBegan, head.raw(), now);
    m_recorder.reached(Phase::HeadRead, now);
    m_keepAlive = head.keepAlive();

    const Framing framing = head.framing();
    if (!framing.chunked && framing.contentLength == 0)
        return;
    const bool isLong = framing.chunked || framing.contentLength > Limits::MaxIgnoredBody;
    if (!isOffered(head.method(), m_services.takesContent) && (isLong || head.expectsContinue())) {
        // It will be 405: no reason to have the visitor send the content first.
        m_keepAlive = false;
        dispatch();
        return;
    }
    if (head.expectsContinue() && framing.contentLength <= Limits::MaxIgnoredBody && !m_reader.hasMore())
        m_interim = "HTTP/1.1 100 Continue\r\n\r\n";
}

/// False when the socket is full, as it may be of earlier answers.
bool Connection::sendInterim()
{
    while (!m_interim.isEmpty()) {
        const iovec piece{const_cast<char *>(m_interim.data()), size_t(m_interim.size())};
        const auto [status, bytes] = m_socket.send({&piece, 1}, false);
        if (status == PlainSocket::Status::WouldBlock)
            return false;
        if (status != PlainSocket::Status::Ok) {
            close(Ending::VisitorLeft);
            return false;
        }
        m_interim = m_interim.sliced(bytes);
    }
    return true;
}

void Connection::dispatch()
{
    m_state = State::Dispatched;
    m_answer.reset();
    if (m_recorder.keepsContent())
        m_recorder.exchange().requestContent = m_reader.content();
    if (!m_gatedSocket) {
        close(Ending::ServerStopped);
        return;
    }
    Connection *const outer = std::exchange(*m_services.asking, this);
    m_gatedSocket->deliver(composeRoutingHead(m_reader.head().method()));
    *m_services.asking = outer;
}

void Connection::setPlan(ResponsePlan plan)
{
    m_answer.setPlan(std::move(plan));
}

void Connection::answerWritten(QByteArrayView bytes)
{
    if (m_state != State::Dispatched)
        return;
    m_answer.append(bytes);
    if (!m_answer.isComplete())
        return;
    planArrived(m_answer.take());
}

void Connection::planArrived(ResponsePlan plan)
{
    if (plan.pending) {
        m_state = State::Waiting;
        m_recorder.decided(std::move(plan.decisions));
        m_awaited = AwaitedAnswer(std::move(plan.pending), this,
                                  [this](ResponsePlan given) { planArrived(std::move(given)); });
        if (m_awaited.endsWithVisitor())
            m_socket.watchPeer(); // a phone that went to sleep says nothing, and waits for ever
        if (m_incoming.isFinal() && m_awaited.endsWithVisitor())
            close(Ending::VisitorLeft);
        return;
    }
    m_awaited = {};
    const RequestHead &head = m_reader.head();
    beginAnswer(std::move(plan), head.version(), head.method() == QByteArrayView("HEAD"));
    if (!m_advancing)
        advanceLater();
}

void Connection::answerEnded()
{
    m_keepAlive = false;
    if (m_state != State::Dispatched)
        return;
    // QHttpServer gave up on what the gate fed it, without an answer.
    const RequestHead &head = m_reader.head();
    beginAnswer(errorAnswer(500), head.version(), head.method() == QByteArrayView("HEAD"));
    if (!m_advancing)
        advanceLater();
}

ResponsePlan Connection::errorAnswer(int status) const
{
    return m_services.errorAnswer(status, m_reader.partialField("Accept-Language"));
}

void Connection::refuse(Refusal refusal)
{
    if (!m_recorder.isRunning())
        m_recorder.begin(m_requestBegan, m_reader.partialHead());
    m_recorder.exchange().refusal = refusal;
    m_keepAlive = false;
    const bool headOnly = m_reader.partialHead().startsWith("HEAD ");
    beginAnswer(errorAnswer(refusalStatus(refusal)), HttpVersion::Http11, headOnly);
}

void Connection::beginAnswer(ResponsePlan plan, HttpVersion version, bool headOnly)
{
    m_quietSince = monotonicNow();
    m_taken = 0;
    m_outgoing.begin(std::move(plan),
                     {.version = version,
                      .headOnly = headOnly,
                      .keepAlive = m_keepAlive,
                      .interim = std::exchange(m_interim, {})},
                     m_quietSince);
    m_keepAlive &= !m_outgoing.endsWithClose();
    m_state = State::Sending;
}

bool Connection::writeMore()
{
    const auto [outcome, now] = m_outgoing.advance(m_socket);
    switch (outcome) {
    case ResponseWriter::Outcome::Complete:
        answerFinished(now);
        return true;
    case ResponseWriter::Outcome::Blocked:
        break;
    case ResponseWriter::Outcome::Waiting:
        if (m_incoming.isFinal() && m_outgoing.endsWithVisitor())
            close(Ending::VisitorLeft);
        break;
    case ResponseWriter::Outcome::Yield:
        advanceLater();
        break;
    case ResponseWriter::Outcome::PeerGone:
        close(Ending::VisitorLeft);
        break;
    case ResponseWriter::Outcome::FileShrank:
        return contentFailed(Ending::FileShrank);
    case ResponseWriter::Outcome::ReadFailed:
        return contentFailed(Ending::ReadFailed);
    }
    return false;
}

/// Once a byte has left, only a cut tells the visitor; before that a page can.
bool Connection::contentFailed(Ending ending)
{
    if (m_outgoing.handedOver() > 0) {
        close(ending);
        return false;
    }
    ResponsePlan plan = errorAnswer(500);
    plan.decisions.emplace_back(decision::ContentUnreadable{});
    beginAnswer(std::move(plan), m_reader.head().version(), false);
    return true;
}

void Connection::answerFinished(qint64 now)
{
    m_recorder.reached(Phase::Done, now);
    const bool refused = m_recorder.exchange().refusal != Refusal::None;
    m_outgoing.end(refused ? Ending::Refused : Ending::Complete);
    m_quietSince = now;
    if (!m_keepAlive) {
        // RFC 9112 §9.6: read on until the visitor has closed, or it may get a reset instead of our answer.
        m_socket.shutdownWrite();
        m_state = State::Lingering;
        m_incoming.becameReadable();
        return;
    }
    m_reader.next();
    m_requestBegan = m_reader.hasMore() ? m_quietSince : -1;
    m_state = State::Reading;
}

/// A visitor that takes bytes, however slowly, is alive; and one that has taken all there was owes nothing,
/// however slow our disk is.
void Connection::noteReaderProgress(qint64 now)
{
    const qint64 owed = m_socket.unacknowledged();
    const qint64 taken = m_outgoing.handedOver() - owed;
    if (std::exchange(m_taken, taken) != taken || (owed == 0 && m_state == State::Sending))
        m_quietSince = now;
}

void Connection::tick(qint64 now)
{
    if (m_state == State::Sending || m_state == State::Lingering)
        noteReaderProgress(now);
    switch (m_state) {
    case State::Reading:
        tickReading(now);
        break;
    case State::Sending:
        if (now - m_quietSince > nanoseconds(m_services.limits.stallTimeout))
            close(Ending::TimedOut);
        else
            m_outgoing.publish();
        break;
    case State::Lingering:
        if (now - m_quietSince > nanoseconds(m_services.limits.lingerTimeout))
            close(Ending::Complete);
        break;
    case State::Dispatched:
    case State::Waiting:
        m_recorder.publishRunning(0);
        break;
    case State::Closed:
        break;
    }
}

/// The visitor should have said more by `now`.
bool Connection::isLate(qint64 now) const
{
    const Limits &limits = m_services.limits;
    if (!m_reader.hasBegun())
        return now - m_quietSince > nanoseconds(limits.idleTimeout);
    return now - m_requestBegan >
           nanoseconds(m_reader.isReadingContent() ? limits.bodyTimeout : limits.headTimeout);
}

void Connection::tickReading(qint64 now)
{
    if (isLate(now)) { // What has come is read before it is judged: a disk may have held this thread up.
        m_incoming.becameReadable();
        advance();
        if (m_state != State::Reading)
            return;
    }
    if (!isLate(now)) {
        if (m_reader.isReadingContent())
            m_recorder.publishRunning(0);
    } else if (!m_reader.hasBegun()) {
        close(Ending::TimedOut);
    } else {
        refuse(m_reader.isReadingContent() ? Refusal::BodyTooSlow : Refusal::HeadTooSlow);
        advance();
    }
}

void Connection::finishAndClose()
{
    if (m_state == State::Dispatched || m_state == State::Waiting || m_state == State::Sending)
        m_keepAlive = false;
    else if (m_state == State::Reading)
        close(Ending::ServerStopped);
}

void Connection::abort(Ending ending)
{
    if (m_state != State::Closed)
        close(ending);
}

void Connection::close(Ending ending)
{
    if (m_state == State::Sending &&
        (m_outgoing.endsWithClose() || ending == Ending::TimedOut || ending == Ending::ServerStopped))
        m_socket.resetOnClose();
    // A request that was cut while it arrived, by whoever, is a request too.
    if (m_state == State::Reading && m_reader.hasBegun() && m_requestBegan >= 0 && !m_recorder.isRunning())
        m_recorder.begin(m_requestBegan, m_reader.partialHead());
    m_awaited = {};
    const bool handlerAtWork = std::exchange(m_state, State::Closed) == State::Dispatched;
    m_services.readiness->remove(m_socket.descriptor(), this);
    m_outgoing.end(ending);
    if (m_gatedSocket) {
        m_gatedSocket->detach();
        // Later: QHttpServer 6.4 may still be reading from it, and would never delete it then.
        if (!handlerAtWork)
            QMetaObject::invokeMethod(m_gatedSocket, &GatedSocket::hangUp, Qt::QueuedConnection);
    }
    emit ended(this);
}

} // namespace porchlight
