// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace porchlight::test {

struct RawResponse
{
    int status = 0;  ///< 0: none came
    QByteArray head; ///< With the empty line.
    QByteArray body; ///< Decoded when chunked.
    bool complete = false;

    /// The field's value; null when absent. Fails the count() check when it is there twice.
    QByteArray field(const QByteArray &name) const;
    int count(const QByteArray &name) const;
};

/// A blocking client that sends exactly the bytes it is given; every wait is bounded.
class RawClient final
{
public:
    enum class Family { IPv4, IPv6 };
    static constexpr int TimeoutMs = 5'000;

    explicit RawClient(quint16 port, Family family = Family::IPv4, int receiveBuffer = 0);
    /// Comes from another loopback address: 127.0.0.`number`.
    static std::unique_ptr<RawClient> from(quint8 number, quint16 port);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isConnected() const { return m_descriptor >= 0; }
    /// False when the peer has reset the connection.
    bool send(const QByteArray &bytes);

    /// The next response; `headOnly` for the answer to a HEAD.
    RawResponse receive(bool headOnly = false, int timeoutMs = TimeoutMs);
    /// Reads up to `size` raw bytes, at least one unless the time is over or the peer has closed.
    QByteArray receiveBytes(qsizetype size, int timeoutMs = TimeoutMs);
    /// Everything until the peer closes.
    QByteArray receiveAll(int timeoutMs = TimeoutMs);

    /// Whether the peer ends the connection within the time, with nothing more to read.
    bool isClosedByPeer(int timeoutMs = TimeoutMs);
    /// Whether the end was a reset.
    bool wasReset() const { return m_reset; }

    void shutdownWrite();
    void close();
    /// Closes with a RST.
    void reset();

private:
    RawClient(quint16 port, Family family, int receiveBuffer, quint8 number);
    bool readSome(int timeoutMs);

    int m_descriptor = -1;
    QByteArray m_buffer;
    bool m_ended = false;
    bool m_reset = false;
};

/// The answer to one request over a connection of its own.
RawResponse ask(quint16 port, const QByteArray &request, int timeoutMs = RawClient::TimeoutMs);

} // namespace porchlight::test
