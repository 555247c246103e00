// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/chunkeddecoder.h"
#include "server/transport/requestdraft.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace porchlight {

/// What came back for a RequestDraft.
struct DraftAnswer
{
    enum class End : quint8 {
        Complete,   ///< The whole answer came.
        TooLong,    ///< There is more than RequestSender::MostContent, and was to be no more.
        TimedOut,   ///< It did not end in time; what came until then is here.
        Closed,     ///< The connection ended before the answer did.
        NotReached, ///< There was no connection.
    };
    End end = End::NotReached;
    int status = 0;         ///< 0: no answer began.
    QByteArray head;        ///< Raw, empty line included.
    QByteArray content;     ///< Without the chunks, still in its Content-Encoding.
    qint64 nanoseconds = 0; ///< From the connection's start to the end.
};

/// Sends a request that a person put together to this computer's own server, and gives the raw answer: any
/// method and any field, which an ordinary client would not send. One at a time; a new one ends the one under
/// way. Lives in one thread and never blocks it.
class RequestSender final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MostHead = 64 * 1024;     ///< Bytes; Porchlight's own have a few hundred.
    static constexpr qsizetype MostContent = 256 * 1024; ///< Bytes: enough to look at.
    static constexpr std::chrono::milliseconds Timeout{60'000}; ///< While a person looks on.

    /// What is read of an answer.
    enum class Reads : quint8 {
        Enough, ///< MostContent, within the timeout: to be looked at.
        All,    ///< To its end, whenever that comes; beyond MostContent nothing is kept.
    };

    /// `timeout` counts with Reads::Enough.
    explicit RequestSender(QObject *parent = nullptr, Reads reads = Reads::Enough,
                           std::chrono::milliseconds timeout = Timeout);

    void send(const QHostAddress &address, quint16 port, const RequestDraft &draft);
    /// Ends what is under way; nothing more is told of it.
    void stop();

signals:
    /// Before anything is sent: where this computer's end of the connection is.
    void connectedFrom(const QHostAddress &address, quint16 port);
    /// Once for each request that was not stopped; another may be sent at once.
    void answered(const porchlight::DraftAnswer &answer);

private:
    void read();
    bool takeHead();
    void takeContent();
    void finish(DraftAnswer::End end);
    void socketEnded();

    const Reads m_reads;
    QTcpSocket m_socket;
    QTimer m_timeout;
    QTimer m_telling; ///< Of the answer, once the socket is done with its end.
    QElapsedTimer m_clock;
    QByteArray m_toSend;
    bool m_isHead = false; ///< The answer to a HEAD has no content.
    bool m_running = false;
    QByteArray m_received; ///< Not yet taken.
    DraftAnswer m_answer;
    qint64 m_contentLength = -1; ///< -1: until the connection ends.
    qint64 m_contentRead = 0;
    std::optional<ChunkedDecoder> m_chunks;
};

} // namespace porchlight

Q_DECLARE_METATYPE(porchlight::DraftAnswer)
