// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/requestsender.h"

#include "server/transport/tokens.h"

#include <QNetworkProxy>

#include <limits>
#include <utility>

namespace porchlight {

namespace {

/// Bytes of content; half of what could be counted, so that a chunk more can be added.
constexpr qint64 Endless = std::numeric_limits<qint64>::max() / 2;

/// The value of the first field of this name; none when it is absent.
std::optional<QByteArray> fieldOf(const QByteArray &head, QByteArrayView name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && equalsIgnoringCase(QByteArrayView(line).first(colon), name))
            return line.sliced(colon + 1).trimmed();
    }
    return std::nullopt;
}

/// Of "HTTP/1.1 404 Not Found"; 0 for anything else.
int statusOf(const QByteArray &head)
{
    return head.startsWith("HTTP/1.") && head.size() > 12 ? head.mid(9, 3).toInt() : 0;
}

} // namespace

RequestSender::RequestSender(QObject *parent, Reads reads, std::chrono::milliseconds timeout)
    : QObject(parent)
    , m_reads(reads)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeout);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        finish(m_socket.state() == QAbstractSocket::ConnectedState ? DraftAnswer::End::TimedOut
                                                                   : DraftAnswer::End::NotReached);
    });
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, [this] { emit answered(std::exchange(m_answer, {})); });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        emit connectedFrom(m_socket.localAddress(), m_socket.localPort());
        m_socket.write(m_toSend);
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &RequestSender::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &RequestSender::socketEnded);
    m_socket.setProxy(QNetworkProxy::NoProxy);
}

void RequestSender::send(const QHostAddress &address, quint16 port, const RequestDraft &draft)
{
    stop();
    m_toSend = draft.toBytes();
    m_isHead = draft.method == "HEAD";
    m_received.clear();
    m_answer = {};
    m_contentLength = -1;
    m_contentRead = 0;
    m_chunks.reset();
    m_running = true;
    m_clock.start();
    if (m_reads == Reads::Enough)
        m_timeout.start();
    m_socket.connectToHost(address, port);
}

void RequestSender::stop()
{
    m_running = false;
    m_timeout.stop();
    m_telling.stop();
    m_socket.abort();
}

void RequestSender::read()
{
    m_received += m_socket.readAll();
    while (m_running && m_answer.head.isEmpty()) {
        if (!takeHead())
            return;
    }
    if (m_running)
        takeContent();
}

bool RequestSender::takeHead()
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0 || end + 4 > MostHead) {
        if (m_received.size() > MostHead)
            finish(DraftAnswer::End::TooLong);
        return false;
    }
    QByteArray head = m_received.first(end + 4);
    m_received.remove(0, end + 4);
    const int status = statusOf(head);
    if (status >= 100 && status < 200 && status != 101)
        return true; // the answer proper is still to come: RFC 9110 §15.2
    if (const auto length = fieldOf(head, "Content-Length"); length && isDigits(*length))
        m_contentLength = length->toLongLong();
    if (const auto coding = fieldOf(head, "Transfer-Encoding");
        coding && equalsIgnoringCase(*coding, "chunked"))
        m_chunks.emplace(m_reads == Reads::All ? Endless : MostContent);
    if (m_isHead || status == 204 || status == 304) { // RFC 9112 §6.3
        m_contentLength = 0;
        m_chunks.reset();
    }
    m_answer.status = status;
    m_answer.head = std::move(head);
    return true;
}

void RequestSender::takeContent()
{
    if (m_chunks) {
        const auto progress = m_chunks->feed(m_received, &m_answer.content);
        m_received.clear();
        m_answer.content.truncate(MostContent);
        if (progress.refusal == Refusal::BodyTooLarge)
            finish(DraftAnswer::End::TooLong);
        else if (progress.refusal != Refusal::None)
            finish(DraftAnswer::End::Closed);
        else if (m_chunks->isComplete())
            finish(DraftAnswer::End::Complete);
        return;
    }
    m_contentRead += m_received.size();
    m_answer.content += m_received;
    m_answer.content.truncate(MostContent);
    m_received.clear();
    if (m_contentLength >= 0 && m_contentRead >= m_contentLength) {
        m_answer.content.truncate(m_contentLength);
        finish(DraftAnswer::End::Complete);
    } else if (m_contentRead >= MostContent && m_reads == Reads::Enough) {
        finish(DraftAnswer::End::TooLong);
    }
}

void RequestSender::socketEnded()
{
    if (!m_running)
        return;
    read(); // what came with the end
    if (!m_running)
        return;
    if (m_answer.head.isEmpty() && m_socket.error() != QAbstractSocket::RemoteHostClosedError)
        finish(DraftAnswer::End::NotReached);
    else if (!m_answer.head.isEmpty() && m_contentLength < 0 && !m_chunks)
        finish(DraftAnswer::End::Complete); // content until the connection ends
    else
        finish(DraftAnswer::End::Closed);
}

void RequestSender::finish(DraftAnswer::End end)
{
    m_answer.end = end;
    m_answer.nanoseconds = m_clock.nsecsElapsed();
    stop();
    // Within its own signals a socket must not connect anew: it ends the new connection with the old one.
    m_telling.start();
}

} // namespace porchlight
