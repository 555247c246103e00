// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/uio.h>

#include <span>

namespace porchlight {

/// A connected, non-blocking stream socket by its descriptor, closed on destruction. Why not QTcpSocket: that
/// one closes both directions when the peer ends one (a half-closed client loses its answer), cannot gather a
/// head and a body into one packet, and keeps three notifiers in the event loop's poll set.
class PlainSocket final
{
public:
    /// Takes the descriptor over; sets O_NONBLOCK and TCP_NODELAY.
    explicit PlainSocket(int descriptor);
    ~PlainSocket();
    Q_DISABLE_COPY_MOVE(PlainSocket)

    int descriptor() const { return m_descriptor; }
    /// Has the kernel ask a silent peer from time to time whether it is still there: within 40 seconds it is
    /// known to be gone, and the connection broken.
    void watchPeer();

    enum class Status : quint8 {
        Ok,
        WouldBlock,
        Ended,      ///< receive: the peer sends no more; sendFile: the file has no more bytes.
        PeerGone,   ///< The connection is broken.
        ReadFailed, ///< sendFile: the file could not be read.
    };
    struct Result
    {
        Status status;
        qint64 bytes; ///< Moved by this call; 0 unless Ok.
    };

    Result receive(char *buffer, qint64 size);
    /// `more`: further bytes follow at once, so the kernel need not send a small packet now.
    Result send(std::span<const iovec> pieces, bool more);
    Result sendFile(int file, qint64 offset, qint64 count);

    /// Bytes handed to the kernel that the peer has not acknowledged.
    qint64 unacknowledged() const;

    /// Ends our direction (FIN after all that was sent).
    void shutdownWrite();
    /// Makes the closing of the descriptor a reset, so that the peer cannot take a cut answer for a whole
    /// one.
    void resetOnClose();

private:
    bool hasPeer() const;

    const int m_descriptor;
};

} // namespace porchlight
