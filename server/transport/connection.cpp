// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/connection.h"

#include "server/transport/responsehead.h"
#include "server/transport/routinghead.h"

#include <array>
#include <utility>

namespace porchlight {

namespace {

/// How many pipelined requests one connection may have answered before the others get their turn.
constexpr int RequestsPerTurn = 16;
/// How many bytes may be read from it, likewise.
constexpr qint64 BytesReadPerTurn = 1024 * 1024;

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

std::array<char, 64 * 1024> &scratch()
{
    thread_local std::array<char, 64 * 1024> buffer;
    return buffer;
}

} // namespace

Connection::Connection(const AcceptedSocket &accepted, const ConnectionServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_socket(accepted.descriptor)
    , m_peer(accepted.peer)
    , m_acceptedAt(accepted.acceptedAt)
    , m_gatedSocket(new GatedSocket(this, accepted.peer, accepted.peerPort))
    , m_reader(services.takesContent || (services.feed && services.feed->keepsContent()))
    , m_recorder(services.feed, services.queue, accepted.peer, accepted.peerPort)
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
    m_readable = true;
    advance();
    m_starting = false;
}

void Connection::becameReady(ReadyFor ready)
{
    m_readable |= ready.reading;
    m_peerEnded |= ready.ended;
    const bool hasLeft = m_peerEnded && ((m_state == State::Waiting && m_awaited.endsWithVisitor()) ||
                                         (m_state == State::Sending && m_writer.endsWithVisitor()));
    if (ready.broken && m_state == State::Lingering)
        m_readable = true; // Both directions are shut; closing with bytes unread would reset the answer away.
    else if ((ready.broken || hasLeft) && m_state != State::Closed)
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
    m_readThisTurn = 0;
    int finished = 0;
    while (m_state != State::Closed) {
        const State before = m_state;
        if (!step())
            break;
        if (m_putsOffAnswers && m_state == State::Sending && before != State::Sending) {
            m_services.readiness->putOff(this, m_quietSince);
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
        return drain();
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
    if (!sendInterim() || !m_readable)
        return false;
    if (m_readThisTurn >= BytesReadPerTurn) {
        advanceLater();
        return false;
    }
    const auto [status, bytes] = m_socket.receive(scratch().data(), qint64(scratch().size()));
    switch (status) {
    case PlainSocket::Status::Ok:
        m_readThisTurn += bytes;
        if (m_requestBegan < 0)
            m_requestBegan = m_starting ? m_acceptedAt : monotonicNow();
        m_reader.append({scratch().data(), bytes});
        // A short read has emptied the socket; only the end, if it was announced already, is still to be
        // read.
        m_readable = bytes == qint64(scratch().size()) || m_peerEnded;
        return true;
    case PlainSocket::Status::WouldBlock:
        m_readable = false;
        return false;
    default:
        close(Ending::VisitorLeft);
        return false;
    }
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
    if (keepsContent())
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
        if (m_peerEnded && m_awaited.endsWithVisitor())
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
    const qint64 length = plan.body.length();
    const ResponseFraming framing = responseFraming(plan.status, length, version);
    m_endsWithClose = framing == ResponseFraming::UntilClose;
    if (m_endsWithClose)
        m_keepAlive = false;
    QByteArray head = composeResponseHead(
        plan.status, plan.fields,
        {.framing = framing, .contentLength = length, .keepAlive = m_keepAlive, .version = version});
    if (headOnly || framing == ResponseFraming::NoContent)
        plan.body = Body();

    Exchange &exchange = m_recorder.exchange();
    m_quietSince = monotonicNow();
    m_recorder.reached(Phase::Handled, m_quietSince);
    exchange.status = plan.status;
    exchange.responseHead = head;
    exchange.bodyExpected = plan.body.length();
    m_recorder.decided(std::move(plan.decisions));

    m_taken = 0;
    if (!m_interim.isEmpty()) // it may be half on its way
        head.prepend(std::exchange(m_interim, {}));
    std::function<void()> streamReady;
    if (plan.body.stream) {
        m_streamWakeup.emplace(this, [this] { advance(); });
        streamReady = m_streamWakeup->caller();
    }
    m_writer = ResponseWriter(std::move(head), std::move(plan.body), framing == ResponseFraming::Chunked,
                              std::move(streamReady), keepsContent() ? Exchange::KeptContent : 0);
    m_state = State::Sending;
}

bool Connection::writeMore()
{
    const ResponseWriter::Outcome outcome = m_writer.advance(m_socket);
    if (m_writer.hasNewEvents())
        noteEvents();
    const qint64 now = monotonicNow();
    if (m_writer.headSent())
        m_recorder.reached(Phase::HeadSent, now);
    if (m_writer.bodyBytes() > 0)
        m_recorder.reached(Phase::FirstBodyByte, now);
    switch (outcome) {
    case ResponseWriter::Outcome::Complete:
        answerFinished(now);
        return true;
    case ResponseWriter::Outcome::Blocked:
        break;
    case ResponseWriter::Outcome::Waiting:
        if (m_peerEnded && m_writer.endsWithVisitor())
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
    if (m_writer.handedOver() > 0) {
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
    endRecord(refused ? Ending::Refused : Ending::Complete);
    m_writer = ResponseWriter();
    m_streamWakeup.reset();
    m_quietSince = now;
    if (!m_keepAlive) {
        // RFC 9112 §9.6: read on until the visitor has closed, or it may get a reset instead of our answer.
        m_socket.shutdownWrite();
        m_state = State::Lingering;
        m_readable = true;
        return;
    }
    m_reader.next();
    m_requestBegan = m_reader.hasMore() ? m_quietSince : -1;
    m_state = State::Reading;
}

bool Connection::drain()
{
    if (!m_readable)
        return false;
    if (m_readThisTurn >= BytesReadPerTurn) {
        advanceLater();
        return false;
    }
    const auto [status, bytes] = m_socket.receive(scratch().data(), qint64(scratch().size()));
    m_readThisTurn += bytes;
    if (status == PlainSocket::Status::Ok)
        return true;
    m_readable = false;
    if (status != PlainSocket::Status::WouldBlock)
        close(Ending::VisitorLeft);
    return false;
}

/// A visitor that takes bytes, however slowly, is alive; and one that has taken all there was owes nothing,
/// however slow our disk is.
void Connection::noteReaderProgress(qint64 now)
{
    const qint64 owed = m_socket.unacknowledged();
    const qint64 taken = m_writer.handedOver() - owed;
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
            publishRunning();
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

void Connection::tickReading(qint64 now)
{
    if (!m_reader.hasBegun()) {
        if (now - m_quietSince > nanoseconds(m_services.limits.idleTimeout))
            close(Ending::TimedOut);
        return;
    }
    const bool reading = m_reader.isReadingContent();
    if (now - m_requestBegan >
        nanoseconds(reading ? m_services.limits.bodyTimeout : m_services.limits.headTimeout)) {
        refuse(reading ? Refusal::BodyTooSlow : Refusal::HeadTooSlow);
        advance();
    } else if (reading) {
        m_recorder.publishRunning(0);
    }
}

void Connection::publishRunning()
{
    m_recorder.exchange().events = m_writer.events();
    m_recorder.publishRunning(m_writer.bodyBytes());
}

/// Whoever watches sees an event when it happens, not at the next tick.
void Connection::noteEvents()
{
    std::vector<SentEvent> events = m_writer.takeEvents();
    if (!keepsContent())
        return;
    m_recorder.sent(std::move(events));
    publishRunning();
}

void Connection::endRecord(Ending ending)
{
    if (!m_recorder.isRunning())
        return;
    m_recorder.exchange().events = m_writer.events();
    m_recorder.exchange().responseContent = m_writer.takeContent();
    m_recorder.end(ending, m_writer.bodyBytes());
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
        (m_endsWithClose || ending == Ending::TimedOut || ending == Ending::ServerStopped))
        m_socket.resetOnClose();
    // A request that was cut while it arrived, by whoever, is a request too.
    if (m_state == State::Reading && m_reader.hasBegun() && m_requestBegan >= 0 && !m_recorder.isRunning())
        m_recorder.begin(m_requestBegan, m_reader.partialHead());
    if (m_state == State::Sending && m_writer.handedOver() == 0) { // Nobody got this answer.
        m_recorder.exchange().responseHead.clear();
        m_recorder.exchange().status = 0;
    }
    m_awaited = {};
    const bool handlerAtWork = std::exchange(m_state, State::Closed) == State::Dispatched;
    m_services.readiness->remove(m_socket.descriptor(), this);
    m_streamWakeup.reset();
    endRecord(ending);
    if (m_gatedSocket) {
        m_gatedSocket->detach();
        // Later: QHttpServer 6.4 may still be reading from it, and would never delete it then.
        if (!handlerAtWork)
            QMetaObject::invokeMethod(m_gatedSocket, &GatedSocket::hangUp, Qt::QueuedConnection);
    }
    emit ended(this);
}

} // namespace porchlight
