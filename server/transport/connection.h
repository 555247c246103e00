// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/record/exchangerecorder.h"
#include "server/transport/answerreader.h"
#include "server/transport/awaitedanswer.h"
#include "server/transport/gatedsocket.h"
#include "server/transport/incoming.h"
#include "server/transport/limits.h"
#include "server/transport/outgoinganswer.h"
#include "server/transport/plainsocket.h"
#include "server/transport/readiness.h"
#include "server/transport/requestreader.h"

#include <QObject>
#include <QPointer>

namespace porchlight {

/// A descriptor on its way from the acceptor to a worker.
struct AcceptedSocket
{
    int descriptor = -1;
    QHostAddress peer;
    quint16 peerPort = 0;
    qint64 acceptedAt = 0; ///< monotonicNow()
};

class Connection;

/// What the connections of one worker share; outlives them.
struct ConnectionServices
{
    Limits limits;
    Readiness *readiness = nullptr;
    ExchangeFeed *feed = nullptr; ///< Null: exchanges are not recorded.
    ExchangeQueue *queue = nullptr;
    ErrorAnswer errorAnswer;   ///< The answer to a refused request.
    bool takesContent = false; ///< The handler answers POST.
    /// The connection whose request QHttpServer is being fed, while it is: so its handler knows who asks.
    Connection **asking = nullptr;
};

/// The gate: owns the socket of one visitor, lets QHttpServer see one vetted request at a time through the
/// façade, and writes the answer itself. One request is in flight; the next is read only when the answer has
/// been handed to the kernel. Belongs to its worker's thread.
class Connection final : public QObject, private ReadinessListener, private GatedSocketListener
{
    Q_OBJECT
public:
    Connection(const AcceptedSocket &accepted, const ConnectionServices &services, QObject *parent);
    ~Connection() override;

    const QHostAddress &visitor() const { return m_peer; }
    /// The façade to hand to QHttpServer, which then owns it.
    GatedSocket *gatedSocket() const { return m_gatedSocket; }

    /// Begins to read. The connection may end within this call.
    void start();

    /// The request in flight; valid from the moment QHttpServer is fed until setPlan().
    const RequestHead &request() const { return m_reader.head(); }
    quint64 exchangeId() { return m_recorder.exchange().id; }
    const QByteArray &requestContent() const { return m_reader.content(); }
    bool awaitsAnswer() const { return m_state == State::Dispatched; }
    /// The handler's plan for the request in flight; goes out when QHttpServer has written its head.
    void setPlan(ResponsePlan plan);

    /// Looks at deadlines and reports progress; called every TickMs by the worker.
    void tick(qint64 now);
    static constexpr int TickMs = 100;

    /// Ends at once when no answer is running; otherwise after it.
    void finishAndClose();
    /// Ends now, whatever runs.
    void abort(Ending ending);

signals:
    /// The connection has ended; the worker deletes it (later: the emitter is still at work).
    void ended(porchlight::Connection *connection);

private:
    enum class State : quint8 { Reading, Dispatched, Waiting, Sending, Lingering, Closed };

    // ReadinessListener
    void becameReady(ReadyFor ready) override;
    void goOn() override;
    // GatedSocketListener
    void answerWritten(QByteArrayView bytes) override;
    void answerEnded() override;

    /// Goes on as far as the socket and QHttpServer let it.
    void advance();
    void advanceLater();
    /// One step of advance(); false when something must happen first.
    bool step();
    bool readRequest();
    bool readMore();
    bool sendInterim();
    void headRead();
    void dispatch();
    ResponsePlan errorAnswer(int status) const;
    void refuse(Refusal refusal);
    void planArrived(ResponsePlan plan);
    void beginAnswer(ResponsePlan plan, HttpVersion version, bool headOnly);
    bool writeMore();
    bool contentFailed(Ending ending);
    void answerFinished(qint64 now);
    bool isLate(qint64 now) const;
    void tickReading(qint64 now);
    void noteReaderProgress(qint64 now);
    void close(Ending ending);

    const ConnectionServices &m_services;
    PlainSocket m_socket;
    Incoming m_incoming;
    const QHostAddress m_peer;
    const qint64 m_acceptedAt;
    QPointer<GatedSocket> m_gatedSocket;

    RequestReader m_reader;
    AnswerReader m_answer;
    AwaitedAnswer m_awaited;
    ExchangeRecorder m_recorder;
    OutgoingAnswer m_outgoing;

    State m_state = State::Reading;
    QByteArrayView m_interim; // what is left to send of a 100 (Continue)
    bool m_advancing = false;
    bool m_advanceQueued = false;
    bool m_putsOffAnswers = false;
    bool m_starting = false;
    bool m_keepAlive = true;    // after the answer in flight
    qint64 m_requestBegan = -1; // monotonic; -1 while no byte of a request has come
    qint64 m_quietSince;        // monotonic: the last sign of life in this state
    qint64 m_taken = 0;         // bytes of the answer that the visitor had acknowledged at the last tick
};

} // namespace porchlight
